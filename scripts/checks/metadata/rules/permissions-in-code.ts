import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';

const USES = [
  /\bFeatureManagement\.checkPermission\(\s*'(\w+)'\s*\)/gi,
  /@salesforce\/customPermission\/(\w+)/g,
  /\$Permission\.(\w+)/g
];
const CODE = /\.(cls|trigger|ts|js|html)$/;

/** Custom permissions that code asks for exist: one that does not answers false for ever, without an error. */
export const permissionsInCode: MetadataRule = {
  name: 'permissions-in-code',
  check({ contents, files, schema }, report) {
    const names = Array.from(schema.customPermissions.values(), (permission) => permission.name);
    for (const file of [...contents.values(), ...files]) {
      if (!CODE.test(file.path) && !file.path.endsWith('-meta.xml')) continue;
      for (const match of USES.flatMap((use) => [...file.text.matchAll(use)])) {
        const name = match[1] ?? '';
        if (!schema.customPermissions.has(name.toLowerCase()))
          report(
            file,
            file.text.slice(0, match.index).split('\n').length,
            `There is no custom permission ${name}.${suggestion(name, names)}`
          );
      }
    }
  }
};

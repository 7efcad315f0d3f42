import { descendantsOf } from '../xml';
import type { MetadataRule } from '../rule';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const PREFIXED = /^(\w+):/;

/** A deployment parses each file and takes only the namespace of the Metadata API (Metadata API Developer Guide, "Sample package.xml"). */
export const wellFormed: MetadataRule = {
  name: 'well-formed',
  check({ files }, report) {
    for (const file of files) {
      if (file.error) report(file, file.error.line, `Not well-formed XML: ${file.error.message}`);
      if (!file.root || !file.type) continue;
      const { root } = file;
      if (root.attributes['xmlns'] !== NAMESPACE)
        report(file, root, `<${root.name}> is not in the namespace of metadata. Write xmlns="${NAMESPACE}".`);
      for (const node of descendantsOf(root, 'value')) {
        for (const name of Object.keys(node.attributes)) {
          const prefix = PREFIXED.exec(name)?.[1];
          if (prefix && !(`xmlns:${prefix}` in root.attributes))
            report(
              file,
              node,
              `The prefix ${prefix} of the attribute ${name} is not declared. Add xmlns:${prefix} to <${root.name}>.`
            );
        }
      }
    }
  }
};

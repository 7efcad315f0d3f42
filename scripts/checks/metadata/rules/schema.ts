import { relative } from 'node:path';
import type { MetadataRule } from '../rule';

/**
 * What the local org cannot take of objects, fields, records, permission sets and formulas: it reads them as a
 * deployment does (`scripts/local-org/schema/source`).
 */
export const schemaProblems: MetadataRule = {
  name: 'schema',
  check({ schema, files }, report) {
    const broken = new Set(files.filter((file) => file.error).map((file) => file.path));
    for (const { code, path, line, message } of schema.diagnostics) {
      const own = relative(process.cwd(), path);
      if (!broken.has(own)) report({ path: own }, line, `${message} (${code})`);
    }
  }
};

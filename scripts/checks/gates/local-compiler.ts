/** The compiler of the local org: names, types, SOQL fields and relationships, and the metadata that it reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compileSources } from '../../local-org/compiler/compile';
import { loadPlatformTypes } from '../../local-org/compiler/types/load';
import { loadSchema } from '../../local-org/schema/load';
import type { Gate } from '../gate';

export const localCompiler: Gate = {
  name: 'compiler',
  group: 'apex',
  description: 'Errors that the compiler of the local org finds',
  needsJava: false,
  async run({ sources }) {
    const cacheDirectory = mkdtempSync(join(tmpdir(), 'compiler-'));
    try {
      const schema = loadSchema([...sources]);
      const { diagnostics } = compileSources({
        directories: [...sources],
        schema,
        platformTypes: loadPlatformTypes(),
        cacheDirectory
      });
      return diagnostics.map((item) => ({
        gate: 'compiler',
        rule: item.code,
        path: relative(process.cwd(), item.path),
        line: item.span.line,
        message: item.message
      }));
    } finally {
      rmSync(cacheDirectory, { recursive: true, force: true });
    }
  }
};

/** Rollup plugin: takes the types out of TypeScript and leaves decorators and class fields for the LWC compiler. */
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

/** @returns a plugin to stand before the LWC plugin, which knows the `.ts` extension but not the types in it. */
export function stripTypes(): Plugin {
  return {
    name: 'strip-types',
    async transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (!file.endsWith('.ts')) return null;
      const result = await transform(code, {
        loader: 'ts',
        format: 'esm',
        target: 'esnext',
        sourcemap: 'external',
        sourcefile: file,
        tsconfigRaw: {
          compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true, experimentalDecorators: false }
        }
      });
      return { code: result.code, map: result.map };
    }
  };
}

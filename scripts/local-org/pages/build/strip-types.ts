/** Rollup plugin: takes the types out of TypeScript and leaves decorators and class fields for the LWC compiler. */
import type { Plugin } from 'rollup';
import { compileModule } from '../../../lwc/compile-module';
import type { CompiledModule } from '../../../lwc/compile-module';

/** Results by file and source: most files are the same when a page is built again. */
const compiledBySource = new Map<string, CompiledModule>();

/** @returns a plugin to stand before the LWC plugin, which knows the `.ts` extension but not the types in it. */
export function stripTypes(): Plugin {
  return {
    name: 'strip-types',
    transform(source, id) {
      const file = id.split('?')[0] ?? id;
      if (!file.endsWith('.ts')) return null;
      const key = `${file}\n${source}`;
      const compiled = compiledBySource.get(key) ?? compileModule(source, file, true);
      compiledBySource.set(key, compiled);
      return { code: compiled.code, map: compiled.sourceMap ?? null };
    }
  };
}

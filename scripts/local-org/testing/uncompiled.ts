/** Test classes that are not in the program, because their files could not be read as Apex. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formatDiagnostic, isUnsupported } from '../compiler/diagnostics';
import type { Diagnostic } from '../compiler/diagnostics';
import type { Program } from '../runtime/program';
import type { TestResult } from './run';

/** One failed result for each such class, so that no test disappears without a word. */
export function uncompiledTests(program: Program, diagnostics: readonly Diagnostic[]): TestResult[] {
  const known = new Set([...program.types.values()].map((type) => type.path));
  const paths = new Set(
    diagnostics.filter(({ path }) => /\.cls$/i.test(path) && !known.has(path)).map(({ path }) => path)
  );
  return [...paths].filter(isTestFile).map((path) => {
    const own = diagnostics.filter((item) => item.path === path);
    return {
      class: basename(path).replace(/\.cls$/i, ''),
      method: '(compile)',
      outcome: own.every(isUnsupported) ? 'unsupported' : 'fail',
      message: own.map(formatDiagnostic).join('\n'),
      stack: null,
      ms: 0,
      place: null
    };
  });
}

function isTestFile(path: string): boolean {
  return /@istest|\btestmethod\b/i.test(readFileSync(path, 'utf8'));
}

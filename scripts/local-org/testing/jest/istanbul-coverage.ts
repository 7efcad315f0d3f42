/** Line coverage of Apex in the form of Istanbul, which Jest reports. */
import type { Program } from '../../runtime/program';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface FileCoverage {
  readonly path: string;
  readonly statementMap: Record<string, { readonly start: Place; readonly end: Place }>;
  readonly s: Record<string, number>;
  readonly fnMap: Record<string, unknown>;
  readonly f: Record<string, number>;
  readonly branchMap: Record<string, unknown>;
  readonly b: Record<string, readonly number[]>;
}

/** Longer than any line. */
const LINE_END = 1000;

/** What has run since the counters were reset, by path. Test classes are left out, as on the platform. */
export function istanbulCoverage(program: Program): Record<string, FileCoverage> {
  const testPaths = new Set(
    [...program.types.values()].filter((type) => type.isTest && type.outerName === null).map((type) => type.path)
  );
  const files: Record<string, FileCoverage> = {};
  for (const { path, lines, methods } of program.coverage()) {
    if (testPaths.has(path) || lines.size === 0) continue;
    const coverage: FileCoverage = { path, statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };
    [...lines].forEach(([line, hits], index) => {
      coverage.statementMap[index] = rangeOf(line);
      coverage.s[index] = hits;
    });
    methods.forEach(({ name, line, hits }, index) => {
      coverage.fnMap[index] = { name, line, decl: rangeOf(line), loc: rangeOf(line) };
      coverage.f[index] = hits;
    });
    files[path] = coverage;
  }
  return files;
}

function rangeOf(line: number): { start: Place; end: Place } {
  return { start: { line, column: 0 }, end: { line, column: LINE_END } };
}

/** Line coverage of classes and triggers, as the platform counts it: test classes do not count. */
import { basename } from 'node:path';
import type { Program } from '../runtime/program';

export interface ClassCoverage {
  /** Name of the class or trigger. */
  readonly class: string;
  readonly path: string;
  /** Lines on which a statement begins, and how many of them ran. */
  readonly covered: number;
  readonly total: number;
  /** Line numbers that did not run. */
  readonly uncovered: readonly number[];
}

/** What has run of each source file that is no test, by name. */
export function classCoverage(program: Program): ClassCoverage[] {
  const testPaths = new Set(
    [...program.types.values()].filter((type) => type.isTest && type.outerName === null).map((type) => type.path)
  );
  const files = program.coverage().filter(({ path, lines }) => !testPaths.has(path) && lines.size > 0);
  return files
    .map(({ path, lines }) => {
      const uncovered = [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
      return {
        class: basename(path).replace(/\.(cls|trigger)$/i, ''),
        path,
        covered: lines.size - uncovered.length,
        total: lines.size,
        uncovered
      };
    })
    .sort((a, b) => (a.class.toLowerCase() < b.class.toLowerCase() ? -1 : 1));
}

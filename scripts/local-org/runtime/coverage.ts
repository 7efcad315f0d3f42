/** Counts of executed statements. */
import type { CompiledUnit } from '../compiler/emit/compiled-unit';

export interface MethodHits {
  readonly name: string;
  readonly line: number;
  readonly hits: number;
}

/** What ran of one source file. */
export interface UnitCoverage {
  readonly path: string;
  /** Executions by line, for every line on which a statement begins. */
  readonly lines: ReadonlyMap<number, number>;
  readonly methods: readonly MethodHits[];
}

/** A line with several statements counts as often as the most frequent of them. */
export function unitCoverage(unit: CompiledUnit, counters: Int32Array): UnitCoverage {
  const lines = new Map<number, number>();
  const methods: MethodHits[] = [];
  unit.points.forEach((point, i) => {
    const hits = counters[i] ?? 0;
    if (point.kind === 'method') methods.push({ name: point.name ?? '', line: point.line, hits });
    else lines.set(point.line, Math.max(hits, lines.get(point.line) ?? 0));
  });
  return { path: unit.path, lines: new Map([...lines].sort(([a], [b]) => a - b)), methods };
}

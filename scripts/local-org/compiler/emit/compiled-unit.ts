/** What emitting one source file gives: plain data, so that it can be kept on disk. */
import type { EncodedSourceMap } from '@jridgewell/trace-mapping';
import type { TriggerEvent } from '../ast';
import type { CodeRange } from '../../runtime/stack-trace';
import type { TypeDescription } from '../../runtime/type-info';

/** A place whose executions are counted: the first line of a statement, or a whole method. */
export interface CoveragePoint {
  readonly kind: 'statement' | 'method';
  readonly line: number;
  /** Methods: `Class.method`. */
  readonly name?: string;
}

export interface CompiledUnit {
  readonly path: string;
  /** The body of a function of one parameter `$`, the runtime support. */
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The counter of point `i` is element `i` of the unit's counters. */
  readonly points: readonly CoveragePoint[];
  readonly ranges: readonly CodeRange[];
  readonly types: readonly TypeDescription[];
  readonly trigger: {
    readonly name: string;
    readonly objectName: string;
    readonly events: readonly TriggerEvent[];
  } | null;
}

/** What `System.debug` wrote in the running transaction. */
import { hasCurrentTransaction, transactionState } from '../runtime/transaction';

export interface DebugLine {
  /** A constant of `System.LoggingLevel`: `DEBUG`, `ERROR`, … */
  readonly level: string;
  readonly text: string;
}

const DEBUG_LOG = Symbol('debug log');

/** The lines so far, oldest first. The array grows; servers and test reports read it after the transaction. */
export function debugLog(): DebugLine[] {
  return hasCurrentTransaction() ? transactionState<DebugLine[]>(DEBUG_LOG, () => []) : [];
}

/** How the running transaction was entered: `System.isQueueable()`, `Request.getQuiddity()` and chaining ask for it. */
import { currentTransaction } from './transaction';
import type { Transaction } from './transaction';

/** Constants of `System.Quiddity`. */
export type Quiddity =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'FUTURE'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'SYNCHRONOUS'
  | 'TRANSACTION_FINALIZER_QUEUEABLE';

export interface EntryPoint {
  readonly quiddity: Quiddity;
  /** Id of the AsyncApexJob or CronTrigger row; null for synchronous work. */
  readonly jobId: string | null;
  /** 1 for a job that no other job started, 2 for its child, and so on; 0 for synchronous work. */
  readonly queueableDepth: number;
  /** What the first job of the chain was started with; null: no limit but the platform's. */
  readonly maximumQueueableDepth: number | null;
  readonly queueableDelayMinutes: number;
}

const ENTRY_POINT = Symbol('entry point');
const SYNCHRONOUS: EntryPoint = {
  quiddity: 'SYNCHRONOUS',
  jobId: null,
  queueableDepth: 0,
  maximumQueueableDepth: null,
  queueableDelayMinutes: 0
};

/** Says how `transaction` was entered; before it begins. */
export function setEntryPoint(transaction: Transaction, entryPoint: Partial<EntryPoint>): void {
  transaction.state.set(ENTRY_POINT, { ...SYNCHRONOUS, ...entryPoint });
}

export function currentEntryPoint(): EntryPoint {
  return (currentTransaction().state.get(ENTRY_POINT) as EntryPoint | undefined) ?? SYNCHRONOUS;
}

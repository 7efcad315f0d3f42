/**
 * One Apex transaction: a request, an asynchronous job, a test method. Apex is synchronous, so there is exactly one
 * current transaction at a time, and library code reaches it with {@link currentTransaction}.
 */
import type { LocalOrg } from '../org';
import type { Limits } from './limits';
import type { TestContext } from './test-context';

export type TransactionKind = 'synchronous' | 'asynchronous';

export interface Transaction {
  readonly org: LocalOrg;
  readonly kind: TransactionKind;
  /** Id of the running user. `System.runAs` changes it for its block. */
  userId: string;
  /** Whether the running code enforces record sharing (`with sharing`). Compiled code sets it at class borders. */
  isSharingEnforced: boolean;
  limits: Limits;
  /** Static fields of user classes and other per-transaction state, by owner. Compiled code and library own the values. */
  readonly state: Map<unknown, unknown>;
  /** Static fields, where they outlive the transaction: those of a test are the same for its jobs. Otherwise in `state`. */
  readonly statics?: Map<unknown, unknown>;
  /** True inside a test run. */
  readonly isTest: boolean;
  /** The test that this transaction belongs to; null outside of tests. */
  readonly test: TestContext | null;
  /** Work to do when the transaction has committed: queueable jobs, events published after commit. */
  readonly afterCommit: (() => void)[];
}

let current: Transaction | null = null;

/** The running transaction. Throws an internal error when there is none: library code is never called outside one. */
export function currentTransaction(): Transaction {
  if (!current) throw new Error('Internal error: no Apex transaction is running');
  return current;
}

export function hasCurrentTransaction(): boolean {
  return current !== null;
}

/** Runs `work` with `transaction` as the current one, and restores the one before, whatever happens. */
export function runInTransaction<T>(transaction: Transaction, work: () => T): T {
  const before = current;
  current = transaction;
  try {
    return work();
  } finally {
    current = before;
  }
}

/**
 * A value that lives as long as the transaction: made by `create` on first use.
 * Library code keeps mocks, caches and queues here, under a symbol of its own.
 */
export function transactionState<T>(owner: unknown, create: () => T): T {
  const { state } = currentTransaction();
  if (!state.has(owner)) state.set(owner, create());
  return state.get(owner) as T;
}

/** Which records `Approval.lock` has locked. A lock lives as long as the transaction, or the test. */
import { currentTransaction } from '../runtime/transaction';

const LOCKS = Symbol('record locks');

class RecordLocks {
  readonly #ids = new Set<string>();

  lock(id: string): void {
    this.#ids.add(id);
  }

  unlock(id: string): void {
    this.#ids.delete(id);
  }

  isLocked(id: string): boolean {
    return this.#ids.has(id);
  }
}

/** The locks that the running code sees. */
export function recordLocks(): RecordLocks {
  const { state } = currentTransaction();
  let locks = state.get(LOCKS) as RecordLocks | undefined;
  if (!locks) state.set(LOCKS, (locks = new RecordLocks()));
  return locks;
}

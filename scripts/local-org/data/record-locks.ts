/** Locks of records: those of approvals, which live as long as the transaction or the test, and those of other transactions. */
import { currentTransaction } from '../runtime/transaction';

const LOCKS = Symbol('record locks');

/** Which records `Approval.lock` has locked. */
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

/**
 * Rows that another transaction holds, as far as the running one can tell. The local org runs one transaction after the
 * other, so nobody holds a row by itself: whoever wants to see what happens then holds it from outside. A transaction
 * that meets such a row does not wait ten seconds for it, as it would on the platform, but fails at once.
 */
export class HeldRows {
  readonly #ids = new Set<string>();

  hold(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.add(id);
  }

  release(ids: Iterable<string>): void {
    for (const id of [...ids]) this.#ids.delete(id);
  }

  releaseAll(): void {
    this.#ids.clear();
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  /** Those of the ids that are held, each once. */
  among(ids: Iterable<string | null | undefined>): string[] {
    if (this.#ids.size === 0) return [];
    return [...new Set(ids)].filter((id): id is string => typeof id === 'string' && this.#ids.has(id));
  }
}

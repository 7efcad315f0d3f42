/** Locks of records: those that approvals set, and those that other transactions hold. */
import type { Row } from './store';
import type { Tables } from './tables';

/** No field: whether `Approval.lock` has locked the row. It is part of the row, so that it comes and goes with it. */
const LOCKED = '$locked';

/** Locks or unlocks a record for editing, and answers whether there is such a record. */
export function setLocked(tables: Tables, id: string, isLocked: boolean): boolean {
  const row = tables.liveRow(id);
  const object = tables.objectOfId(id);
  if (!row || !object) return false;
  tables.store.write(tables.table(object.name), id, { ...row, [LOCKED]: isLocked });
  return true;
}

export function isLocked(row: Row | null): boolean {
  return row?.[LOCKED] === true;
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

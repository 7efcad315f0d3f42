/** Results of large queries that wait for their next page (`nextRecordsUrl`). */

export const PAGE_SIZE = 2000;
/** Query results that are kept at the same time; the oldest goes first. */
const KEPT_RESULTS = 20;

interface KeptResult {
  readonly records: readonly unknown[];
  readonly userId: string;
}

export class QueryPages {
  private readonly resultById = new Map<string, KeptResult>();
  private counter = 0;

  /** Keeps a result and answers the id of its cursor. */
  keep(records: readonly unknown[], userId: string): string {
    const id = `01gLo${String(++this.counter).padStart(10, '0')}AAA`;
    this.resultById.set(id, { records, userId });
    if (this.resultById.size > KEPT_RESULTS) {
      const [oldest] = this.resultById.keys();
      if (oldest !== undefined) this.resultById.delete(oldest);
    }
    return id;
  }

  /** All records of a cursor of this user, or undefined. */
  find(id: string, userId: string): readonly unknown[] | undefined {
    const kept = this.resultById.get(id);
    return kept?.userId === userId ? kept.records : undefined;
  }
}

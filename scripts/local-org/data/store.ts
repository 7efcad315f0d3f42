/**
 * The rows of all objects, with snapshots.
 *
 * Versions form a chain: each old version knows the one change that leads back to it. A snapshot is a pointer to a
 * version, so taking one costs nothing, going back costs the number of changes, and versions that nobody points to are
 * collected as garbage (H. Baker, "Shallow binding makes functional arrays fast").
 */
import type { ObjectSchema } from '../schema/model';
import { comparisonKey } from './comparison';
import type { ComparisonKey } from './comparison';
import type { DatabaseSnapshot } from './api';

/** Values by canonical field name. Never changed once stored; every row has `Id` and `IsDeleted`. */
export type Row = Readonly<Record<string, unknown>>;

interface Change {
  readonly table: Table;
  readonly id: string;
  readonly row: Row | undefined;
}

interface Version {
  /** Null for the current version. */
  change: Change | null;
  next: Version | null;
}

/** Rows of one object, deleted ones included, with indexes that are built when a filter first asks for them. */
export class Table {
  readonly schema: ObjectSchema;
  /** Changes whenever a row does. */
  revision = 0;
  readonly #rowById = new Map<string, Row>();
  readonly #indexes = new Map<string, Map<ComparisonKey, Set<string>>>();

  constructor(schema: ObjectSchema) {
    this.schema = schema;
  }

  get size(): number {
    return this.#rowById.size;
  }

  get(id: string): Row | undefined {
    return this.#rowById.get(id);
  }

  rows(): IterableIterator<Row> {
    return this.#rowById.values();
  }

  /** All rows whose field has this value (compared as SOQL does), deleted ones included, in order of their ids. */
  find(field: string, key: ComparisonKey): Row[] {
    if (field === 'Id') {
      const row = typeof key === 'string' ? this.#rowById.get(key) : undefined;
      return row ? [row] : [];
    }
    const ids = this.#index(field).get(key);
    return ids ? [...ids].sort().map((id) => this.#rowById.get(id) as Row) : [];
  }

  /** How many rows {@link find} would answer. */
  count(field: string, key: ComparisonKey): number {
    return field === 'Id' ? 1 : (this.#index(field).get(key)?.size ?? 0);
  }

  /** Puts or (without a row) removes; answers what was there. Only the store calls this. */
  replace(id: string, row: Row | undefined): Row | undefined {
    const before = this.#rowById.get(id);
    this.revision++;
    if (row) this.#rowById.set(id, row);
    else this.#rowById.delete(id);
    for (const [field, index] of this.#indexes) this.#reindex(index, field, id, before, row);
    return before;
  }

  #index(field: string): Map<ComparisonKey, Set<string>> {
    let index = this.#indexes.get(field);
    if (!index) {
      index = new Map();
      for (const [id, row] of this.#rowById) addToIndex(index, this.#key(field, row), id);
      this.#indexes.set(field, index);
    }
    return index;
  }

  #key(field: string, row: Row): ComparisonKey {
    const definition = this.schema.fields.get(field.toLowerCase());
    return definition ? comparisonKey(definition, row[field]) : null;
  }

  #reindex(
    index: Map<ComparisonKey, Set<string>>,
    field: string,
    id: string,
    before: Row | undefined,
    after: Row | undefined
  ): void {
    if (before && after && before[field] === after[field]) return;
    if (before) index.get(this.#key(field, before))?.delete(id);
    if (after) addToIndex(index, this.#key(field, after), id);
  }
}

function addToIndex(index: Map<ComparisonKey, Set<string>>, key: ComparisonKey, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

export class Store {
  readonly #tables = new Map<string, Table>();
  /** Next numbers by key prefix and by auto-number field. They only go up: ids are never given twice. */
  readonly #counters = new Map<string, number>();
  #current: Version = { change: null, next: null };

  table(schema: ObjectSchema): Table {
    let table = this.#tables.get(schema.name);
    if (!table) {
      table = new Table(schema);
      this.#tables.set(schema.name, table);
    }
    return table;
  }

  /** The tables that have been used. */
  tables(): IterableIterator<Table> {
    return this.#tables.values();
  }

  /** Puts or (without a row) removes one row. */
  write(table: Table, id: string, row: Row | undefined): void {
    const before = table.replace(id, row);
    const version: Version = { change: null, next: null };
    this.#current.change = { table, id, row: before };
    this.#current.next = version;
    this.#current = version;
  }

  nextNumber(counter: string): number {
    const number = (this.#counters.get(counter) ?? 0) + 1;
    this.#counters.set(counter, number);
    return number;
  }

  snapshot(): DatabaseSnapshot {
    return this.#current as unknown as DatabaseSnapshot;
  }

  /** Goes to the state of the snapshot. Later snapshots stay valid: the way back is kept in them. */
  restore(snapshot: DatabaseSnapshot): void {
    const target = snapshot as unknown as Version;
    const path: Version[] = [];
    for (let version: Version | null = target; version; version = version.next) path.push(version);
    if (path.at(-1) !== this.#current) throw new Error('Internal error: a snapshot of another store');
    for (let i = path.length - 2; i >= 0; i--) this.#stepBack(path[i] as Version, path[i + 1] as Version);
    this.#current = target;
  }

  #stepBack(older: Version, newer: Version): void {
    const { table, id, row } = older.change as Change;
    const after = table.replace(id, row);
    newer.change = { table, id, row: after };
    newer.next = older;
    older.change = null;
    older.next = null;
  }
}

/** Finds tables by object and rows by id, and reads fields of rows, stored or computed. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model';
import { computedValue } from './computed';
import { makeId } from './ids';
import { HeldRows } from './record-locks';
import { Store } from './store';
import type { Row, Table } from './store';

/** No field: the roll-up summaries of a row as they were before the records below it changed. */
export const FORMER_SUMMARIES = '$formerSummaries';

export class Tables {
  readonly schema: OrgSchema;
  readonly store = new Store();
  /** Rows that another transaction holds. */
  readonly heldRows = new HeldRows();
  readonly #objectByPrefix = new Map<string, ObjectSchema>();
  readonly #prefixByObject = new Map<string, string>();

  constructor(schema: OrgSchema) {
    this.schema = schema;
    for (const object of schema.objects.values()) {
      if (object.keyPrefix !== null && !this.#objectByPrefix.has(object.keyPrefix))
        this.#objectByPrefix.set(object.keyPrefix, object);
    }
  }

  /** A new id for a record of the object. Objects without a key prefix of their own get one that no other has. */
  newId(object: ObjectSchema): string {
    const prefix = this.#prefixOf(object);
    return makeId(prefix, this.store.nextNumber(prefix));
  }

  #prefixOf(object: ObjectSchema): string {
    let prefix = this.#prefixByObject.get(object.name);
    if (prefix === undefined) {
      const isTaken = object.keyPrefix === null || this.#objectByPrefix.get(object.keyPrefix)?.name !== object.name;
      if (object.keyPrefix !== null && !this.#objectByPrefix.has(object.keyPrefix)) prefix = object.keyPrefix;
      else prefix = isTaken ? this.#inventedPrefix() : (object.keyPrefix as string);
      this.#prefixByObject.set(object.name, prefix);
      this.#objectByPrefix.set(prefix, object);
    }
    return prefix;
  }

  #inventedPrefix(): string {
    for (let i = 0; ; i++) {
      const prefix = `x${String(i).padStart(2, '0')}`;
      if (!this.#objectByPrefix.has(prefix)) return prefix;
    }
  }

  /** The table of an object that exists. */
  table(objectName: string): Table {
    const object = this.schema.findObject(objectName);
    if (!object) throw new Error(`Object ${objectName} is not in the schema: add it to the standard objects`);
    return this.store.table(object);
  }

  /** The object whose ids begin like this one. */
  objectOfId(id: string): ObjectSchema | null {
    return this.#objectByPrefix.get(id.slice(0, 3)) ?? null;
  }

  /** The row with this id, deleted or not; null when there is none. */
  row(id: string | null): Row | null {
    const object = id === null ? null : this.objectOfId(id);
    return object && id !== null ? (this.store.table(object).get(id) ?? null) : null;
  }

  /** The row with this id unless it is deleted. */
  liveRow(id: string | null): Row | null {
    const row = this.row(id);
    return row && row['IsDeleted'] !== true ? row : null;
  }

  /** The value of a field, computed for formulas and roll-ups; never undefined. */
  value(object: ObjectSchema, field: FieldSchema, row: Row): unknown {
    const former = row[FORMER_SUMMARIES] as Row | undefined;
    if (former && field.summary !== null && field.name in former) return former[field.name] ?? null;
    if (field.formula !== null || field.summary !== null) return computedValue(this, object, field, row);
    const value = row[field.name];
    if (value !== undefined && value !== null) return value;
    return field.type === 'boolean' ? false : null;
  }
}

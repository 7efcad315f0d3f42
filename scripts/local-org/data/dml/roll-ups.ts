/**
 * Roll-up summaries in the order of execution: when saved, deleted or restored records change a summary of a record above
 * them, that record is saved in turn, with its triggers and rules (Apex Developer Guide, "Triggers and Order of
 * Execution"). What refuses it refuses the records below.
 */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../schema/model';
import type { DmlRequest } from '../api';
import { comparisonKey } from '../comparison';
import { SObjectValue } from '../sobject';
import type { Row } from '../store';
import { FORMER_SUMMARIES, type Tables } from '../tables';
import { fail, hasFailed } from './work-item';
import type { WorkItem } from './work-item';

/** A summary of records of one object, on the object above it. */
interface Summary {
  readonly parent: ObjectSchema;
  readonly field: FieldSchema;
  /** The field of the child that leads to the parent. */
  readonly lookup: string;
}

type Values = Readonly<Record<string, unknown>>;

const summariesBySchema = new WeakMap<OrgSchema, Map<string, readonly Summary[]>>();

function summariesOf(schema: OrgSchema, child: ObjectSchema): readonly Summary[] {
  let byChild = summariesBySchema.get(schema);
  if (!byChild) summariesBySchema.set(schema, (byChild = new Map()));
  let summaries = byChild.get(child.name);
  if (!summaries) byChild.set(child.name, (summaries = findSummaries(schema, child)));
  return summaries;
}

function findSummaries(schema: OrgSchema, child: ObjectSchema): Summary[] {
  return [...schema.objects.values()].flatMap((parent) =>
    [...parent.fields.values()].flatMap((field) => {
      if (field.summary?.childObject.toLowerCase() !== child.name.toLowerCase()) return [];
      const lookup = child.fields.get(field.summary.childField.toLowerCase());
      return lookup ? [{ parent, field, lookup: lookup.name }] : [];
    })
  );
}

/** Saves records above others: `saveChunk`, which this file cannot import. */
export type SaveChunk = (tables: Tables, object: ObjectSchema, items: readonly WorkItem[], request: DmlRequest) => void;

const REQUEST: Omit<DmlRequest, 'records'> = {
  kind: 'update',
  accessMode: 'system',
  isSharingEnforced: false,
  allOrNone: true,
  externalIdField: null
};

/** The summaries above some records, as they were before the records changed. */
export class RollUps {
  readonly #tables: Tables;
  readonly #summaries: readonly Summary[];
  readonly #items: readonly WorkItem[];
  readonly #before = new Map<string, Values>();

  /** To be made when it is known where the records will belong, and before anything is written. */
  constructor(tables: Tables, object: ObjectSchema, items: readonly WorkItem[]) {
    this.#tables = tables;
    this.#summaries = summariesOf(tables.schema, object);
    this.#items = this.#summaries.length === 0 ? [] : items;
    for (const item of this.#items)
      for (const id of this.#parentsOf(item)) if (!this.#before.has(id)) this.#before.set(id, this.#valuesOf(id));
  }

  /** Saves the records above whose summaries have changed. Their errors are those of the records below. */
  saveParents(saveChunk: SaveChunk): void {
    const changed = [...this.#before].filter(([id, before]) => this.#hasChanged(id, before));
    const byObject = new Map<ObjectSchema, WorkItem[]>();
    for (const [id, before] of changed) {
      const object = this.#tables.objectOfId(id) as ObjectSchema;
      byObject.set(object, [...(byObject.get(object) ?? []), this.#itemOf(object, id, before)]);
    }
    for (const [object, items] of byObject) {
      saveChunk(this.#tables, object, items, { ...REQUEST, records: items.map(({ record }) => record) });
      for (const parent of items.filter(hasFailed)) this.#refuseChildren(parent);
    }
  }

  #parentsOf({ old, draft }: WorkItem): string[] {
    const ids = this.#summaries.flatMap(({ lookup }) => [old?.[lookup], draft[lookup]]);
    return ids.filter((id): id is string => typeof id === 'string');
  }

  #valuesOf(id: string): Values {
    const row = this.#tables.liveRow(id);
    const own = row ? this.#summaries.filter(({ parent }) => parent === this.#tables.objectOfId(id)) : [];
    return Object.fromEntries(
      own.map(({ parent, field }) => [field.name, this.#tables.value(parent, field, row as Row)])
    );
  }

  #hasChanged(id: string, before: Values): boolean {
    const after = this.#valuesOf(id);
    const fields = this.#tables.objectOfId(id)?.fields;
    return Object.entries(after).some(([name, value]) => {
      const field = fields?.get(name.toLowerCase());
      return field !== undefined && comparisonKey(field, value) !== comparisonKey(field, before[name]);
    });
  }

  #itemOf(object: ObjectSchema, id: string, before: Values): WorkItem {
    const record = new SObjectValue(object.name);
    record.setRaw('Id', id);
    const old: Row = { ...this.#tables.row(id), [FORMER_SUMMARIES]: before };
    return { index: 0, record, object, old, draft: {}, id, isCreated: false, errors: [] };
  }

  #refuseChildren(parent: WorkItem): void {
    const children = this.#items.filter((item) => this.#parentsOf(item).includes(parent.id as string));
    for (const child of children) for (const { statusCode, message } of parent.errors) fail(child, statusCode, message);
  }
}

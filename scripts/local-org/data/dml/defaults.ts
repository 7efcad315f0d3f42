/** What the platform fills in: defaults, owner, names, system fields, auto numbers. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { currentTransaction } from '../../runtime/transaction';
import { ApexDatetime } from '../../library/system/Datetime';
import { evaluateDefault } from '../../formula/defaults';
import type { Tables } from '../tables';
import { recordTypeOf } from './record-type';
import type { WorkItem } from './work-item';

const fieldsByObject = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

function fieldsWithDefaults(object: ObjectSchema): readonly FieldSchema[] {
  let fields = fieldsByObject.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => {
      if (field.formula !== null || field.summary !== null) return false;
      return (
        field.type === 'boolean' || field.defaultValue !== null || field.picklistValues.some((value) => value.isDefault)
      );
    });
    fieldsByObject.set(object, fields);
  }
  return fields;
}

/** Fills fields of a new record that the caller did not set. A record type has defaults of its own for picklists. */
export function applyDefaults(tables: Tables, item: WorkItem): void {
  const { draft, object } = item;
  const picklists = recordTypeOf(tables, item)?.picklistValues;
  for (const field of fieldsWithDefaults(object)) {
    if (field.name in draft) continue;
    const ofType = picklists?.get(field.name.toLowerCase());
    const value = ofType ? ofType.defaultValue : evaluateDefault(field);
    if (value !== null) draft[field.name] = value;
    else if (field.type === 'boolean') draft[field.name] = false;
  }
  const owner = object.fields.get('ownerid');
  if (owner && (draft['OwnerId'] ?? null) === null) draft['OwnerId'] = currentTransaction().userId;
}

/** Auto numbers of a new row. */
export function assignAutoNumbers(tables: Tables, item: WorkItem): void {
  for (const field of item.object.fields.values()) {
    if (!field.isAutoNumber) continue;
    const number = tables.store.nextNumber(`${item.object.name}.${field.name}`);
    item.draft[field.name] = formatAutoNumber(field.displayFormat ?? '{0000}', number);
  }
}

function formatAutoNumber(format: string, number: number): string {
  const now = new Date(currentTransaction().org.now());
  return format
    .replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'))
    .replace(/\{YYYY\}/g, String(now.getUTCFullYear()))
    .replace(/\{YY\}/g, String(now.getUTCFullYear()).slice(2))
    .replace(/\{MM\}/g, String(now.getUTCMonth() + 1).padStart(2, '0'))
    .replace(/\{DD\}/g, String(now.getUTCDate()).padStart(2, '0'));
}

/** Who and when. `draft` keeps the creation of an existing row. */
export function stampSystemFields(item: WorkItem): void {
  const { org, userId } = currentTransaction();
  const now = new ApexDatetime(Math.floor(org.now() / 1000) * 1000);
  const { draft, object } = item;
  if (item.old === null) setAll(object, draft, { CreatedDate: now, CreatedById: userId });
  setAll(object, draft, { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now });
}

function setAll(object: ObjectSchema, draft: Record<string, unknown>, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) if (object.fields.has(name.toLowerCase())) draft[name] = value;
}

/** The compound name of people: first and last name. */
export function deriveName({ object, draft }: WorkItem): void {
  const hasParts = object.fields.has('firstname') && object.fields.has('lastname') && object.fields.has('name');
  if (!hasParts || (object.name === 'Account' && !draft['LastName'])) return;
  draft['Name'] = [draft['FirstName'], draft['LastName']].filter(Boolean).join(' ') || null;
}

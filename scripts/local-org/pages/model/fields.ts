/** Fields of a record as a page shows them. */
import type { FieldSchema, FieldType, ObjectSchema } from '../../schema/model';
import type { PageData, PageRow, PageValue } from './port';

/** How the browser writes a value. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'phone'
  | 'email'
  | 'url'
  | 'boolean'
  | 'number'
  | 'currency'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'reference';

export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly value: string | number | boolean | null;
  /** Of a reference: the name of the other record, and where its page is. */
  readonly text: string | null;
  readonly address: string | null;
}

const KIND_BY_TYPE: Partial<Record<FieldType, FieldKind>> = {
  phone: 'phone',
  email: 'email',
  url: 'url',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'currency',
  percent: 'percent',
  date: 'date',
  datetime: 'dateTime',
  reference: 'reference',
  textarea: 'longText'
};

/** Objects without a field `Name`: what stands for it. */
const NAME_FIELD_BY_OBJECT: Readonly<Record<string, string>> = {
  Task: 'Subject',
  Event: 'Subject',
  Case: 'CaseNumber'
};
/** Objects that have pages; references to others are shown as text. */
const OBJECTS_WITHOUT_PAGE = new Set(['User', 'Group', 'RecordType', 'Profile', 'Organization', 'UserRole', 'Name']);

/** API name of the field that names records of an object. */
export function nameFieldOf(object: ObjectSchema): string {
  const marked = [...object.fields.values()].find((field) => field.isNameField)?.name;
  return NAME_FIELD_BY_OBJECT[object.name] ?? marked ?? 'Id';
}

export function recordAddress(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

/** Fields of an object that the user may read, in the order in which the schema has them. */
export function readableFields(data: PageData, object: ObjectSchema): FieldSchema[] {
  return [...object.fields.values()].filter((field) => data.canReadField(object, field));
}

/** What a query has to select, so that {@link fieldView} can show a field: references bring the name of the other record. */
export function selectedPaths(data: PageData, field: FieldSchema): string[] {
  const target = parentNamePath(data, field);
  return target ? [field.name, target] : [field.name];
}

/** One field of a row. */
export function fieldView(data: PageData, object: ObjectSchema, row: PageRow, field: FieldSchema): FieldView {
  const raw = row[field.name];
  const value = isRow(raw) ? null : (raw ?? null);
  const kind = kindOf(field);
  const view = { name: field.name, label: labelOf(field), kind, value, text: null, address: null };
  if (kind !== 'reference' || typeof value !== 'string') return view;
  const target = referencedObject(data, value);
  const path = parentNamePath(data, field)?.split('.') ?? [];
  const parent = row[path[0] ?? ''];
  const name = isRow(parent) ? parent[path[1] ?? ''] : null;
  const hasPage = target !== undefined && !OBJECTS_WITHOUT_PAGE.has(target.name) && object.kind !== 'metadata';
  return {
    ...view,
    text: typeof name === 'string' ? name : value,
    address: hasPage ? recordAddress(target.name, value) : null
  };
}

/** Object whose key prefix a record id has. */
export function referencedObject(data: PageData, recordId: string): ObjectSchema | undefined {
  const prefix = recordId.slice(0, 3);
  return [...data.schema.objects.values()].find((object) => object.keyPrefix === prefix);
}

export function isRow(value: PageValue | undefined): value is PageRow {
  return typeof value === 'object' && value !== null;
}

/** Layouts call a standard reference by what it names: `Owner`, where the field itself is the `Owner ID`. */
function labelOf(field: FieldSchema): string {
  return field.type === 'reference' && !field.isCustom ? field.label.replace(/ ID$/, '') : field.label;
}

function kindOf(field: FieldSchema): FieldKind {
  if (field.isLongText) return 'longText';
  return KIND_BY_TYPE[field.type] ?? 'text';
}

/** `Owner.Name`; a reference to several objects has a common `Name` on the platform. */
function parentNamePath(data: PageData, field: FieldSchema): string | undefined {
  if (field.type !== 'reference' || !field.relationshipName) return undefined;
  if (field.referenceTo.length > 1) return `${field.relationshipName}.Name`;
  const target = data.schema.findObject(field.referenceTo[0] ?? '');
  const name = target ? nameFieldOf(target) : 'Id';
  return name === 'Id' ? undefined : `${field.relationshipName}.${name}`;
}

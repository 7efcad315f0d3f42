/** The platform's own validation of a row: required fields, lengths, ranges, picklists, formats and references. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { Decimal } from '../../library/system/Decimal';
import type { DmlOptions } from '../api';
import { comparisonKey } from '../comparison';
import type { Tables } from '../tables';
import { recordTypeOf } from './record-type';
import { isWritable } from './rows';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]{2,}$/;
const FILLED_BY_PLATFORM = new Set([
  'OwnerId',
  'CreatedById',
  'LastModifiedById',
  'CreatedDate',
  'LastModifiedDate',
  'SystemModstamp',
  'Id',
  'IsDeleted'
]);

/** Files may hang on records of nearly every object; no list of targets is complete. */
const PLACES_OF_FILES = new Set(['ContentVersion.FirstPublishLocationId', 'ContentDocumentLink.LinkedEntityId']);

/** Adds the errors of the draft to the item. */
export function validateFields(tables: Tables, item: WorkItem, options: DmlOptions): void {
  const isInsert = item.old === null;
  const missing: string[] = [];
  for (const field of item.object.fields.values()) {
    const value = item.draft[field.name] ?? null;
    if (value === null) {
      if (isRequired(field, item)) missing.push(field.name);
      continue;
    }
    const isChanged = isInsert || value !== item.old?.[field.name];
    if (isChanged) validateValue(tables, item, field, value, options);
  }
  if (missing.length > 0)
    fail(item, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

/** Records of custom objects that get no name are named by their id. */
export function isNamedById(object: ObjectSchema): boolean {
  return object.kind === 'custom' || object.kind === 'hierarchySetting';
}

function isRequired(field: FieldSchema, { object, old }: WorkItem): boolean {
  if (object.name === 'ContentVersion' && field.name === 'ContentDocumentId') return false;
  if (field.isNameField && isNamedById(object)) return false;
  if (field.isNillable || field.type === 'boolean' || FILLED_BY_PLATFORM.has(field.name)) return false;
  return isWritable(field, true) || (old !== null && isWritable(field, false));
}

function validateValue(tables: Tables, item: WorkItem, field: FieldSchema, value: unknown, options: DmlOptions): void {
  switch (field.type) {
    case 'reference':
      return validateReference(tables, item, field, value as string);
    case 'picklist':
      validatePicklist(tables, item, field, [String(value)]);
      return validateLength(item, field, value, options);
    case 'multipicklist':
      return validatePicklist(tables, item, field, String(value).split(';'));
    case 'double':
    case 'currency':
    case 'percent':
    case 'int':
      return validateRange(item, field, value);
    case 'email':
      if (!EMAIL.test(String(value)))
        fail(item, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${String(value)}`, [field.name]);
      return validateLength(item, field, value, options);
    default:
      return validateLength(item, field, value, options);
  }
}

function validateLength(item: WorkItem, field: FieldSchema, value: unknown, options: DmlOptions): void {
  if (typeof value !== 'string' || field.length === 0 || value.length <= field.length) return;
  if (options.allowFieldTruncation) item.draft[field.name] = value.slice(0, field.length);
  else
    fail(item, 'STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
      field.name
    ]);
}

/** Restricted picklists take their active values, as far as the record type has them. Field dependencies are for pages. */
function validatePicklist(tables: Tables, item: WorkItem, field: FieldSchema, values: readonly string[]): void {
  if (!field.isRestrictedPicklist || field.picklistValues.length === 0) return;
  const ofType = recordTypeOf(tables, item)?.picklistValues.get(field.name.toLowerCase())?.values;
  const isKnown = (value: string) => field.picklistValues.some((entry) => entry.value === value && entry.isActive);
  const bad = values.find((value) => !isKnown(value) || (ofType && !ofType.has(value)));
  if (bad === undefined) return;
  fail(
    item,
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${bad}`,
    [field.name]
  );
}

function validateRange(item: WorkItem, field: FieldSchema, value: unknown): void {
  if (!(value instanceof Decimal) || field.precision === 0) return;
  const wholeDigits = field.precision - field.scale;
  if (Math.abs(value.toNumber()) < 10 ** wholeDigits) return;
  fail(
    item,
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${value.toPlainString()}`,
    [field.name]
  );
}

function validateReference(tables: Tables, item: WorkItem, field: FieldSchema, id: string): void {
  const target = tables.objectOfId(id);
  const isAnywhere = PLACES_OF_FILES.has(`${item.object.name}.${field.name}`);
  if (!isAnywhere && field.referenceTo.length > 0 && target && !field.referenceTo.includes(target.name)) {
    fail(item, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return;
  }
  const row = tables.row(id);
  if (!row) fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', target ? [] : [field.name]);
  else if (row['IsDeleted'] === true) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  else if (field.isCustom && row['IsConverted'] === true && target?.name === 'Lead')
    fail(item, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
}

/** Unique fields: no other row that is not deleted may have the value. Checked as each row is saved. */
export function validateUnique(tables: Tables, item: WorkItem): void {
  const table = tables.table(item.object.name);
  for (const field of item.object.fields.values()) {
    if (!field.isUnique || field.type === 'id') continue;
    const value = item.draft[field.name] ?? null;
    if (value === null || (item.old && item.old[field.name] === value)) continue;
    const other = table
      .find(field.name, comparisonKey(field, value))
      .find((row) => row['Id'] !== item.id && row['IsDeleted'] !== true);
    if (!other) continue;
    fail(
      item,
      'DUPLICATE_VALUE',
      `duplicate value found: ${field.name} duplicates value on record with id: ${String(other['Id']).slice(0, 15)}`
    );
  }
}

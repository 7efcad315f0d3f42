/** Rows become records for triggers, and records become rows. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { SObjectValue } from '../sobject';
import type { Row } from '../store';
import type { Tables } from '../tables';

/** A record with all fields of a row, formulas included: what triggers see. */
export function toRecord(tables: Tables, object: ObjectSchema, row: Row): SObjectValue {
  const record = new SObjectValue(object.name);
  for (const [name, value] of Object.entries(row))
    if (value !== null && value !== undefined && object.fields.has(name.toLowerCase())) record.setRaw(name, value);
  for (const field of object.fields.values()) {
    if (field.formula !== null || field.summary !== null) record.setRaw(field.name, tables.value(object, field, row));
    else if (field.type === 'boolean' && !record.has(field.name)) record.setRaw(field.name, false);
  }
  return record;
}

/** Whether code may give the field a value at all; formulas, auto numbers and system fields are the platform's. */
export function isWritable(field: FieldSchema, isInsert: boolean): boolean {
  if (field.type === 'id' || field.formula !== null || field.summary !== null || field.isAutoNumber) return false;
  return isInsert ? field.isCreateable : field.isUpdateable;
}

/**
 * Text fields never begin or end with white space, and are never empty (Apex Developer Guide, primitive data types).
 * A no-break space is no white space here.
 */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The value as it is stored: text without outer blanks, numbers with the field's decimals, times without milliseconds. */
export function storedValue(field: FieldSchema, value: unknown): unknown {
  if (value === null || value === undefined) return field.type === 'boolean' ? false : null;
  if (typeof value === 'string') return trimmed(value) || null;
  if (value instanceof Decimal)
    return field.precision > 0 && value.scale !== field.scale ? value.setScale(field.scale, 'HALF_UP') : value;
  if (value instanceof ApexDatetime)
    return value.millis % 1000 === 0 ? value : new ApexDatetime(Math.floor(value.millis / 1000) * 1000);
  return value;
}

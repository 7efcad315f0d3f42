/** How SOQL compares values: text without case, ids exactly, numbers and dates as numbers. */
import type { FieldSchema } from '../schema/model';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { Double } from '../library/system/Double';
import { ApexTime } from '../library/system/Time';

/** Equal keys mean equal values; keys of one field can be ordered with `<`. */
export type ComparisonKey = string | number | boolean | null;

/** The key of a field's value. Empty text counts as null, a checkbox without a value as false. */
export function comparisonKey(field: FieldSchema, value: unknown): ComparisonKey {
  if (field.type === 'boolean') return value === true;
  if (typeof value !== 'string') return valueKey(value);
  if (value === '') return null;
  return field.type === 'id' || field.type === 'reference' || field.isCaseSensitive ? value : value.toLowerCase();
}

/** The key of a value without a field: results of functions and aggregates. */
export function valueKey(value: unknown): ComparisonKey {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof Double) return value.value;
  if (value instanceof ApexDate) return value.toEpochDay();
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.millis;
  return String(value);
}

/** −1, 0 or 1; null is less than everything else. */
export function compareKeys(a: ComparisonKey, b: ComparisonKey): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

/** Conditions of rules (`<field> <operation> <value>`) over the rows of the database. */
import { ApexDate } from '../library/system/Date';
import { Decimal } from '../library/system/Decimal';
import { currentTransaction } from '../runtime/transaction';
import { holds } from '../schema/boolean-filter';
import type { FieldSchema, ObjectSchema } from '../schema/model';
import type { FilterItem, RecordFilter } from '../schema/rules';
import { compareKeys, comparisonKey, type ComparisonKey } from './comparison';
import type { Row } from './store';
import type { Tables } from './tables';

/** Whether the row passes; without a filter every row does. */
export function passesFilter(tables: Tables, object: ObjectSchema, row: Row, filter: RecordFilter | null): boolean {
  if (!filter) return true;
  const { items, logic } = filter;
  return holds(logic, items.length, (index) => passesItem(tables, object, row, items[index] as FilterItem));
}

/** A condition on a field that does not exist holds for no row. */
function passesItem(tables: Tables, object: ObjectSchema, row: Row, item: FilterItem): boolean {
  const isOfUser = item.object === 'User' && object.name !== 'User';
  const owner = isOfUser ? tables.schema.findObject('User') : object;
  const subject = isOfUser ? tables.row(currentTransaction().userId) : row;
  const field = owner?.fields.get(item.field.toLowerCase());
  if (!owner || !subject || !field) return false;
  const value = tables.value(owner, field, subject);
  if (item.valueField === null) return compare(field, value, item.operation, item.value);
  const other = owner.fields.get(item.valueField.toLowerCase());
  const otherValue = other ? tables.value(owner, other, subject) : null;
  return compare(field, value, item.operation, otherValue === null ? '' : String(otherValue));
}

/**
 * Compares a value with the text of a condition. Texts compare without case; commas separate alternatives, except for
 * numbers and dates; an empty text stands for a blank field (Salesforce Help, filter criteria).
 */
export function compare(field: FieldSchema, value: unknown, operation: string, text: string): boolean {
  const wanted = alternativesOf(field, text);
  const key = comparisonKey(field, value);
  const isOneOf = (test: (one: ComparisonKey) => boolean) => wanted.some(test);
  switch (operation) {
    case 'equals':
      return isOneOf((one) => isSame(field, key, one));
    case 'notEqual':
      return !isOneOf((one) => isSame(field, key, one));
    case 'contains':
      return isOneOf((one) => textOf(key).includes(textOf(one)));
    case 'notContain':
      return !isOneOf((one) => textOf(key).includes(textOf(one)));
    case 'startsWith':
      return isOneOf((one) => textOf(key).startsWith(textOf(one)));
    case 'includes':
      return isOneOf((one) => textOf(key).split(';').includes(textOf(one)));
    case 'excludes':
      return !isOneOf((one) => textOf(key).split(';').includes(textOf(one)));
    case 'lessThan':
      return isOneOf((one) => isOrdered(key, one) && compareKeys(key, one) < 0);
    case 'greaterThan':
      return isOneOf((one) => isOrdered(key, one) && compareKeys(key, one) > 0);
    case 'lessOrEqual':
      return isOneOf((one) => isOrdered(key, one) && compareKeys(key, one) <= 0);
    case 'greaterOrEqual':
      return isOneOf((one) => isOrdered(key, one) && compareKeys(key, one) >= 0);
    default:
      return false;
  }
}

function isSame(field: FieldSchema, key: ComparisonKey, wanted: ComparisonKey): boolean {
  if (field.type === 'multipicklist') return textOf(key).split(';').includes(textOf(wanted));
  return key === wanted || (isId(field) && sameId(textOf(key), textOf(wanted)));
}

/** Ids may be given in their short form. */
function sameId(key: string, wanted: string): boolean {
  return wanted.length >= 15 && key.slice(0, 15) === wanted.slice(0, 15);
}

function isId(field: FieldSchema): boolean {
  return field.type === 'id' || field.type === 'reference';
}

function isOrdered(key: ComparisonKey, wanted: ComparisonKey): boolean {
  return key !== null && wanted !== null && typeof key === typeof wanted;
}

function textOf(key: ComparisonKey): string {
  return key === null ? '' : String(key);
}

/** The values that a condition names, as keys of the field. */
function alternativesOf(field: FieldSchema, text: string): ComparisonKey[] {
  const texts = isNumeric(field) || isDate(field) ? [text] : text.split(',');
  return texts.map((each) => keyOfText(field, each.trim()));
}

function keyOfText(field: FieldSchema, text: string): ComparisonKey {
  if (field.type === 'boolean') return /^(?:true|1)$/i.test(text);
  if (text === '') return null;
  if (isNumeric(field)) return Decimal.tryParse(text.replace(/[^0-9.+-]/g, ''))?.toNumber() ?? null;
  if (field.type === 'date') return dateOf(text)?.toEpochDay() ?? null;
  if (field.type === 'datetime') return dateTimeKey(text);
  return comparisonKey(field, text);
}

function isNumeric({ type }: FieldSchema): boolean {
  return ['int', 'long', 'double', 'currency', 'percent'].includes(type);
}

function isDate({ type }: FieldSchema): boolean {
  return type === 'date' || type === 'datetime';
}

/** `2026-01-31`, or `1/31/2026` as the set-up pages write it. */
function dateOf(text: string): ApexDate | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? ApexDate.tryParse(text) : ApexDate.of(Number(year), Number(month), Number(day));
}

function dateTimeKey(text: string): ComparisonKey {
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? null : millis;
}

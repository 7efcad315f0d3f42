/** The right side of a comparison: literals, binds and date literals as comparison keys of the field on the left. */
import type { FieldSchema } from '../../schema/model';
import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
import { ApexSet } from '../../library/system/Set';
import { comparisonKey, valueKey } from '../comparison';
import type { ComparisonKey } from '../comparison';
import { toLongId } from '../ids';
import { SObjectValue } from '../sobject';
import type { SoqlValue } from './ast';
import type { QueryContext } from './context';
import { dateLiteralSpan, dayAt, startOfDay } from './date-literals';
import { queryException } from './errors';

/** What the left side is compared as. Functions and aggregates are fields without a name. */
export type ComparedField = Pick<FieldSchema, 'name' | 'type' | 'isCaseSensitive'>;

/** A single key, or the span of a date literal (`end` is outside). */
export type Operand =
  | { readonly kind: 'key'; readonly key: ComparisonKey }
  | { readonly kind: 'span'; readonly start: number; readonly end: number };

const NUMBERS = new Set(['int', 'long', 'double', 'currency', 'percent']);

export function operandOf(field: ComparedField, value: SoqlValue, context: QueryContext): Operand {
  const isMisfit =
    (value.kind === 'date' && field.type === 'datetime') || (value.kind === 'datetime' && field.type === 'date');
  if (isMisfit) throw wrongType(field, null);
  if (value.kind !== 'dateliteral') return { kind: 'key', key: keyOf(field, apexValueOf(value, context), context) };
  const { start, end } = dateLiteralSpan(value.name, value.n, context.now, context.timeZone);
  if (field.type !== 'datetime') return { kind: 'span', start, end };
  return { kind: 'span', start: startOfDay(start, context.timeZone), end: startOfDay(end, context.timeZone) };
}

/** The elements of a list operand, and of binds that hold collections, as Apex values. */
export function elementsOf(values: readonly SoqlValue[], context: QueryContext): unknown[] {
  return values.flatMap((value) => {
    const element = apexValueOf(value, context);
    if (element instanceof ApexList) return [...element.items];
    if (element instanceof ApexSet) return [...element.values()];
    if (element instanceof ApexMap) return [...element.keys()];
    return [element];
  });
}

/** The Apex value of a literal or bind. */
export function apexValueOf(value: SoqlValue, context: QueryContext): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return value.value;
    case 'number':
    case 'currency':
      return Decimal.parse(value.text);
    case 'date':
      return ApexDate.tryParse(value.text);
    case 'datetime':
      return new ApexDatetime(Date.parse(value.text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
    case 'bind':
      return context.bind(value.index, value.name) ?? null;
    case 'dateliteral': {
      const { start } = dateLiteralSpan(value.name, value.n, context.now, context.timeZone);
      return ApexDate.fromEpochDay(start);
    }
  }
}

/**
 * The key under which a field's value equals this value.
 *
 * @throws System.QueryException when the value is of a type that the field cannot be compared with
 */
export function keyOf(field: ComparedField, value: unknown, context: Pick<QueryContext, 'timeZone'>): ComparisonKey {
  if (value === null) return null;
  switch (field.type) {
    case 'id':
    case 'reference':
      return idKey(field, value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'date':
      if (value instanceof ApexDate) return value.toEpochDay();
      if (value instanceof ApexDatetime) return dayAt(value.millis, context.timeZone);
      break;
    case 'datetime':
      if (value instanceof ApexDate) return value.toEpochDay() * 86_400_000;
      if (value instanceof ApexDatetime) return value.millis;
      break;
    default:
      if (
        NUMBERS.has(field.type)
          ? typeof value !== 'string' && typeof value !== 'boolean'
          : typeof value === 'string' || field.type === 'anytype' || field.type === 'time'
      ) {
        return typeof value === 'string' ? comparisonKey(field as FieldSchema, value) : valueKey(value);
      }
  }
  throw wrongType(field, value);
}

function idKey(field: ComparedField, value: unknown): ComparisonKey {
  if (value instanceof SObjectValue) return value.id;
  if (typeof value !== 'string') throw wrongType(field, value);
  if (value === '') return null;
  const id = toLongId(value);
  if (id === null) throw queryException(`invalid ID field: ${value}`);
  return id;
}

function wrongType(field: ComparedField, value: unknown) {
  const isQuoted = typeof value === 'string' || value === null;
  const quotes = isQuoted ? 'should not be enclosed in quotes' : 'should be enclosed in quotes';
  const isText =
    !NUMBERS.has(field.type) && !['boolean', 'date', 'datetime', 'time', 'id', 'reference'].includes(field.type);
  return queryException(
    `value of filter criterion for field '${field.name}' must be of type ${isText ? 'string' : field.type.replace('datetime', 'dateTime')} and ${quotes}`
  );
}

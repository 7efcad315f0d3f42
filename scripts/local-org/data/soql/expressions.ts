/** Field expressions over single rows: fields, date functions, `toLabel`, `format`. */
import { wallClockAt } from '../../library/time-zone';
import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { apexToString } from '../../library/stringify';
import type { ComparisonKey } from '../comparison';
import { comparisonKey, valueKey } from '../comparison';
import type { Row } from '../store';
import type { SoqlFieldExpression, SoqlFunctionCall } from './ast';
import type { QueryContext } from './context';
import { dayAt } from './date-literals';
import { queryException } from './errors';
import type { ComparedField } from './operands';
import type { QueryScope, ResolvedPath } from './scope';

/** An expression that answers a value for each subject: a row, or the rows of a group. */
export interface Reader<Subject> {
  /** The field behind the expression, or what it is compared as. */
  readonly field: ComparedField;
  /** The path of a plain field. */
  readonly path: ResolvedPath | null;
  read(subject: Subject, context: QueryContext): unknown;
  key(subject: Subject, context: QueryContext): ComparisonKey;
}

export const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX', 'GROUPING']);

const anonymous = (name: string, type: ComparedField['type']): ComparedField => ({
  name,
  type,
  isCaseSensitive: false
});

/** The reader of an expression that is no aggregate. */
export function rowReader(scope: QueryScope, expression: SoqlFieldExpression): Reader<Row> {
  if (expression.kind === 'field') return fieldReader(scope, scope.resolve(expression.path));
  const name = expression.name.toUpperCase();
  if (name === 'TOLABEL' || name === 'FORMAT' || name === 'CONVERTCURRENCY') return textReader(scope, name, expression);
  const part = DATE_PARTS[name];
  if (!part) throw queryException(`unexpected token: '${expression.name}'`);
  return dateReader(scope, expression, part);
}

function fieldReader(scope: QueryScope, path: ResolvedPath): Reader<Row> {
  const { field } = path;
  const isOwn = path.steps.length === 0 && field.formula === null && field.summary === null;
  const read =
    isOwn && field.type !== 'boolean' ? (row: Row) => row[field.name] ?? null : (row: Row) => scope.read(path, row);
  return { field, path, read, key: (row) => comparisonKey(field, read(row)) };
}

function textReader(scope: QueryScope, name: string, call: SoqlFunctionCall): Reader<Row> {
  const inner = rowReader(scope, firstArgument(call));
  if (name === 'CONVERTCURRENCY') return inner;
  const read =
    name === 'TOLABEL'
      ? (row: Row, context: QueryContext) => labelOf(inner, row, context)
      : (row: Row, context: QueryContext) => formatted(inner.read(row, context));
  return {
    field: anonymous(inner.field.name, 'string'),
    path: inner.path,
    read,
    key: (row, context) => valueKey(read(row, context))
  };
}

function labelOf(inner: Reader<Row>, row: Row, context: QueryContext): unknown {
  const value = inner.read(row, context);
  return inner.path?.field.picklistValues.find((entry) => entry.value === value)?.label ?? value;
}

function formatted(value: unknown): string | null {
  return value === null ? null : value instanceof Decimal ? value.format() : apexToString(value);
}

/** Days and the clock of a moment, in the zone in which the function looks at it. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly epochDay: number;
}

const DATE_PARTS: Readonly<Record<string, (moment: Moment) => unknown>> = {
  CALENDAR_YEAR: (m) => m.year,
  CALENDAR_QUARTER: (m) => Math.ceil(m.month / 3),
  CALENDAR_MONTH: (m) => m.month,
  FISCAL_YEAR: (m) => m.year,
  FISCAL_QUARTER: (m) => Math.ceil(m.month / 3),
  FISCAL_MONTH: (m) => m.month,
  DAY_IN_MONTH: (m) => m.day,
  DAY_IN_WEEK: (m) => weekday(m.epochDay) + 1,
  DAY_IN_YEAR: (m) => m.epochDay - Date.UTC(m.year, 0, 1) / 86_400_000 + 1,
  WEEK_IN_MONTH: (m) => Math.ceil(m.day / 7),
  WEEK_IN_YEAR: (m) => Math.ceil((m.epochDay - Date.UTC(m.year, 0, 1) / 86_400_000 + 1) / 7),
  HOUR_IN_DAY: (m) => m.hour,
  DAY_ONLY: (m) => ApexDate.fromEpochDay(m.epochDay)
};

function weekday(epochDay: number): number {
  return new Date(epochDay * 86_400_000).getUTCDay();
}

/** Date functions look at GMT unless the field stands in `convertTimezone(…)`. */
function dateReader(scope: QueryScope, call: SoqlFunctionCall, part: (moment: Moment) => unknown): Reader<Row> {
  const argument = firstArgument(call);
  const isConverted = argument.kind === 'function' && argument.name.toUpperCase() === 'CONVERTTIMEZONE';
  const inner = rowReader(scope, isConverted ? firstArgument(argument) : argument);
  const read = (row: Row, context: QueryContext) => {
    const moment = momentOf(inner.read(row, context), isConverted ? context.timeZone : 'GMT');
    return moment && part(moment);
  };
  const type = call.name.toUpperCase() === 'DAY_ONLY' ? 'date' : 'int';
  return {
    field: anonymous(inner.field.name, type),
    path: null,
    read,
    key: (row, context) => valueKey(read(row, context))
  };
}

function momentOf(value: unknown, zone: string): Moment | null {
  if (value instanceof ApexDate)
    return { year: value.year, month: value.month, day: value.day, hour: 0, epochDay: value.toEpochDay() };
  if (!(value instanceof ApexDatetime)) return null;
  const { year, month, day, hour } = wallClockAt(value.millis, zone);
  return { year, month, day, hour, epochDay: dayAt(value.millis, zone) };
}

export function firstArgument(call: SoqlFunctionCall): SoqlFieldExpression {
  const [first] = call.arguments;
  if (!first) throw queryException(`unexpected token: '${call.name}'`);
  return first;
}

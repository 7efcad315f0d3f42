/** Date and time functions. */
import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { ApexTime } from '../../library/system/Time';
import { FormulaValueError } from '../ast';
import { decimal, integerOf, isBlank, textOf, type FormulaValue } from '../values';
import { at, ofValues, type FormulaFunction } from './function';

type Values = readonly FormulaValue[];
const DAY = 86_400_000;

function dateAt(values: Values, position: number): ApexDate | null {
  const value = at(values, position);
  if (isBlank(value)) return null;
  if (value instanceof ApexDate) return value;
  throw new FormulaValueError(`A date was expected instead of ${textOf(value)}`);
}

function partOfDate(part: (date: ApexDate) => number): FormulaFunction {
  return ofValues(1, 1, (values) => {
    const date = dateAt(values, 0);
    return date && decimal(part(date));
  });
}

function partOfTime(part: (time: ApexTime) => number): FormulaFunction {
  return ofValues(1, 1, (values) => {
    const time = at(values, 0);
    if (isBlank(time)) return null;
    if (!(time instanceof ApexTime)) throw new FormulaValueError(`A time was expected instead of ${textOf(time)}`);
    return decimal(part(time));
  });
}

function makeDate(values: Values): ApexDate {
  const [year, month, day] = [integerOf(at(values, 0)), integerOf(at(values, 1)), integerOf(at(values, 2))];
  const date = ApexDate.of(year, month, day);
  if (date.year !== year || date.month !== month || date.day !== day)
    throw new FormulaValueError(`There is no date ${year}-${month}-${day}`);
  return date;
}

/** The day of a moment in GMT ("Using Date, Date/Time, and Time Values in Formulas"), or of a text. */
function dateValue(values: Values): ApexDate | null {
  const value = at(values, 0);
  if (isBlank(value) || value instanceof ApexDate) return value as ApexDate | null;
  if (value instanceof ApexDatetime) return ApexDate.at(value.millis, 'GMT');
  const date = ApexDate.tryParse(textOf(value));
  if (!date) throw new FormulaValueError(`${textOf(value)} is not a date`);
  return date;
}

/** `2024-02-29 12:30:00` in GMT. */
function datetimeValue(values: Values): ApexDatetime | null {
  const value = at(values, 0);
  if (isBlank(value) || value instanceof ApexDatetime) return value as ApexDatetime | null;
  if (value instanceof ApexDate) return new ApexDatetime(value.toEpochDay() * DAY);
  const millis = Date.parse(`${textOf(value).trim().replace(' ', 'T').replace(/Z$/, '')}Z`);
  if (Number.isNaN(millis)) throw new FormulaValueError(`${textOf(value)} is not a date/time`);
  return new ApexDatetime(millis);
}

function timeValue(values: Values): ApexTime | null {
  const value = at(values, 0);
  if (isBlank(value) || value instanceof ApexTime) return value as ApexTime | null;
  if (value instanceof ApexDatetime) return new ApexTime(((value.millis % DAY) + DAY) % DAY);
  const [, hour, minute, second = '0', milli = '0'] =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/.exec(textOf(value).trim()) ?? [];
  if (hour === undefined || minute === undefined) throw new FormulaValueError(`${textOf(value)} is not a time`);
  return ApexTime.of(Number(hour), Number(minute), Number(second), Number(milli));
}

/** The last day of a month stays a last day: January 31 and one month, but also February 28 and one month is March 31. */
function addMonths(values: Values): FormulaValue {
  const value = at(values, 0);
  const months = integerOf(at(values, 1));
  if (value instanceof ApexDatetime) {
    const date = ApexDate.at(value.millis, 'GMT');
    return new ApexDatetime(moveMonths(date, months).toEpochDay() * DAY + (((value.millis % DAY) + DAY) % DAY));
  }
  const date = dateAt(values, 0);
  return date && moveMonths(date, months);
}

function moveMonths(date: ApexDate, months: number): ApexDate {
  const moved = date.addMonths(months);
  const isLastDay = date.addDays(1).day === 1;
  return isLastDay ? ApexDate.of(moved.year, moved.month + 1, 0) : moved;
}

/** Sunday is 1. */
const SUNDAY_OFFSET = 4;
const weekday = (date: ApexDate) => ((((date.toEpochDay() + SUNDAY_OFFSET) % 7) + 7) % 7) + 1;

export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  TODAY: ofValues(0, 0, (_values, context) => ApexDate.at(context.now, context.timeZone)),
  NOW: ofValues(0, 0, (_values, context) => new ApexDatetime(context.now)),
  TIMENOW: ofValues(0, 0, (_values, context) => new ApexTime(context.now % DAY)),
  DATE: ofValues(3, 3, makeDate),
  DATEVALUE: ofValues(1, 1, dateValue),
  DATETIMEVALUE: ofValues(1, 1, datetimeValue),
  TIMEVALUE: ofValues(1, 1, timeValue),
  YEAR: partOfDate((date) => date.year),
  MONTH: partOfDate((date) => date.month),
  DAY: partOfDate((date) => date.day),
  WEEKDAY: partOfDate(weekday),
  DAYOFYEAR: partOfDate((date) => date.toEpochDay() - new ApexDate(date.year, 1, 1).toEpochDay() + 1),
  HOUR: partOfTime((time) => time.hour),
  MINUTE: partOfTime((time) => time.minute),
  SECOND: partOfTime((time) => time.second),
  MILLISECOND: partOfTime((time) => time.millisecond),
  ADDMONTHS: ofValues(2, 2, addMonths),
  UNIXTIMESTAMP: ofValues(1, 1, (values) => {
    const moment = datetimeValue(values);
    return moment && Decimal.fromDouble(moment.millis / 1000).stripTrailingZeros();
  })
};

/**
 * Values of formulas: text, Boolean, Decimal, dates and times, or null for blank. Blank text and null are the same.
 */
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { ApexTime } from '../library/system/Time';
import { FormulaValueError } from './ast';

export type FormulaValue = string | boolean | Decimal | ApexDate | ApexDatetime | ApexTime | null;

/** An Apex value of a field as formulas see it. */
export function toFormulaValue(value: unknown): FormulaValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Decimal.fromDouble(value).stripTrailingZeros();
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  if (
    value instanceof Decimal ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime
  )
    return value;
  return typeof value === 'boolean' ? value : String(value);
}

export function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

/** Blank is an empty text here. */
export function textOf(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDatetime) return `${value.toString()}Z`;
  return String(value);
}

/** A number, or null when blank. */
export function numberOf(value: FormulaValue): Decimal | null {
  if (value === null || value === '') return null;
  if (value instanceof Decimal) return value;
  throw new FormulaValueError(`A number was expected instead of ${textOf(value)}`);
}

/** Blank counts as zero, for functions that cannot do without a number. */
export function integerOf(value: FormulaValue): number {
  return numberOf(value)?.toInteger() ?? 0;
}

/** Blank is false. */
export function truthOf(value: FormulaValue): boolean {
  if (value === null || value === '') return false;
  if (typeof value === 'boolean') return value;
  throw new FormulaValueError(`True or false was expected instead of ${textOf(value)}`);
}

export function decimal(value: number): Decimal {
  return Number.isInteger(value) ? Decimal.fromLong(BigInt(value)) : Decimal.fromDouble(value);
}

/** Text is compared with regard to case; values of different kinds are different. */
export function areEqual(a: FormulaValue, b: FormulaValue): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  const order = compare(a, b);
  return order === null ? a === b : order === 0;
}

/** −1, 0 or 1; null when one is blank or they have no common order. */
export function compare(a: FormulaValue, b: FormulaValue): number | null {
  if (isBlank(a) || isBlank(b)) return null;
  if (a instanceof Decimal && b instanceof Decimal) return a.compareTo(b);
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  const left = millisOf(a);
  const right = millisOf(b);
  return left === null || right === null ? null : Math.sign(left - right);
}

const DAY = 86_400_000;

function millisOf(value: FormulaValue): number | null {
  if (value instanceof ApexDate) return value.toEpochDay() * DAY;
  return value instanceof ApexDatetime || value instanceof ApexTime ? value.millis : null;
}

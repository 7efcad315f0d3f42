/** Arithmetic of compiled code that needs more than one JavaScript operator. */
import { apexCompare } from '../../library/equality';
import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { ApexTime } from '../../library/system/Time';
import { Decimal } from '../../library/system/Decimal';
import { Double, doubleToInteger, doubleToLong } from '../../library/system/Double';
import { newException } from '../exceptions';

function divideByZero(): never {
  throw newException('System.MathException', 'Divide by 0');
}

export function integerDivide(a: number, b: number): number {
  if (b === 0) divideByZero();
  return (a / b) | 0;
}

export function longDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) divideByZero();
  return BigInt.asIntN(64, a / b);
}

export function double(value: number): Double {
  return new Double(value);
}

export function doubleDivide(a: Double, b: Double): Double {
  if (b.value === 0) divideByZero();
  return new Double(a.value / b.value);
}

/** Java takes the lower six bits of the count. */
function shiftCount(count: number | bigint): bigint {
  return BigInt.asUintN(6, BigInt(count));
}

export function longShiftLeft(a: bigint, count: number | bigint): bigint {
  return BigInt.asIntN(64, a << shiftCount(count));
}

export function longShiftRight(a: bigint, count: number | bigint): bigint {
  return a >> shiftCount(count);
}

export function longShiftRightUnsigned(a: bigint, count: number | bigint): bigint {
  return BigInt.asIntN(64, BigInt.asUintN(64, a) >> shiftCount(count));
}

export function sameDouble(a: Double | null, b: Double | null): boolean {
  return a === null || b === null ? a === b : a.value === b.value;
}

export function sameDecimal(a: Decimal | null, b: Decimal | null): boolean {
  return a === null || b === null ? a === b : a.compareTo(b) === 0;
}

export function decimalLiteral(text: string): Decimal {
  return Decimal.parse(text);
}

export function doubleLiteral(text: string): Double {
  return new Double(Number(text));
}

/** Keeps null as it is. */
function lift<A, B>(convert: (value: A) => B): (value: A | null) => B | null {
  return (value) => (value === null ? null : convert(value));
}

export const conversions = {
  integerToLong: lift((value: number) => BigInt(value)),
  integerToDouble: lift((value: number) => new Double(value)),
  integerToDecimal: lift((value: number) => Decimal.fromInteger(value)),
  longToInteger: lift((value: bigint) => Number(BigInt.asIntN(32, value))),
  longToDouble: lift((value: bigint) => new Double(Number(value))),
  longToDecimal: lift((value: bigint) => Decimal.fromLong(value)),
  doubleToDecimal: lift((value: Double) => Decimal.fromDouble(value.value)),
  doubleToInteger: lift((value: Double) => doubleToInteger(value.value)),
  doubleToLong: lift((value: Double) => doubleToLong(value.value)),
  decimalToDouble: lift((value: Decimal) => new Double(value.toNumber())),
  decimalToInteger: lift((value: Decimal) => value.toInteger()),
  decimalToLong: lift((value: Decimal) => value.toBigInt()),
  /** Midnight in GMT, as on the platform. */
  dateToDatetime: lift((value: ApexDate) => new ApexDatetime(Date.UTC(value.year, value.month - 1, value.day))),
  datetimeToDate: lift((value: ApexDatetime) => ApexDate.at(value.millis, 'UTC'))
} as const;

/** Comparisons of two Integers or two Longs: false when one is null. */
export function less(a: number | bigint | null, b: number | bigint | null): boolean {
  return a !== null && b !== null && a < b;
}

export function lessOrEqual(a: number | bigint | null, b: number | bigint | null): boolean {
  return a !== null && b !== null && a <= b;
}

export function greater(a: number | bigint | null, b: number | bigint | null): boolean {
  return a !== null && b !== null && a > b;
}

export function greaterOrEqual(a: number | bigint | null, b: number | bigint | null): boolean {
  return a !== null && b !== null && a >= b;
}

/** Order of two values of one type; NaN when one is null, so that every comparison with it is false. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number.NaN;
  if (a instanceof Decimal && b instanceof Decimal) return a.compareTo(b);
  if (a instanceof Double && b instanceof Double)
    return a.value === b.value ? 0 : a.value < b.value ? -1 : a.value > b.value ? 1 : Number.NaN;
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.millis - b.millis;
  return apexCompare(a, b);
}

const MILLIS_PER_DAY = 86_400_000;

/** `Date ± Integer|Long|Decimal` (days); `Time ± Integer` (milliseconds) comes here, too. */
export function dateAdd(date: unknown, amount: unknown, sign: number): unknown {
  const count = numberOf(amount) * sign;
  if (date instanceof ApexDate) return date.addDays(Math.trunc(count));
  if (date instanceof ApexTime)
    return new ApexTime((((date.millis + count) % MILLIS_PER_DAY) + MILLIS_PER_DAY) % MILLIS_PER_DAY);
  throw new Error('Internal error: days are added to something that is no date');
}

/** `Datetime ± Integer|Decimal|Double`: days, with fractions. */
export function datetimeAdd(datetime: ApexDatetime, days: unknown, sign: number): ApexDatetime {
  return new ApexDatetime(datetime.millis + Math.round(numberOf(days) * sign * MILLIS_PER_DAY));
}

function numberOf(value: unknown): number {
  if (value instanceof Decimal) return value.toNumber();
  return value instanceof Double ? value.value : Number(value);
}

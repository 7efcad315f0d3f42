/** `System.Math`. Functions of a Decimal that have no exact result are computed in double precision. */
import { newException } from '../../runtime/exceptions';
import { compareNumbers } from '../equality';
import { required } from '../null-argument';
import { platformType } from '../registry';
import type { Implementations } from '../registry';
import { Decimal, decimalOf } from './Decimal';
import { Double, doubleOf, doubleToInteger, doubleToLong } from './Double';

type ApexNumber = number | bigint | Decimal | Double;

/** One function for Double and for Decimal arguments; the result has the type of the argument. */
function real(compute: (...values: number[]) => number) {
  return (...values: (Decimal | Double)[]) => {
    const result = compute(...values.map((value) => doubleOf(required(value)).value));
    return values[0] instanceof Decimal ? Decimal.fromDouble(result) : new Double(result);
  };
}

function absolute(value: ApexNumber | null): ApexNumber {
  const given = required(value);
  if (typeof given === 'number') return Math.abs(given) | 0;
  if (typeof given === 'bigint') return BigInt.asIntN(64, given < 0n ? -given : given);
  return given instanceof Decimal ? given.abs() : new Double(Math.abs(given.value));
}

/** The larger (`sign` 1) or smaller (-1) of two numbers; a Decimal and a Double give a Decimal. */
function extreme(sign: number) {
  return (a: ApexNumber | null, b: ApexNumber | null): ApexNumber => {
    const chosen = compareNumbers(required(a), required(b)) * sign >= 0 ? required(a) : required(b);
    return a instanceof Decimal || b instanceof Decimal ? decimalOf(chosen) : chosen;
  };
}

function remainder(a: number | bigint | null, b: number | bigint | null): number | bigint {
  const [dividend, divisor] = [required(a), required(b)];
  if (Number(divisor) === 0) throw newException('System.MathException', 'Divide by 0');
  if (typeof dividend === 'number' && typeof divisor === 'number') return (dividend % divisor) | 0;
  return BigInt(dividend) % BigInt(divisor);
}

/** Rounds to whole numbers: a Decimal exactly, a Double as Java does. */
function whole(ofDouble: (value: number) => number, mode: 'CEILING' | 'FLOOR' | 'HALF_EVEN') {
  return (value: Decimal | Double | null) => {
    const given = required(value);
    return given instanceof Decimal ? given.setScale(0, mode) : new Double(ofDouble(given.value));
  };
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function signum(value: Decimal | Double | null): Decimal | Double {
  const given = required(value);
  return given instanceof Decimal
    ? Decimal.fromInteger(given.compareTo(Decimal.ZERO))
    : new Double(Math.sign(given.value));
}

// Math.round(Decimal): "using half-even rounding mode" (Apex Reference); Doubles round as `java.lang.Math.round`.
const rounding: Implementations = {
  'round(Decimal)': (value: Decimal | null) => required(value).setScale(0).toInteger(),
  'round(Double)': (value: Double | null) => doubleToInteger(Math.floor(required(value).value + 0.5)),
  'roundToLong(Decimal)': (value: Decimal | null) => required(value).setScale(0).toBigInt(),
  'roundToLong(Double)': (value: Double | null) => doubleToLong(Math.floor(required(value).value + 0.5))
};

platformType({
  name: 'System.Math',
  staticProperties: { E: { get: () => new Double(Math.E) }, PI: { get: () => new Double(Math.PI) } },
  statics: {
    ...rounding,
    abs: absolute,
    acos: real(Math.acos),
    asin: real(Math.asin),
    atan: real(Math.atan),
    atan2: real(Math.atan2),
    cbrt: real(Math.cbrt),
    ceil: whole(Math.ceil, 'CEILING'),
    cos: real(Math.cos),
    cosh: real(Math.cosh),
    exp: real(Math.exp),
    floor: whole(Math.floor, 'FLOOR'),
    log: real(Math.log),
    log10: real(Math.log10),
    max: extreme(1),
    min: extreme(-1),
    mod: remainder,
    pow: real(Math.pow),
    random: () => new Double(Math.random()),
    rint: whole(halfEven, 'HALF_EVEN'),
    signum,
    sin: real(Math.sin),
    sinh: real(Math.sinh),
    sqrt: real(Math.sqrt),
    tan: real(Math.tan),
    tanh: real(Math.tanh)
  }
});

/** `System.Double`: a 64-bit floating-point number in a box, so that it can be told from an Integer at run time. */
import { newException } from '../../runtime/exceptions';
import { javaDoubleText } from '../number-text';
import { platformType } from '../registry';
import { Decimal } from './Decimal';

export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  /** As `Double.toString` of Java prints it: `1.0`, `1.0E10`, `NaN`. */
  toString(): string {
    return javaDoubleText(this.value);
  }
}

const FLOATING_POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/;

/** `Double.valueOf(String)`. Throws `TypeException` for anything that is not a number. */
export function parseDouble(text: string | null): Double {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const trimmed = text.trim();
  if (!FLOATING_POINT.test(trimmed)) throw newException('System.TypeException', `Invalid double: ${text}`);
  return new Double(Number.parseFloat(trimmed));
}

/** A number of any type as a Double; text is parsed. */
export function doubleOf(value: unknown): Double {
  if (value instanceof Double) return value;
  if (value instanceof Decimal) return new Double(value.toNumber());
  if (typeof value === 'number' || typeof value === 'bigint') return new Double(Number(value));
  return parseDouble(value === null ? null : String(value));
}

/** Java's narrowing of a double to int: truncates, saturates, and makes 0 of NaN. */
export function doubleToInteger(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-2147483648, Math.min(2147483647, Math.trunc(value))) | 0;
}

/** Java's narrowing of a double to long: truncates, saturates, and makes 0 of NaN. */
export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  if (value <= -(2 ** 63)) return -(2n ** 63n);
  return BigInt(Math.trunc(value));
}

platformType({
  name: 'System.Double',
  jsClass: Double,
  statics: { 'valueOf(String)': parseDouble, 'valueOf(Object)': doubleOf },
  methods: {
    format: (self: Double) => (Number.isFinite(self.value) ? Decimal.fromDouble(self.value).format() : self.toString()),
    intValue: (self: Double) => doubleToInteger(self.value),
    longValue: (self: Double) => doubleToLong(self.value),
    // 4.5 rounds to 5 (Apex Reference, Double.round), a Decimal of 4.5 to 4.
    round: (self: Double) => doubleToLong(Math.floor(self.value + 0.5))
  }
});

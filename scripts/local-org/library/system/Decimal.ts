/** `System.Decimal`: an exact decimal number, with the semantics of Java's `BigDecimal`. */
import { newException } from '../../runtime/exceptions';
import { groupDigits, javaDoubleText } from '../number-text';
import { platformType } from '../registry';
import type { PlatformEnumValue } from '../registry';
import { doubleOf, Double } from './Double';

export type RoundingModeName =
  'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** Digits after the point that a quotient keeps when it does not end earlier, and the largest scale there is. */
const DIVISION_SCALE = 33;

/** Immutable. The value is `unscaled` × 10^-`scale`; `1.10` and `1.1` are equal but have different scales. */
export class Decimal {
  static readonly ZERO = new Decimal(0n, 0);

  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static fromInteger(value: number): Decimal {
    return new Decimal(BigInt(value), 0);
  }

  static fromLong(value: bigint): Decimal {
    return new Decimal(value, 0);
  }

  /** Takes the digits that the double prints: 0.1 becomes 0.1, 5.0 becomes 5.0. NaN and infinities are refused. */
  static fromDouble(value: number): Decimal {
    if (!Number.isFinite(value)) throw newException('System.MathException', 'Infinite or NaN');
    return Decimal.tryParse(javaDoubleText(value)) ?? Decimal.ZERO;
  }

  /** A decimal from `12`, `-1.50`, `.5`, `1e3`; null when the text is none. */
  static tryParse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!match || (!match[2] && !match[3])) return null;
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    const unscaled = BigInt(`${whole}${fraction}`);
    return new Decimal(sign === '-' ? -unscaled : unscaled, fraction.length - Number(exponent));
  }

  /** `Decimal.valueOf(String)`. Throws `TypeException` for what is not a number. */
  static parse(text: string | null): Decimal {
    if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
    const value = Decimal.tryParse(text);
    if (!value) throw newException('System.TypeException', `Invalid decimal: ${text}`);
    return value;
  }

  add(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /**
   * The quotient of the operator `/`: exact at the shortest scale that is not less than the difference of the operands'
   * scales, or else with 33 digits after the point.
   */
  divide(other: Decimal): Decimal {
    if (other.unscaled === 0n) throw newException('System.MathException', 'Divide by 0');
    const preferred = Math.max(this.scale - other.scale, 0);
    return this.divideAt(other, Math.max(DIVISION_SCALE, preferred), 'HALF_EVEN').stripZerosTo(preferred);
  }

  /** The quotient with exactly `scale` digits after the point. */
  divideAt(other: Decimal, scale: number, mode: RoundingModeName): Decimal {
    if (other.unscaled === 0n) throw newException('System.MathException', 'Divide by 0');
    const shift = scale + other.scale - this.scale;
    const numerator = shift >= 0 ? this.unscaled * powerOfTen(shift) : this.unscaled;
    const denominator = shift >= 0 ? other.unscaled : other.unscaled * powerOfTen(-shift);
    return new Decimal(divideRounded(numerator, denominator, mode), scale);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  pow(exponent: number): Decimal {
    if (exponent < 0) throw newException('System.MathException', 'Invalid operation');
    return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  setScale(scale: number, mode: RoundingModeName = 'HALF_EVEN'): Decimal {
    if (scale >= this.scale) return new Decimal(this.unscaledAt(scale), scale);
    return new Decimal(divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode), scale);
  }

  stripTrailingZeros(): Decimal {
    if (this.unscaled === 0n) return Decimal.ZERO;
    let { unscaled, scale } = this;
    while (unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return new Decimal(unscaled, scale);
  }

  /** -1, 0 or 1; scales do not matter. */
  compareTo(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const a = this.unscaledAt(scale);
    const b = other.unscaledAt(scale);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Numerically equal: `1.10` equals `1.1`, as with the operator `==`. */
  equals(other: Decimal): boolean {
    return this.compareTo(other) === 0;
  }

  /** The number of digits of the unscaled value. */
  precision(): number {
    return String(this.unscaled < 0n ? -this.unscaled : this.unscaled).length;
  }

  toNumber(): number {
    return Number(this.toString());
  }

  /** Truncated to a whole number; wraps like Java's `longValue`. */
  toBigInt(): bigint {
    const whole = this.scale > 0 ? this.unscaled / powerOfTen(this.scale) : this.unscaledAt(0);
    return BigInt.asIntN(64, whole);
  }

  /** Truncated to an Integer; wraps like Java's `intValue`. */
  toInteger(): number {
    return Number(BigInt.asIntN(32, this.toBigInt()));
  }

  toPlainString(): string {
    if (this.scale <= 0) return String(this.unscaledAt(0));
    const { sign, digits } = this.digits();
    const padded = digits.padStart(this.scale + 1, '0');
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`;
  }

  /** As `BigDecimal.toString`: plain, or with an exponent when the scale is negative or the number very small. */
  toString(): string {
    const { sign, digits } = this.digits();
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${mantissa}E${exponent >= 0 ? '+' : ''}${exponent}`;
  }

  /** With grouping commas and at most three digits after the point, as the locale en_US prints numbers. */
  format(): string {
    const rounded = this.scale > 3 ? this.setScale(3) : this;
    return groupDigits(rounded.stripTrailingZeros().toPlainString());
  }

  private digits(): { sign: string; digits: string } {
    const text = String(this.unscaled);
    return text.startsWith('-') ? { sign: '-', digits: text.slice(1) } : { sign: '', digits: text };
  }

  /** The unscaled value at a scale that is not smaller than the own one. */
  private unscaledAt(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * powerOfTen(scale - this.scale);
  }

  private stripZerosTo(scale: number): Decimal {
    let { unscaled } = this;
    let at = this.scale;
    while (at > scale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      at--;
    }
    return new Decimal(unscaled, at);
  }
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingModeName): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  if (mode === 'UNNECESSARY') throw newException('System.MathException', 'Rounding necessary');
  const isNegative = numerator < 0n !== denominator < 0n;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const size = denominator < 0n ? -denominator : denominator;
  const half = twice < size ? -1 : twice > size ? 1 : 0;
  return roundsAway(mode, isNegative, half, quotient % 2n !== 0n) ? quotient + (isNegative ? -1n : 1n) : quotient;
}

function roundsAway(mode: RoundingModeName, isNegative: boolean, half: number, isOdd: boolean): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'CEILING':
      return !isNegative;
    case 'FLOOR':
      return isNegative;
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_DOWN':
      return half > 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && isOdd);
    default:
      return false;
  }
}

/** A number of any type as a Decimal; text is parsed. */
export function decimalOf(value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  if (value instanceof Double) return Decimal.fromDouble(value.value);
  return Decimal.parse(value === null ? null : String(value));
}

/** The mode of a `System.RoundingMode` constant. Null is refused as the platform does. */
export function roundingMode(value: PlatformEnumValue | null): RoundingModeName {
  if (value === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return value.name as RoundingModeName;
}

platformType({
  name: 'System.RoundingMode',
  enumConstants: ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP']
});

platformType({
  name: 'System.Decimal',
  jsClass: Decimal,
  statics: { 'valueOf(String)': Decimal.parse, 'valueOf/1': decimalOf },
  methods: {
    abs: (self: Decimal) => self.abs(),
    'divide/2': (self: Decimal, by: unknown, scale: number) => self.divideAt(decimalOf(by), scale, 'HALF_EVEN'),
    'divide/3': (self: Decimal, by: unknown, scale: number, mode: PlatformEnumValue) =>
      self.divideAt(decimalOf(by), scale, roundingMode(mode)),
    doubleValue: (self: Decimal) => doubleOf(self),
    format: (self: Decimal) => self.format(),
    intValue: (self: Decimal) => self.toInteger(),
    longValue: (self: Decimal) => self.toBigInt(),
    pow: (self: Decimal, exponent: number) => self.pow(exponent),
    precision: (self: Decimal) => self.precision(),
    'round/0': (self: Decimal) => self.setScale(0).toBigInt(),
    'round/1': (self: Decimal, mode: PlatformEnumValue) => self.setScale(0, roundingMode(mode)).toBigInt(),
    scale: (self: Decimal) => self.scale,
    'setScale/1': (self: Decimal, scale: number) => self.setScale(scale),
    'setScale/2': (self: Decimal, scale: number, mode: PlatformEnumValue) => self.setScale(scale, roundingMode(mode)),
    stripTrailingZeros: (self: Decimal) => self.stripTrailingZeros(),
    toPlainString: (self: Decimal) => self.toPlainString()
  }
});

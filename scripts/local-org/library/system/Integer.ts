/** `System.Integer`: 32 bits, a JavaScript number. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { groupDigits } from '../number-text';
import { platformType } from '../registry';
import { Decimal } from './Decimal';
import { Double, doubleToInteger } from './Double';

/** `Integer.valueOf(String)`. @throws System.TypeException `Invalid integer: x` */
export function parseInteger(text: string | null): number {
  const digits = required(text);
  const value = /^[+-]?\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (!(value >= -2147483648 && value <= 2147483647))
    throw newException('System.TypeException', `Invalid integer: ${digits}`);
  return value | 0;
}

function integerOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof Decimal) return value.toInteger();
  if (value instanceof Double) return doubleToInteger(value.value);
  return parseInteger(value === null ? null : String(value));
}

platformType({
  name: 'System.Integer',
  isInstance: (value) => typeof value === 'number',
  statics: { 'valueOf(String)': parseInteger, 'valueOf(Object)': integerOf },
  methods: {
    format: (self: number) => groupDigits(String(self)),
    intValue: (self: number) => self,
    longValue: (self: number) => BigInt(self),
    doubleValue: (self: number) => new Double(self)
  }
});

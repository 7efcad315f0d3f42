/** `System.Long`: 64 bits, a JavaScript bigint. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { groupDigits } from '../number-text';
import { platformType } from '../registry';
import { Double } from './Double';

/** `Long.valueOf(String)`. @throws System.TypeException `Invalid long: x` */
export function parseLong(text: string | null): bigint {
  const digits = required(text);
  const value = /^[+-]?\d+$/.test(digits) ? BigInt(digits.replace('+', '')) : null;
  if (value === null || BigInt.asIntN(64, value) !== value)
    throw newException('System.TypeException', `Invalid long: ${digits}`);
  return value;
}

platformType({
  name: 'System.Long',
  isInstance: (value) => typeof value === 'bigint',
  statics: { valueOf: parseLong },
  methods: {
    format: (self: bigint) => groupDigits(String(self)),
    intValue: (self: bigint) => Number(BigInt.asIntN(32, self)),
    longValue: (self: bigint) => self,
    doubleValue: (self: bigint) => new Double(Number(self))
  }
});

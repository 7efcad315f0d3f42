/** JSON values as Apex primitives. */
import { newException } from '../../runtime/exceptions';
import { ApexBlob } from '../system/Blob';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { Decimal } from '../system/Decimal';
import { Double } from '../system/Double';
import { parseId } from '../system/Id';
import { ApexTime } from '../system/Time';
import type { TokenCursor } from './cursor';

type TextReader = (text: string) => unknown;

/** Readers answer undefined for texts that are no such value. */
const READERS: Readonly<Record<string, TextReader>> = {
  string: (text) => text,
  id: parseId,
  boolean: (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined),
  integer: (text) => inRange(text, 32, Number),
  long: (text) => inRange(text, 64, (value) => value),
  double: (text) => (Decimal.tryParse(text) ? new Double(Number(text)) : undefined),
  decimal: (text) => Decimal.tryParse(text) ?? undefined,
  date: (text) => ApexDate.tryParse(text) ?? undefined,
  datetime: (text) => parseIsoDatetime(text) ?? undefined,
  time: (text) => parseIsoTime(text) ?? undefined,
  blob: (text) => new ApexBlob(Buffer.from(text, 'base64'))
};

/** The reader of a primitive type, or undefined for other types. `Object` is none: the platform refuses it. */
export function primitiveReader(typeName: string): ((cursor: TokenCursor) => unknown) | undefined {
  const read = READERS[typeName.toLowerCase()];
  return (
    read &&
    ((cursor) => {
      const { kind, text } = cursor.require();
      if (kind === 'VALUE_NULL') return null;
      if (kind === 'START_OBJECT' || kind === 'START_ARRAY')
        throw newException('System.JSONException', 'Illegal value for primitive');
      return read(text) ?? cannotDeserialize(cursor, typeName);
    })
  );
}

/** @throws System.JSONException always */
export function cannotDeserialize(cursor: TokenCursor, typeName: string): never {
  const { kind, text } = cursor.require();
  const what = `Cannot deserialize instance of ${typeName.toLowerCase()} from ${kind} value ${text}`;
  throw newException(
    'System.JSONException',
    `${what} or request may be missing a required field at ${cursor.location()}`
  );
}

function inRange<T>(text: string, bits: number, convert: (value: bigint) => T): T | undefined {
  if (!/^-?\d+$/.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(bits, value) === value ? convert(value) : undefined;
}

/** `2024-02-29T12:30:00.000Z`, with any offset, seconds and their fraction optional; a day alone is its midnight GMT. */
export function parseIsoDatetime(text: string): ApexDatetime | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', time = '00:00', seconds = ':00', fraction = '', offset = 'Z'] = match;
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const millis = Date.parse(`${day}T${time}${seconds}${fraction.slice(0, 4)}${zone}`);
  return Number.isNaN(millis) ? null : new ApexDatetime(millis);
}

function parseIsoTime(text: string): ApexTime | null {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text.trim());
  if (!match) return null;
  return ApexTime.of(
    Number(match[1]),
    Number(match[2]),
    Number(match[3] ?? 0),
    Number((match[4] ?? '0').padEnd(3, '0'))
  );
}

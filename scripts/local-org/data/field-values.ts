/** Apex values in fields: which one a field takes, and what a value of another type becomes. */
import type { FieldSchema, FieldType } from '../schema/model';
import { newException } from '../runtime/exceptions';
import { ApexBlob } from '../library/system/Blob';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { Double } from '../library/system/Double';
import { ApexTime } from '../library/system/Time';
import { apexTypeNameOf } from './value-types';
import { toLongId } from './ids';

/** Name of the Apex type of a field: `String`, `Decimal`, `Date`, … */
export function apexTypeOfField(type: FieldType): string {
  switch (type) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'long':
      return 'Long';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    case 'base64':
      return 'Blob';
    case 'anytype':
      return 'Object';
    case 'address':
      return 'System.Address';
    case 'location':
      return 'System.Location';
    default:
      return 'String';
  }
}

/**
 * The value as the field holds it.
 *
 * @throws System.SObjectException `Illegal assignment from String to Decimal` when Apex has no such conversion
 */
export function toFieldValue(field: FieldSchema, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const converted = convert(field.type, value);
  if (converted !== undefined) return converted;
  throw newException(
    'System.SObjectException',
    `Illegal assignment from ${apexTypeNameOf(value)} to ${apexTypeOfField(field.type)}`
  );
}

function convert(type: FieldType, value: unknown): unknown {
  switch (type) {
    case 'id':
    case 'reference':
      return typeof value === 'string' ? toId(value) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' ? value : undefined;
    case 'long':
      return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined;
    case 'double':
    case 'currency':
    case 'percent':
      return toDecimal(value);
    case 'date':
      return value instanceof ApexDate ? value : undefined;
    case 'datetime':
      if (value instanceof ApexDatetime) return value;
      return value instanceof ApexDate ? new ApexDatetime(Date.UTC(value.year, value.month - 1, value.day)) : undefined;
    case 'time':
      return value instanceof ApexTime ? value : undefined;
    case 'base64':
      return value instanceof ApexBlob ? value : undefined;
    case 'anytype':
    case 'address':
    case 'location':
      return value;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function toId(text: string): string {
  const id = toLongId(text);
  if (id === null) throw newException('System.StringException', `Invalid id: ${text}`);
  return id;
}

/** A Decimal for every Apex number, undefined for anything else. */
export function toDecimal(value: unknown): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  return value instanceof Double ? Decimal.fromDouble(value.value) : undefined;
}

/** Field values of JSON and XML as Apex values. */
import { ApexBlob } from '../library/system/Blob';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { ApexTime } from '../library/system/Time';
import type { FieldSchema } from '../schema/model';

/** Undefined when the value has not the form that the field's type needs. Empty text is null, as on the platform. */
export function readFieldValue(field: FieldSchema, value: unknown): unknown {
  if (value === null || value === '') return null;
  const text = typeof value === 'string' ? value : undefined;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : text === 'true' ? true : text === 'false' ? false : undefined;
    case 'int':
      return Number.isInteger(Number(value)) ? Number(value) : undefined;
    case 'long':
      return Number.isInteger(Number(value)) ? BigInt(Number(value)) : undefined;
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.tryParse(String(value)) ?? undefined;
    case 'date':
      return text === undefined ? undefined : (ApexDate.tryParse(text) ?? undefined);
    case 'datetime':
      return text === undefined || Number.isNaN(millisOf(text)) ? undefined : new ApexDatetime(millisOf(text));
    case 'time':
      return text === undefined ? undefined : new ApexTime(Date.parse(`1970-01-01T${text}`));
    case 'base64':
      return text === undefined ? undefined : new ApexBlob(Buffer.from(text, 'base64'));
    default:
      return typeof value === 'object' ? undefined : String(value);
  }
}

/** ISO 8601, also with the zone `+0000`. */
function millisOf(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Field values as people see them, in the locale en_US and the org's time zone. */
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { DEFAULT_TIME_ZONE } from '../library/running-user';
import type { FieldSchema } from '../schema/model';

/** Null for fields whose value needs no other form (text, references, booleans), as the UI API has it. */
export function displayText(field: FieldSchema, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'picklist':
    case 'combobox':
      return field.picklistValues.find((candidate) => candidate.value === value)?.label ?? String(value);
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((part) => field.picklistValues.find((candidate) => candidate.value === part)?.label ?? part)
        .join(';');
    case 'date':
      return value instanceof ApexDate ? `${value.month}/${value.day}/${value.year}` : null;
    case 'datetime':
      return value instanceof ApexDatetime ? datetimeText(value.millis) : null;
    case 'currency':
      return value instanceof Decimal
        ? value.toNumber().toLocaleString('en-US', { style: 'currency', currency: 'USD' })
        : null;
    case 'percent':
      return value instanceof Decimal
        ? `${value.toNumber().toLocaleString('en-US', { minimumFractionDigits: field.scale })}%`
        : null;
    case 'double':
    case 'int':
    case 'long':
      return Number(value instanceof Decimal ? value.toNumber() : value).toLocaleString('en-US', {
        minimumFractionDigits: field.scale
      });
    default:
      return null;
  }
}

function datetimeText(millis: number): string {
  return new Date(millis).toLocaleString('en-US', {
    timeZone: DEFAULT_TIME_ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit'
  });
}

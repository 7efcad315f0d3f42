/** Values as text, as the platform prints them. */
import { SObjectValue } from '../data/sobject';
import { ApexException } from '../runtime/exceptions';
import { ApexObject, findMethod } from '../runtime/objects';
import { ApexDate } from './system/Date';
import { ApexList } from './system/List';
import { ApexMap } from './system/Map';
import { ApexSet } from './system/Set';
import { instanceFields, readField } from './user-fields';

/** Collections show their first ten elements, and then dots. */
const MAXIMUM_ELEMENTS = 10;

/**
 * The text of a value in a debug line, in a concatenation and for `String.valueOf(Object)`. A Date has a time of
 * midnight and a Datetime is in GMT here; `String.valueOf(Date)` and `String.valueOf(Datetime)` differ.
 */
export function apexToString(value: unknown): string {
  return textOf(value, new Set());
}

function textOf(value: unknown, outer: Set<unknown>): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof ApexDate) return `${value.toString()} 00:00:00`;
  if (outer.has(value)) return '(already output)';
  const inside = new Set(outer).add(value);
  const text = (inner: unknown) => textOf(inner, inside);
  if (value instanceof ApexList) return `(${elements(value.items, text)})`;
  if (value instanceof ApexSet) return `{${elements(value.values(), text)}}`;
  if (value instanceof ApexMap) return `{${elements(value.keys(), (key) => `${text(key)}=${text(value.get(key))}`)}}`;
  if (value instanceof SObjectValue || value instanceof ApexException) return value.toString();
  if (value instanceof ApexObject) return userObjectText(value, text);
  return String(value);
}

function elements(values: readonly unknown[], text: (value: unknown) => string): string {
  const shown = values.slice(0, MAXIMUM_ELEMENTS).map(text);
  if (values.length > MAXIMUM_ELEMENTS) shown.push('...');
  return shown.join(', ');
}

/** `Foo:[count=1, name=null]`, unless the class has its own `toString`. */
function userObjectText(value: ApexObject, text: (value: unknown) => string): string {
  const own = findMethod(value, 'tostring()');
  if (own) return String(own.call(value));
  const fields = instanceFields(value.$type).filter((field) => field.isStored);
  const parts = fields.map((field) => `${field.name}=${text(readField(value, field))}`);
  return `${value.$type.name.replace(/^.*\./, '')}:[${parts.join(', ')}]`;
}

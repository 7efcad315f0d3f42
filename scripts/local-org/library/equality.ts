/** Equality, hashing and order of Apex values of all types. */
import { SObjectValue } from '../data/sobject';
import { newException } from '../runtime/exceptions';
import { ApexEnumValue, ApexObject, callMethod, findMethod } from '../runtime/objects';
import { PlatformEnumValue } from './registry';
import { ApexBlob } from './system/Blob';
import { ApexDate } from './system/Date';
import { ApexDatetime } from './system/Datetime';
import { Decimal, decimalOf } from './system/Decimal';
import { Double } from './system/Double';
import { ApexList } from './system/List';
import { ApexMap } from './system/Map';
import { ApexSet } from './system/Set';
import { ApexTime } from './system/Time';
import { ApexType } from './system/Type';

/** Key parts of values that are no JavaScript primitives begin with this, so that no Apex text looks like one. */
const MARK = '\u0000';

/**
 * Whether two values of the static type Object are equal: text with regard to case, numbers by value whatever their
 * types, records and collections by content, user objects by their `equals` or else by identity.
 */
export function apexEquals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isNumber(a)) return isNumber(b) && compareNumbers(a, b) === 0;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof ApexObject) return findMethod(a, 'equals(object)')?.call(a, b) === true;
  if (a instanceof SObjectValue) return b instanceof SObjectValue && a.equals(b);
  return equalPlatformValues(a, b);
}

function equalPlatformValues(a: object, b: object): boolean {
  if (a instanceof ApexDate) return b instanceof ApexDate && a.equals(b);
  if (a instanceof ApexDatetime) return b instanceof ApexDatetime && a.millis === b.millis;
  if (a instanceof ApexTime) return b instanceof ApexTime && a.millis === b.millis;
  if (a instanceof ApexBlob) return b instanceof ApexBlob && a.equals(b);
  if (a instanceof ApexList) return b instanceof ApexList && equalLists(a.items, b.items);
  if (a instanceof ApexSet)
    return b instanceof ApexSet && a.size === b.size && a.values().every((value) => b.has(value));
  if (a instanceof ApexMap) return b instanceof ApexMap && equalMaps(a, b);
  if (a instanceof ApexType) return b instanceof ApexType && a.equals(b);
  return hasEquals(a) && a.equals(b);
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => apexEquals(item, b[i]));
}

function equalMaps(a: ApexMap, b: ApexMap): boolean {
  return a.size === b.size && a.keys().every((key) => b.has(key) && apexEquals(a.get(key), b.get(key)));
}

/** Other library values (schema tokens, for example) may bring their own `equals`. */
function hasEquals(value: object): value is { equals(other: unknown): boolean } {
  return 'equals' in value && typeof value.equals === 'function';
}

/**
 * A key for a JavaScript Map: two values have the same one exactly when an Apex set takes them for the same. Decimals
 * of different scale differ, as the Apex Reference warns. User objects are their own key; `HashTable` looks for their
 * `equals`.
 */
export function hashKey(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Decimal) return `${MARK}d${value.unscaled}e${value.scale}`;
  if (value instanceof Double) return `${MARK}f${value.value}`;
  if (value instanceof ApexDate) return `${MARK}D${value.toString()}`;
  if (value instanceof ApexDatetime) return `${MARK}T${value.millis}`;
  if (value instanceof ApexTime) return `${MARK}t${value.millis}`;
  if (value instanceof SObjectValue) return `${MARK}o${value.hashText()}`;
  if (value instanceof ApexType) return `${MARK}c${value.name.toLowerCase()}`;
  if (value instanceof ApexBlob) return `${MARK}b${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof ApexList) return `${MARK}l${value.items.map(partOfKey).join(MARK)}`;
  if (value instanceof ApexSet) return `${MARK}s${value.values().map(partOfKey).sort().join(MARK)}`;
  if (value instanceof ApexMap)
    return `${MARK}m${value
      .keys()
      .map((key) => `${partOfKey(key)}=${partOfKey(value.get(key))}`)
      .sort()
      .join(MARK)}`;
  if ('hashText' in value && typeof value.hashText === 'function') return `${MARK}h${String(value.hashText())}`;
  return value;
}

const identityByObject = new WeakMap<object, number>();
let lastIdentity = 0;

/** Objects inside of collections count by their `hashCode`, or else by identity. */
function partOfKey(value: unknown): string {
  const key = hashKey(value);
  if (typeof key !== 'object' || key === null) return `${typeof key}:${String(key)}`;
  return `${MARK}i${objectHash(key)}`;
}

function objectHash(value: object): number {
  const own = value instanceof ApexObject ? findMethod(value, 'hashcode()')?.call(value) : undefined;
  if (typeof own === 'number') return own;
  let identity = identityByObject.get(value);
  if (identity === undefined) identityByObject.set(value, (identity = ++lastIdentity));
  return identity;
}

/** `System.hashCode`: equal values have equal ones. Texts, numbers and lists have those of Java. */
export function hashCode(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (value instanceof ApexList)
    return value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashCode(item)) | 0, 1);
  if (value instanceof ApexSet) return value.values().reduce<number>((hash, item) => (hash + hashCode(item)) | 0, 0);
  if (value instanceof ApexMap)
    return value.keys().reduce<number>((hash, key) => (hash + (hashCode(key) ^ hashCode(value.get(key)))) | 0, 0);
  const key = hashKey(value);
  return typeof key === 'object' && key !== null ? objectHash(key) : textHash(String(key));
}

/** `String.hashCode` of Java. */
export function textHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

type ApexNumber = number | bigint | Decimal | Double;

function isNumber(value: unknown): value is ApexNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof Double;
}

/** −1, 0 or 1 for numbers of any two types. */
export function compareNumbers(a: ApexNumber, b: ApexNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (a instanceof Double || b instanceof Double) return compareDoubles(doubleValue(a), doubleValue(b));
  return decimalOf(a).compareTo(decimalOf(b));
}

function doubleValue(value: ApexNumber): number {
  return value instanceof Double ? value.value : value instanceof Decimal ? value.toNumber() : Number(value);
}

function compareDoubles(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * The order of `List.sort()`: null first, text by character code, enum constants by position, `Comparable` objects by
 * their `compareTo`.
 *
 * @throws System.ListException when the values have no order
 */
export function apexCompare(a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof ApexDate && b instanceof ApexDate) return a.compareTo(b);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return Math.sign(a.millis - b.millis);
  if (a instanceof ApexTime && b instanceof ApexTime) return a.compareTo(b);
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return Math.sign(a.ordinal - b.ordinal);
  if (a instanceof PlatformEnumValue && b instanceof PlatformEnumValue) return Math.sign(a.ordinal - b.ordinal);
  if (a instanceof SObjectValue && b instanceof SObjectValue) return compareRecords(a, b);
  if (a instanceof ApexObject && isComparable(a)) return callMethod(a, 'compareTo', [b], ['Object']) as number;
  throw newException('System.ListException', 'One or more of the items in this list is not Comparable.');
}

function isComparable(value: ApexObject): boolean {
  return findMethod(value, 'compareto(object)') !== undefined;
}

/**
 * "Sort order of sObjects" (Apex Developer Guide): the label of the object, Name, then standard and then custom fields
 * in the order of their names.
 */
function compareRecords(a: SObjectValue, b: SObjectValue): number {
  const byObject = apexCompare(a.schema?.label ?? a.objectName, b.schema?.label ?? b.objectName);
  if (byObject !== 0) return byObject;
  const names = new Set(
    [...a.entries(), ...b.entries()].map(([name]) => name).filter((name) => name !== 'Name' && name !== 'Id')
  );
  const isCustom = (name: string) => name.endsWith('__c');
  const others = [...names].sort((x, y) => Number(isCustom(x)) - Number(isCustom(y)) || (x < y ? -1 : 1));
  for (const name of ['Name', ...others, 'Id']) {
    const order = compareFields(a.peek(name), b.peek(name));
    if (order !== 0) return order;
  }
  return 0;
}

function compareFields(a: unknown, b: unknown): number {
  const isOrdered = (value: unknown) =>
    value === null ||
    typeof value !== 'object' ||
    isNumber(value) ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime;
  return isOrdered(a) && isOrdered(b) ? apexCompare(a, b) : 0;
}

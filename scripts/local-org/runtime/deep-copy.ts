/**
 * Copies the state of a job as queueing it does on the platform, where it is serialised: what the job changes later is
 * not seen by the code that queued it, and the other way round.
 */
import { SObjectValue } from '../data/sobject';
import { ApexList } from '../library/system/List';
import { ApexMap } from '../library/system/Map';
import { ApexSet } from '../library/system/Set';
import { ApexException } from './exceptions';
import { ApexObject } from './objects';

/** A copy of an Apex value with all that it reaches. Immutable values and exceptions are shared; transient fields are null. */
export function deepCopy<T>(value: T): T {
  return copyValue(value, new Map()) as T;
}

function copyValue(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof ApexList) return copyList(value, copies);
  if (value instanceof ApexSet) return copySet(value, copies);
  if (value instanceof ApexMap) return copyMap(value, copies);
  if (value instanceof SObjectValue) return copyRecord(value, copies);
  if (value instanceof ApexObject && !(value instanceof ApexException)) return copyObject(value, copies);
  return value;
}

function copyList(list: ApexList, copies: Map<object, unknown>): ApexList {
  const copy = new ApexList(list.elementType);
  copies.set(list, copy);
  for (const item of list.items) copy.items.push(copyValue(item, copies));
  return copy;
}

function copySet(set: ApexSet, copies: Map<object, unknown>): ApexSet {
  const copy = new ApexSet(set.elementType);
  copies.set(set, copy);
  for (const item of set.values()) copy.add(copyValue(item, copies));
  return copy;
}

function copyMap(map: ApexMap, copies: Map<object, unknown>): ApexMap {
  const copy = new ApexMap(map.keyType, map.valueType);
  copies.set(map, copy);
  for (const key of map.keys()) copy.put(copyValue(key, copies), copyValue(map.get(key), copies));
  return copy;
}

function copyRecord(record: SObjectValue, copies: Map<object, unknown>): SObjectValue {
  const copy = record.copy(true, true, true, true);
  copy.isClone = record.isClone;
  copy.cloneSourceId = record.cloneSourceId;
  copies.set(record, copy);
  return copy;
}

function copyObject(object: ApexObject, copies: Map<object, unknown>): ApexObject {
  const copy = Object.create(Object.getPrototypeOf(object) as object) as ApexObject;
  copies.set(object, copy);
  const transient = transientFields(object);
  for (const [name, value] of Object.entries(object)) {
    Object.defineProperty(copy, name, {
      value: transient.has(name) ? null : copyValue(value, copies),
      writable: true,
      enumerable: true,
      configurable: true
    });
  }
  return copy;
}

function transientFields(object: ApexObject): ReadonlySet<string> {
  return new Set(
    object.$type.fields.filter((field) => field.isTransient).map((field) => `f_${field.name.toLowerCase()}`)
  );
}

/** Collections in compiled code: elements, loops, literals. */
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
import { ApexSet } from '../../library/system/Set';
import { ApexIterator } from '../../library/system/Iterator';
import { newException } from '../exceptions';
import { ApexObject, callMethod } from '../objects';

/** Rows of one step of `for (List<Account> some : [SELECT …])`. */
const CHUNK_SIZE = 200;

export function listGet(list: ApexList, index: number): unknown {
  const { items } = list;
  if (index >= 0 && index < items.length) return items[index];
  throw outOfBounds(index);
}

export function listSet(list: ApexList, index: number, value: unknown): unknown {
  const { items } = list;
  if (index >= 0 && index < items.length) return (items[index] = value);
  throw outOfBounds(index);
}

function outOfBounds(index: number) {
  return newException('System.ListException', `List index out of bounds: ${index}`);
}

export function newList(elementType: string, items: unknown[]): ApexList {
  return new ApexList(elementType, items);
}

export function newSet(elementType: string, items: readonly unknown[]): ApexSet {
  return new ApexSet(elementType, items);
}

/** `entries`: key, value, key, value, … */
export function newMap(keyType: string, valueType: string, entries: readonly unknown[]): ApexMap {
  const map = new ApexMap(keyType, valueType);
  for (let i = 0; i < entries.length; i += 2) map.put(entries[i], entries[i + 1]);
  return map;
}

export function newArray(elementType: string, size: number): ApexList {
  if (size < 0) throw newException('System.ListException', `List size cannot be negative: ${size}`);
  return new ApexList(elementType, new Array<unknown>(size).fill(null));
}

/** The rows of a query in lists of 200. */
export function* chunks(rows: ApexList): Generator<ApexList> {
  for (let from = 0; from < rows.items.length; from += CHUNK_SIZE) {
    yield new ApexList(rows.elementType, rows.items.slice(from, from + CHUNK_SIZE));
  }
}

/** The elements of an Iterable of user or platform, or of an Iterator. */
export function* iterate(iterable: unknown): Generator<unknown> {
  if (iterable instanceof ApexList || iterable instanceof ApexSet) {
    yield* iterable;
    return;
  }
  const iterator =
    iterable instanceof ApexObject && iterable.$type.assignableTo.has('iterable')
      ? callMethod(iterable, 'iterator', [], [])
      : iterable;
  if (iterator === null) throw newException('System.NullPointerException', 'Attempt to de-reference a null object');
  if (iterator instanceof ApexIterator) {
    while (iterator.hasNext()) yield iterator.next();
    return;
  }
  while (callMethod(iterator, 'hasNext', [], []) === true) yield callMethod(iterator, 'next', [], []);
}

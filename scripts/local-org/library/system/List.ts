/** `System.List`. */
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import { callMethod } from '../../runtime/objects';
import { apexCompare, apexEquals, hashCode } from '../equality';
import { platformType } from '../registry';
import { apexToString } from '../stringify';
import { ApexIterator } from './Iterator';

/** `items` may be read and written directly; the methods check what Apex checks. */
export class ApexList implements Iterable<unknown> {
  readonly elementType: string;
  readonly items: unknown[];
  #running = 0;

  constructor(elementType: string, items: unknown[] = []) {
    this.elementType = elementType;
    this.items = items;
  }

  get size(): number {
    return this.items.length;
  }

  /** @throws System.ListException `List index out of bounds: 3` */
  get(index: number | null): unknown {
    return this.items[this.requireIndex(index)];
  }

  /** @throws System.ListException `List index out of bounds: 3` */
  set(index: number | null, value: unknown): void {
    this.items[this.requireIndex(index)] = value;
  }

  /** Refuses to add and remove while a loop runs over the list. */
  requireIdle(): void {
    if (this.#running > 0)
      throw newException('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  }

  requireIndex(index: number | null, size: number = this.items.length): number {
    if (index === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
    if (index < 0 || index >= size) throw newException('System.ListException', `List index out of bounds: ${index}`);
    return index;
  }

  /** While a loop runs over the list, adding and removing is refused. */
  [Symbol.iterator](): Iterator<unknown, undefined> {
    let next = 0;
    let isRunning = true;
    this.#running++;
    const stop = (): IteratorReturnResult<undefined> => {
      if (isRunning) this.#running--;
      isRunning = false;
      return { done: true, value: undefined };
    };
    return {
      next: () => (next < this.items.length ? { done: false, value: this.items[next++] } : stop()),
      return: stop
    };
  }

  toString(): string {
    return apexToString(this);
  }
}

function requireItems(values: Iterable<unknown> | null): unknown[] {
  if (values === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return [...values];
}

function append(self: ApexList, value: unknown): void {
  self.requireIdle();
  self.items.push(value);
}

function insertAt(self: ApexList, index: number | null, value: unknown): void {
  self.requireIdle();
  self.items.splice(self.requireIndex(index, self.items.length + 1), 0, value);
}

function addAll(self: ApexList, values: Iterable<unknown> | null): void {
  self.requireIdle();
  for (const value of requireItems(values)) self.items.push(value);
}

function clear(self: ApexList): void {
  self.requireIdle();
  self.items.length = 0;
}

function remove(self: ApexList, index: number | null): unknown {
  self.requireIdle();
  const at = self.requireIndex(index);
  return self.items.splice(at, 1)[0];
}

/** Elements that are records are copied; the ids only when `preserveId`. */
function deepClone(
  self: ApexList,
  preserveId = false,
  preserveTimestamps = false,
  preserveAutonumber = false
): ApexList {
  return new ApexList(
    self.elementType,
    self.items.map((item) =>
      item instanceof SObjectValue ? item.copy(preserveId, true, preserveTimestamps, preserveAutonumber) : item
    )
  );
}

function sort(self: ApexList): void {
  self.requireIdle();
  self.items.sort(apexCompare);
}

function sortWith(self: ApexList, comparator: object | null): void {
  if (comparator === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  self.requireIdle();
  const types = [self.elementType, self.elementType];
  const compare =
    'compare' in comparator && typeof comparator.compare === 'function'
      ? (a: unknown, b: unknown) => (comparator.compare as (a: unknown, b: unknown) => number)(a, b)
      : (a: unknown, b: unknown) => callMethod(comparator, 'compare', [a, b], types) as number;
  self.items.sort(compare);
}

platformType({
  name: 'System.List',
  jsClass: ApexList,
  constructors: {
    '/0': (elementType: string) => new ApexList(elementType),
    '/1': (elementType: string, values: Iterable<unknown> | null) => new ApexList(elementType, requireItems(values)),
    '(Integer)': (elementType: string, size: number) => new ApexList(elementType, new Array<unknown>(size).fill(null))
  },
  methods: {
    'add/1': append,
    'add/2': insertAt,
    addAll,
    clear,
    clone: (self: ApexList) => new ApexList(self.elementType, [...self.items]),
    contains: (self: ApexList, value: unknown) => self.items.some((item) => apexEquals(item, value)),
    deepClone,
    equals: (self: ApexList, other: unknown) => apexEquals(self, other),
    get: (self: ApexList, index: number | null) => self.get(index),
    hashCode: (self: ApexList) => hashCode(self),
    indexOf: (self: ApexList, value: unknown) => self.items.findIndex((item) => apexEquals(item, value)),
    isEmpty: (self: ApexList) => self.items.length === 0,
    iterator: (self: ApexList) => new ApexIterator(self.items),
    remove,
    set: (self: ApexList, index: number | null, value: unknown) => self.set(index, value),
    size: (self: ApexList) => self.items.length,
    'sort/0': sort,
    'sort/1': sortWith,
    toString: apexToString
  }
});

/** `System.Set`: values without duplicates, in the order of insertion. */
import { newException } from '../../runtime/exceptions';
import { apexEquals, hashCode } from '../equality';
import { HashTable } from '../hash-table';
import { platformType } from '../registry';
import { apexToString } from '../stringify';
import { ApexIterator } from './Iterator';

export class ApexSet implements Iterable<unknown> {
  readonly elementType: string;
  readonly #table: HashTable;
  /** The keys of a map: what is removed here is removed there, and nothing can be added. */
  readonly #isKeySet: boolean;

  constructor(elementType: string, values: Iterable<unknown> | HashTable = []) {
    this.elementType = elementType;
    this.#isKeySet = values instanceof HashTable;
    this.#table = values instanceof HashTable ? values : new HashTable();
    if (!(values instanceof HashTable)) for (const value of values) this.#table.put(value, true);
  }

  get size(): number {
    return this.#table.size;
  }

  /** True when the value was not there. */
  add(value: unknown): boolean {
    if (this.#table.find(value)) return false;
    if (this.#isKeySet) {
      throw newException('System.FinalException', 'Collection is read-only');
    }
    this.#table.put(value, true);
    return true;
  }

  has(value: unknown): boolean {
    return this.#table.find(value) !== undefined;
  }

  /** True when the value was there. */
  delete(value: unknown): boolean {
    return this.#table.delete(value) !== undefined;
  }

  clear(): void {
    this.#table.clear();
  }

  /** A copy of the values. */
  values(): unknown[] {
    return this.#table.entries().map((entry) => entry.key);
  }

  /** While a loop runs over the set, adding and removing is refused. */
  *[Symbol.iterator](): Generator<unknown, void, undefined> {
    for (const entry of this.#table.iterate()) yield entry.key;
  }

  toString(): string {
    return apexToString(this);
  }
}

type Values = Iterable<unknown> | null;

function requireValues(values: Values): unknown[] {
  if (values === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return [...values];
}

/** Applies a change for each value, and tells whether one of them changed the set. */
function changes(values: Values, change: (value: unknown) => boolean): boolean {
  return requireValues(values).map(change).includes(true);
}

function retainAll(self: ApexSet, values: Values): boolean {
  const kept = new ApexSet(self.elementType, requireValues(values));
  return changes(self.values(), (value) => !kept.has(value) && self.delete(value));
}

platformType({
  name: 'System.Set',
  jsClass: ApexSet,
  constructors: {
    '/0': (elementType: string) => new ApexSet(elementType),
    '/1': (elementType: string, values: Values) => new ApexSet(elementType, requireValues(values))
  },
  methods: {
    add: (self: ApexSet, value: unknown) => self.add(value),
    addAll: (self: ApexSet, values: Values) => changes(values, (value) => self.add(value)),
    clear: (self: ApexSet) => self.clear(),
    clone: (self: ApexSet) => new ApexSet(self.elementType, self.values()),
    contains: (self: ApexSet, value: unknown) => self.has(value),
    containsAll: (self: ApexSet, values: Values) => requireValues(values).every((value) => self.has(value)),
    equals: (self: ApexSet, other: unknown) => apexEquals(self, other),
    hashCode: (self: ApexSet) => hashCode(self),
    isEmpty: (self: ApexSet) => self.size === 0,
    iterator: (self: ApexSet) => new ApexIterator(self.values()),
    remove: (self: ApexSet, value: unknown) => self.delete(value),
    removeAll: (self: ApexSet, values: Values) => changes(values, (value) => self.delete(value)),
    retainAll,
    size: (self: ApexSet) => self.size,
    toString: apexToString
  }
});

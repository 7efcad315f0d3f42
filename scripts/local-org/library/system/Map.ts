/** `System.Map`: values by key, in the order of insertion of the keys. */
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import { apexEquals, hashCode } from '../equality';
import { HashTable } from '../hash-table';
import { platformType } from '../registry';
import { apexToString } from '../stringify';
import { ApexList } from './List';
import { ApexSet } from './Set';

export class ApexMap {
  readonly keyType: string;
  readonly valueType: string;
  readonly #table = new HashTable();

  constructor(keyType: string, valueType: string, entries: Iterable<readonly [unknown, unknown]> = []) {
    this.keyType = keyType;
    this.valueType = valueType;
    for (const [key, value] of entries) this.#table.put(key, value);
  }

  get size(): number {
    return this.#table.size;
  }

  /** The value of a key, or null. */
  get(key: unknown): unknown {
    return this.#table.find(key)?.value ?? null;
  }

  /** Sets a value; answers the one before, or null. */
  put(key: unknown, value: unknown): unknown {
    return this.#table.put(key, value)?.previous ?? null;
  }

  has(key: unknown): boolean {
    return this.#table.find(key) !== undefined;
  }

  /** Removes a key; answers its value, or null. */
  delete(key: unknown): unknown {
    return this.#table.delete(key)?.value ?? null;
  }

  clear(): void {
    this.#table.clear();
  }

  /** A copy of the keys. */
  keys(): unknown[] {
    return this.#table.entries().map((entry) => entry.key);
  }

  /** A copy of the values. */
  values(): unknown[] {
    return this.#table.entries().map((entry) => entry.value);
  }

  entries(): [unknown, unknown][] {
    return this.#table.entries().map((entry) => [entry.key, entry.value]);
  }

  /** The keys as a set that stays connected: what is removed there is removed here. */
  keySet(): ApexSet {
    return new ApexSet(this.keyType, this.#table);
  }

  toString(): string {
    return apexToString(this);
  }
}

function putAll(self: ApexMap, source: ApexMap | ApexList | null): void {
  if (source === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  if (source instanceof ApexMap) for (const [key, value] of source.entries()) self.put(key, value);
  else putRecords(self, source);
}

/** Records by their id. Two records with one id, or one without, are refused. */
function putRecords(self: ApexMap, records: ApexList): void {
  records.items.forEach((record, row) => {
    const id = record instanceof SObjectValue ? record.id : null;
    if (id === null) throw newException('System.ListException', `Row with null Id at index: ${row}`);
    self.put(id, record);
  });
}

function recordsById(keyType: string, valueType: string, records: ApexList): ApexMap {
  const map = new ApexMap(keyType, valueType);
  records.items.forEach((record, row) => {
    const id = record instanceof SObjectValue ? record.id : null;
    if (id !== null && map.has(id))
      throw newException('System.ListException', `Row with duplicate Id at index: ${row}`);
  });
  putRecords(map, records);
  return map;
}

function copyOf(keyType: string, valueType: string, source: ApexMap | ApexList | null): ApexMap {
  if (source === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return source instanceof ApexMap
    ? new ApexMap(keyType, valueType, source.entries())
    : recordsById(keyType, valueType, source);
}

/** Records are copied with their ids; other values are shared. */
function deepClone(self: ApexMap): ApexMap {
  const entries = self
    .entries()
    .map(([key, value]) => [key, value instanceof SObjectValue ? value.copy(true, true, true, true) : value] as const);
  return new ApexMap(self.keyType, self.valueType, entries);
}

platformType({
  name: 'System.Map',
  jsClass: ApexMap,
  constructors: {
    '/0': (keyType: string, valueType: string) => new ApexMap(keyType, valueType),
    '/1': copyOf
  },
  methods: {
    clear: (self: ApexMap) => self.clear(),
    clone: (self: ApexMap) => new ApexMap(self.keyType, self.valueType, self.entries()),
    containsKey: (self: ApexMap, key: unknown) => self.has(key),
    deepClone,
    equals: (self: ApexMap, other: unknown) => apexEquals(self, other),
    get: (self: ApexMap, key: unknown) => self.get(key),
    hashCode: (self: ApexMap) => hashCode(self),
    isEmpty: (self: ApexMap) => self.size === 0,
    keySet: (self: ApexMap) => self.keySet(),
    put: (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
    putAll,
    remove: (self: ApexMap, key: unknown) => self.delete(key),
    size: (self: ApexMap) => self.size,
    toString: apexToString,
    values: (self: ApexMap) => new ApexList(self.valueType, self.values())
  }
});

import { newException } from '../runtime/exceptions';
import { ApexObject, findMethod } from '../runtime/objects';
import { hashKey } from './equality';

export interface Entry {
  readonly key: unknown;
  value: unknown;
}

/**
 * What sets and maps are made of: entries in the order of insertion, found by the equality of Apex. User objects that
 * have their own `equals` and `hashCode` are found with them, all others by identity.
 */
export class HashTable {
  readonly #entryByKey = new Map<unknown, Entry>();
  /** Keys that are user objects with their own equality, by what their `hashCode` answered on insertion. */
  #ownEquality: Map<unknown, ApexObject[]> | null = null;
  #running = 0;

  get size(): number {
    return this.#entryByKey.size;
  }

  find(key: unknown): Entry | undefined {
    return this.#entryByKey.get(this.#keyOf(key));
  }

  /** Sets the value of the key; answers the entry that was there, unchanged, or undefined. */
  put(key: unknown, value: unknown): { readonly previous: unknown } | undefined {
    const stored = this.#keyOf(key);
    const entry = this.#entryByKey.get(stored);
    if (entry) {
      const previous = entry.value;
      entry.value = value;
      return { previous };
    }
    this.#requireIdle();
    if (stored === key && key instanceof ApexObject) this.#remember(key);
    this.#entryByKey.set(stored, { key, value });
    return undefined;
  }

  /** Removes a key; answers its entry, or undefined when there was none. */
  delete(key: unknown): Entry | undefined {
    const stored = this.#keyOf(key);
    const entry = this.#entryByKey.get(stored);
    if (!entry) return undefined;
    this.#requireIdle();
    this.#entryByKey.delete(stored);
    if (stored instanceof ApexObject) this.#forget(stored);
    return entry;
  }

  clear(): void {
    this.#requireIdle();
    this.#entryByKey.clear();
    this.#ownEquality = null;
  }

  entries(): Entry[] {
    return [...this.#entryByKey.values()];
  }

  /** Iterates as a `for` statement of Apex does: adding and removing is refused until the loop is left. */
  *iterate(): Generator<Entry, void, undefined> {
    this.#running++;
    try {
      yield* this.#entryByKey.values();
    } finally {
      this.#running--;
    }
  }

  #requireIdle(): void {
    if (this.#running > 0)
      throw newException('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  }

  #keyOf(key: unknown): unknown {
    if (!(key instanceof ApexObject)) return hashKey(key);
    const equals = findMethod(key, 'equals(object)');
    if (!equals || !this.#ownEquality) return key;
    const candidates = this.#ownEquality.get(hashOf(key)) ?? [];
    return candidates.find((candidate) => candidate === key || equals.call(key, candidate) === true) ?? key;
  }

  #remember(key: ApexObject): void {
    if (!findMethod(key, 'equals(object)')) return;
    this.#ownEquality ??= new Map();
    const hash = hashOf(key);
    const bucket = this.#ownEquality.get(hash);
    if (bucket) bucket.push(key);
    else this.#ownEquality.set(hash, [key]);
  }

  #forget(key: ApexObject): void {
    for (const bucket of this.#ownEquality?.values() ?? []) {
      const at = bucket.indexOf(key);
      if (at >= 0) bucket.splice(at, 1);
    }
  }
}

/** Without a `hashCode` of its own an object is only equal to itself: its own identity then serves as hash. */
function hashOf(key: ApexObject): unknown {
  return findMethod(key, 'hashcode()')?.call(key) ?? key;
}

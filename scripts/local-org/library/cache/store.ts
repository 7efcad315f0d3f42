/** What the platform cache holds: values by partition and key, with an end of life. */
import { deepCopy } from '../../runtime/deep-copy';
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { currentMillis } from '../running-user';

interface CachedValue {
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly endOfLife: number;
}

export const MAXIMUM_SECONDS = { org: 172_800, session: 28_800 } as const;
export type CacheKind = keyof typeof MAXIMUM_SECONDS;

const DEFAULT_SECONDS: Readonly<Record<CacheKind, number>> = { org: 86_400, session: 28_800 };
export const DEFAULT_PARTITION = 'local.default';

/** Values belong to an org, those of a test to the test. */
const partitionsByOwner = new WeakMap<object, Map<string, Map<string, CachedValue>>>();

/** One partition as an Apex transaction sees it. Values are copied on their way in and out, as serialising does. */
export class CachePartition {
  readonly kind: CacheKind;
  /** `local.Partition` */
  readonly name: string;

  constructor(kind: CacheKind, name: string) {
    this.kind = kind;
    this.name = name.includes('.') ? name : `local.${name}`;
  }

  get(key: string): unknown {
    const cached = this.#values.get(checked(key));
    if (!cached || cached.endOfLife <= currentMillis()) return null;
    return deepCopy(cached.value);
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  put(key: string, value: unknown, seconds: number = DEFAULT_SECONDS[this.kind]): void {
    if (seconds < 0 || seconds > MAXIMUM_SECONDS[this.kind]) {
      throw newException(
        'cache.InvalidParamException',
        `Time to live must be between 0 and ${MAXIMUM_SECONDS[this.kind]} seconds`
      );
    }
    this.#values.set(checked(key), { value: deepCopy(value), endOfLife: currentMillis() + seconds * 1000 });
  }

  remove(key: string): boolean {
    return this.#values.delete(checked(key));
  }

  keys(): string[] {
    return [...this.#values.keys()].filter((key) => this.has(key));
  }

  get #values(): Map<string, CachedValue> {
    const { test, org, userId } = currentTransaction();
    const owner = test ?? org;
    let partitions = partitionsByOwner.get(owner);
    if (!partitions) partitionsByOwner.set(owner, (partitions = new Map()));
    const id = `${this.kind}|${this.kind === 'session' ? userId : ''}|${this.name.toLowerCase()}`;
    let values = partitions.get(id);
    if (!values) partitions.set(id, (values = new Map()));
    return values;
  }
}

/** Keys are "case-sensitive and alphanumeric" (Apex Reference, Cache.Org). */
function checked(key: string): string {
  if (!/^[A-Za-z0-9]{1,50}$/.test(key)) throw newException('cache.InvalidParamException', `Invalid cache key: ${key}`);
  return key;
}

/** `local.Partition.key`, `Partition.key`, or a key of the default partition. */
export function locate(kind: CacheKind, fullKey: string): { partition: CachePartition; key: string } {
  const parts = fullKey.split('.');
  const key = parts.pop() ?? '';
  return { partition: new CachePartition(kind, parts.length === 0 ? DEFAULT_PARTITION : parts.join('.')), key };
}

/** `Cache.Org`, `Cache.Session` and their partitions. Each partition that is named exists. */
import { exceptionType } from '../../runtime/exception-types';
import { callMethod } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import { interfaceMethod } from '../async/interface';
import { required } from '../null-argument';
import { platformType } from '../registry';
import type { Implementation } from '../registry';
import { ApexList } from '../system/List';
import { ApexSet } from '../system/Set';
import type { ApexType } from '../system/Type';
import { CachePartition, DEFAULT_PARTITION, locate, MAXIMUM_SECONDS } from './store';
import type { CacheKind } from './store';

for (const name of ['InvalidParamException', 'CacheException', 'Org.OrgCacheException', 'SessionCacheException'])
  exceptionType(`cache.${name}`);

platformType({ name: 'cache.Visibility', enumConstants: ['ALL', 'NAMESPACE'] });
platformType({ name: 'cache.CacheBuilder', methods: { doLoad: interfaceMethod('doLoad', ['String']) } });

/** The cached value, or what the builder makes of the key, which is cached then. */
function load(partition: CachePartition, builder: ApexType | null, key: string | null): unknown {
  const entry = `${required(builder).name}${required(key)}`.replace(/[^A-Za-z0-9]/g, '');
  const cached = partition.get(entry);
  if (cached !== null) return cached;
  const value = callMethod(
    currentTransaction().org.program.newInstance(required(builder).name),
    'doLoad',
    [key],
    ['String']
  );
  partition.put(entry, value);
  return value;
}

function removeBuilt(partition: CachePartition, builder: ApexType | null, key: string | null): boolean {
  return partition.remove(`${required(builder).name}${required(key)}`.replace(/[^A-Za-z0-9]/g, ''));
}

const seconds = (option: unknown) => (typeof option === 'number' ? option : undefined);

/** The members that name a key, as instance methods of a partition. */
const partitionMethods: Record<string, Implementation> = {
  contains: (self: CachePartition, key: string | null) => self.has(required(key)),
  'get/1': (self: CachePartition, key: string | null) => self.get(required(key)),
  'get/2': load,
  getKeys: (self: CachePartition) => new ApexSet('String', self.keys()),
  getName: (self: CachePartition) => self.name,
  getNumKeys: (self: CachePartition) => BigInt(self.keys().length),
  isAvailable: () => true,
  put: (self: CachePartition, key: string | null, value: unknown, option?: unknown) =>
    self.put(required(key), required(value), seconds(option)),
  'remove/1': (self: CachePartition, key: string | null) => self.remove(required(key)),
  'remove/2': removeBuilt
};

for (const name of ['cache.Partition', 'cache.OrgPartition', 'cache.SessionPartition']) {
  platformType({
    name,
    isInstance: (value) =>
      value instanceof CachePartition &&
      (name === 'cache.Partition' || name.toLowerCase() === `cache.${value.kind}partition`),
    methods: partitionMethods
  });
}

function statics(kind: CacheKind): Record<string, Implementation> {
  const standard = () => new CachePartition(kind, DEFAULT_PARTITION);
  const one =
    <T>(work: (partition: CachePartition, key: string) => T) =>
    (fullKey: string | null) => {
      const { partition, key } = locate(kind, required(fullKey));
      return work(partition, key);
    };
  const many = (elementType: string, work: (key: string) => unknown) => (keys: ApexList | null) =>
    new ApexList(
      elementType,
      required(keys).items.map((key) => work(key as string))
    );
  const get = one((partition, key) => partition.get(key));
  const contains = one((partition, key) => partition.has(key));
  const remove = one((partition, key) => partition.remove(key));
  return {
    'contains(String)': contains,
    'contains(List<String>)': many('Boolean', contains),
    'get(String)': get,
    'get(List<String>)': many('Object', get),
    'get/2': (builder: ApexType | null, key: string | null) => load(standard(), builder, key),
    getKeys: () => new ApexSet('String', standard().keys()),
    getName: () => standard().name,
    getNumKeys: () => BigInt(standard().keys().length),
    getPartition: (name: string | null) => new CachePartition(kind, required(name)),
    isAvailable: () => true,
    put: (fullKey: string | null, value: unknown, option?: unknown) => {
      const { partition, key } = locate(kind, required(fullKey));
      partition.put(key, required(value), seconds(option));
    },
    'remove(String)': remove,
    'remove(List<String>)': many('Boolean', remove),
    'remove/2': (builder: ApexType | null, key: string | null) => removeBuilt(standard(), builder, key)
  };
}

platformType({
  name: 'cache.Org',
  statics: statics('org'),
  staticProperties: { MAX_TTL_SECS: { get: () => MAXIMUM_SECONDS.org } }
});
platformType({
  name: 'cache.Session',
  statics: statics('session'),
  staticProperties: { MAX_TTL_SECS: { get: () => MAXIMUM_SECONDS.session } }
});

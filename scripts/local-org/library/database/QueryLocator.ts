/** `Database.QueryLocator`: the records of a batch job, and a way through them. */
import { platformType } from '../registry';
import { ApexIterator } from '../system/Iterator';
import type { ApexList } from '../system/List';

export class QueryLocatorValue implements Iterable<unknown> {
  readonly query: string | null;
  readonly records: ApexList;

  constructor(records: ApexList, query: string | null) {
    this.records = records;
    this.query = query;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.records.items[Symbol.iterator]();
  }
}

class QueryLocatorIteratorValue extends ApexIterator {}

platformType({
  name: 'Database.QueryLocator',
  jsClass: QueryLocatorValue,
  methods: {
    'getQuery/0': (self: QueryLocatorValue) => self.query,
    'iterator/0': (self: QueryLocatorValue) => new QueryLocatorIteratorValue(self.records.items)
  }
});

platformType({
  name: 'Database.QueryLocatorIterator',
  jsClass: QueryLocatorIteratorValue,
  methods: {
    'hasNext/0': (self: QueryLocatorIteratorValue) => self.hasNext(),
    'next/0': (self: QueryLocatorIteratorValue) => self.next()
  }
});

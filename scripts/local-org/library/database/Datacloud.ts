/** `Datacloud.*`: what a duplicate rule found. The local org has no duplicate rules; tests and tools can make these values. */
import { ApexList } from '../system/List';
import { platformType } from '../registry';
import type { SObjectValue } from '../../data/sobject';

export class MatchRecordValue {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }
}

export class MatchResultValue {
  readonly records: readonly MatchRecordValue[];

  constructor(records: readonly MatchRecordValue[]) {
    this.records = records;
  }
}

export class DuplicateResultValue {
  readonly duplicateRule: string;
  readonly results: readonly MatchResultValue[];

  constructor(duplicateRule: string, results: readonly MatchResultValue[]) {
    this.duplicateRule = duplicateRule;
    this.results = results;
  }
}

platformType({
  name: 'Datacloud.MatchRecord',
  jsClass: MatchRecordValue,
  methods: { 'getRecord/0': (self: MatchRecordValue) => self.record }
});
platformType({
  name: 'Datacloud.MatchResult',
  jsClass: MatchResultValue,
  methods: {
    'getMatchRecords/0': (self: MatchResultValue) => new ApexList('Datacloud.MatchRecord', [...self.records]),
    'getSize/0': (self: MatchResultValue) => self.records.length
  }
});
platformType({
  name: 'Datacloud.DuplicateResult',
  jsClass: DuplicateResultValue,
  methods: {
    'getDuplicateRule/0': (self: DuplicateResultValue) => self.duplicateRule,
    'getMatchResults/0': (self: DuplicateResultValue) => new ApexList('Datacloud.MatchResult', [...self.results])
  }
});

/** `Datacloud.*`: what duplicate rules found. */
import type { DuplicateFinding, MatchFinding } from '../../data/dml/duplicates/finding';
import { ApexList } from '../system/List';
import { Double } from '../system/Double';
import { platformType } from '../registry';

type MatchedRecord = MatchFinding['records'][number];

class FieldDiffValue {
  readonly name: string;
  readonly difference: string;

  constructor(name: string, difference: string) {
    this.name = name;
    this.difference = difference;
  }
}

class MatchRecordValue {
  readonly match: MatchedRecord;

  constructor(match: MatchedRecord) {
    this.match = match;
  }
}

class MatchResultValue {
  readonly finding: MatchFinding;

  constructor(finding: MatchFinding) {
    this.finding = finding;
  }
}

export class DuplicateResultValue {
  readonly finding: DuplicateFinding;

  constructor(finding: DuplicateFinding) {
    this.finding = finding;
  }
}

platformType({
  name: 'Datacloud.FieldDiff',
  jsClass: FieldDiffValue,
  methods: {
    'getName/0': (self: FieldDiffValue) => self.name,
    'getDifference/0': (self: FieldDiffValue) => self.difference
  }
});

platformType({
  name: 'Datacloud.MatchRecord',
  jsClass: MatchRecordValue,
  methods: {
    'getRecord/0': ({ match }: MatchRecordValue) => match.record,
    'getMatchConfidence/0': ({ match }: MatchRecordValue) => new Double(match.confidence),
    'getFieldDiffs/0': ({ match }: MatchRecordValue) =>
      new ApexList(
        'Datacloud.FieldDiff',
        match.differences.map(({ field, difference }) => new FieldDiffValue(field, difference))
      ),
    /** Only data services have something to add. */
    'getAdditionalInformation/0': () => new ApexList('Datacloud.AdditionalInformationMap')
  }
});

platformType({
  name: 'Datacloud.MatchResult',
  jsClass: MatchResultValue,
  methods: {
    'getEntityType/0': ({ finding }: MatchResultValue) => finding.entityType,
    'getErrors/0': () => new ApexList('Database.Error'),
    'getMatchEngine/0': ({ finding }: MatchResultValue) => finding.engine,
    'getMatchRecords/0': ({ finding }: MatchResultValue) =>
      new ApexList(
        'Datacloud.MatchRecord',
        finding.records.map((match) => new MatchRecordValue(match))
      ),
    'getRule/0': ({ finding }: MatchResultValue) => finding.rule,
    'getSize/0': ({ finding }: MatchResultValue) => finding.records.length,
    'isSuccess/0': () => true
  }
});

platformType({
  name: 'Datacloud.DuplicateResult',
  jsClass: DuplicateResultValue,
  methods: {
    'getDuplicateRule/0': ({ finding }: DuplicateResultValue) => finding.rule,
    'getDuplicateRuleEntityType/0': ({ finding }: DuplicateResultValue) => finding.entityType,
    'getErrorMessage/0': ({ finding }: DuplicateResultValue) => finding.message,
    'getMatchResults/0': ({ finding }: DuplicateResultValue) =>
      new ApexList(
        'Datacloud.MatchResult',
        finding.matches.map((match) => new MatchResultValue(match))
      ),
    'isAllowSave/0': ({ finding }: DuplicateResultValue) => finding.isSaveAllowed
  }
});

/** `Datacloud.FindDuplicates`: asks the active duplicate rules about records, without saving them. */
import { DuplicateRules } from '../../data/dml/duplicates/apply';
import type { SObjectValue } from '../../data/sobject';
import type { Row } from '../../data/store';
import { newException, nullPointerException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { DuplicateResultValue } from './Datacloud';
import { database } from './operands';

/** Records of one call (Apex Reference Guide). */
const MOST_RECORDS = 50;
const RESULT = 'Datacloud.FindDuplicatesResult';

class FindDuplicatesResultValue {
  readonly results: readonly DuplicateResultValue[];

  constructor(results: readonly DuplicateResultValue[]) {
    this.results = results;
  }
}

function findDuplicates(records: ApexList | null): ApexList {
  if (!records) throw nullPointerException();
  return search(records.items as SObjectValue[], (record) => {
    const values = Object.fromEntries(record.entries());
    return { objectName: record.objectName, row: { ...database().tables.row(record.id), ...values } };
  });
}

function findDuplicatesByIds(ids: ApexList | null): ApexList {
  if (!ids) throw nullPointerException();
  const { tables } = database();
  return search(ids.items as string[], (id) => {
    const row = tables.liveRow(id);
    const objectName = tables.objectOfId(id)?.name;
    if (!row || objectName === undefined)
      throw newException('System.HandledException', `There is no record with the id ${id}`);
    return { objectName, row };
  });
}

function search<T>(
  given: readonly T[],
  read: (one: T) => { readonly objectName: string; readonly row: Row }
): ApexList {
  if (given.length > MOST_RECORDS)
    throw newException(
      'System.HandledException',
      'Configuration error: The number of records to check is greater than the permitted batch size.'
    );
  const found = given.map((one) => {
    const { objectName, row } = read(one);
    const { tables } = database();
    const rules = new DuplicateRules(tables, tables.table(objectName).schema);
    if (rules.isEmpty)
      throw newException(
        'System.HandledException',
        `No active duplicate rules are defined for the ${objectName} object type.`
      );
    return new FindDuplicatesResultValue(rules.findAll(row).map((finding) => new DuplicateResultValue(finding)));
  });
  return new ApexList(RESULT, found);
}

platformType({ name: 'Datacloud.FindDuplicates', statics: { 'findDuplicates/1': findDuplicates } });
platformType({ name: 'Datacloud.FindDuplicatesByIds', statics: { 'findDuplicatesByIds/1': findDuplicatesByIds } });
platformType({
  name: RESULT,
  jsClass: FindDuplicatesResultValue,
  methods: {
    'getDuplicateResults/0': ({ results }: FindDuplicatesResultValue) =>
      new ApexList('Datacloud.DuplicateResult', [...results]),
    'getErrors/0': () => new ApexList('Database.Error'),
    'isSuccess/0': () => true
  }
});

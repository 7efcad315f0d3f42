/** Duplicate record sets: the lists of duplicates that rules with the operation `Report` keep. */
import type { DuplicateRule } from '../../../schema/rules';
import { writeSystemRow } from '../system-rows';
import type { Tables } from '../../tables';

const SET = 'DuplicateRecordSet';
const ITEM = 'DuplicateRecordItem';

/** Puts the records into the set of the rule that has one of them already, or into a new set. */
export function recordDuplicates(tables: Tables, rule: DuplicateRule, ids: readonly string[]): void {
  const ruleId = [...tables.table('DuplicateRule').find('DeveloperName', rule.name.toLowerCase())][0]?.['Id'] ?? null;
  const setId = findSet(tables, ruleId, ids) ?? newSet(tables, ruleId);
  const items = tables.table(ITEM);
  const known = new Set(items.find('DuplicateRecordSetId', setId).map((row) => row['RecordId']));
  for (const id of new Set(ids)) {
    if (known.has(id)) continue;
    const name = `DRI-${padded(tables, ITEM)}`;
    writeSystemRow(tables, ITEM, { Name: name, DuplicateRecordSetId: setId, RecordId: id });
    known.add(id);
  }
  writeSystemRow(tables, SET, { Id: setId, RecordCount: known.size });
}

function findSet(tables: Tables, ruleId: unknown, ids: readonly string[]): string | null {
  for (const id of ids) {
    for (const item of tables.table(ITEM).find('RecordId', id)) {
      const setId = item['DuplicateRecordSetId'] as string;
      const set = tables.liveRow(setId);
      if (item['IsDeleted'] !== true && set?.['DuplicateRuleId'] === ruleId) return setId;
    }
  }
  return null;
}

function newSet(tables: Tables, ruleId: unknown): string {
  return writeSystemRow(tables, SET, { Name: `DRS-${padded(tables, SET)}`, DuplicateRuleId: ruleId, RecordCount: 0 });
}

function padded(tables: Tables, objectName: string): string {
  return String(tables.store.nextNumber(`${objectName}.Name`)).padStart(6, '0');
}

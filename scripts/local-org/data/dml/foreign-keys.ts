/** `new Contact(Account = new Account(Number__c = '7'))`: a lookup given by the external id of its target. */
import { comparisonKey } from '../comparison';
import type { Tables } from '../tables';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

export function resolveForeignKeys(tables: Tables, item: WorkItem): void {
  for (const [relationship, parent] of item.record.parents()) {
    const lookup = tables.schema.findParentField(item.object.name, relationship);
    if (!parent || !lookup || parent.id !== null || parent.isQueried || item.record.has(lookup.name)) continue;
    const target = tables.schema.findObject(parent.objectName);
    const key =
      target &&
      [...parent.entries()]
        .map(([name]) => target.fields.get(name.toLowerCase()))
        .find((field) => field?.isExternalId || field?.isUnique);
    if (!target || !key) continue;
    const value = parent.peek(key.name);
    const matches = tables
      .table(target.name)
      .find(key.name, comparisonKey(key, value))
      .filter((row) => row['IsDeleted'] !== true);
    const [match] = matches;
    if (matches.length === 1 && match) item.draft[lookup.name] = match['Id'];
    else
      fail(
        item,
        'INVALID_FIELD',
        `Foreign key external ID: ${String(value)} not found for field ${key.name} in entity ${target.name}`
      );
  }
}

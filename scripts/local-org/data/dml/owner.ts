/** Who may own a record: active users, and queues that hold records of the object. */
import type { Tables } from '../tables';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

/** Checks an owner that is new to the record. */
export function validateOwner(tables: Tables, item: WorkItem): void {
  const owner = (item.draft['OwnerId'] as string | null | undefined) ?? null;
  if (owner === null || item.old?.['OwnerId'] === owner) return;
  const row = tables.row(owner);
  switch (tables.objectOfId(owner)?.name) {
    case 'User':
      if (row?.['IsActive'] === false) {
        fail(
          item,
          'INACTIVE_OWNER_OR_USER',
          `operation performed with inactive user [${owner.slice(0, 15)}] as owner of ${item.object.label.toLowerCase()}`
        );
      }
      return;
    case 'Group': {
      const holds = tables
        .table('QueueSobject')
        .find('QueueId', owner)
        .some((entry) => entry['SobjectType'] === item.object.name);
      if (row?.['Type'] === 'Queue' && !holds)
        fail(item, 'FIELD_INTEGRITY_EXCEPTION', 'Queue not associated with this SObject type', ['OwnerId']);
      return;
    }
    default:
  }
}

/** Tasks and events. */
import { ApexDate } from '../../../library/system/Date';
import type { Tables } from '../../tables';
import type { ObjectRules } from '../object-rules';
import { fail } from '../work-item';
import type { WorkItem } from '../work-item';

export const activityRules: ObjectRules = {
  derive(tables, item) {
    deriveAccount(tables, item);
    if (item.object.name !== 'Task') return;
    const status = [...tables.table('TaskStatus').rows()].find(
      (row) => row['MasterLabel'] === item.draft['Status'] || row['ApiName'] === item.draft['Status']
    );
    item.draft['IsClosed'] = status ? status['IsClosed'] === true : item.draft['Status'] === 'Completed';
    if (item.draft['Priority'] !== undefined) item.draft['IsHighPriority'] = item.draft['Priority'] === 'High';
  },

  afterSave(tables, { draft, object }) {
    const isDone = object.name === 'Event' || draft['IsClosed'] === true;
    if (!isDone || !(draft['ActivityDate'] instanceof ApexDate)) return;
    for (const field of ['WhoId', 'WhatId', 'AccountId'])
      touch(tables, draft[field] as string | null | undefined, draft['ActivityDate']);
  },

  /** A task of a Lead has no other record, and a converted Lead takes no more tasks (PLATFORM 1.12, 1.13). */
  validate(tables, item) {
    const who = (item.draft['WhoId'] as string | null | undefined) ?? null;
    if (who === null || tables.objectOfId(who)?.name !== 'Lead') return;
    if (item.draft['WhatId'])
      fail(
        item,
        'FIELD_INTEGRITY_EXCEPTION',
        'If you specify a lead for the name, the related to field must be blank',
        ['WhatId']
      );
    const isNewWho = item.old?.['WhoId'] !== who;
    if (isNewWho && tables.row(who)?.['IsConverted'] === true) {
      fail(item, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', ['WhoId']);
    }
  }
};

/** The last activity of a record is its latest event or closed task. */
function touch(tables: Tables, id: string | null | undefined, date: ApexDate): void {
  const row = tables.liveRow(id ?? null);
  const object = id ? tables.objectOfId(id) : null;
  if (!row || !object?.fields.has('lastactivitydate')) return;
  const before = row['LastActivityDate'];
  if (before instanceof ApexDate && before.toEpochDay() >= date.toEpochDay()) return;
  tables.store.write(tables.table(object.name), row['Id'] as string, { ...row, LastActivityDate: date });
}

/** The account of an activity follows from what it is about, then from whom it is with. */
function deriveAccount(tables: Tables, { draft }: WorkItem): void {
  const accountOf = (id: unknown): string | null => {
    const row = tables.row((id as string | null | undefined) ?? null);
    if (!row) return null;
    return tables.objectOfId(row['Id'] as string)?.name === 'Account'
      ? (row['Id'] as string)
      : ((row['AccountId'] as string | null | undefined) ?? null);
  };
  draft['AccountId'] = accountOf(draft['WhatId']) ?? accountOf(draft['WhoId']);
}

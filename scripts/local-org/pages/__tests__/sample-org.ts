/** A small org for tests of the pages: the package's own schema, a few rows, no Apex. */
import path from 'node:path';
import { loadSchema } from '../../schema/load';
import type { PageData, PageOrg, PageRow } from '../model/port';

export const ROOT = path.join(__dirname, '..', '..', '..', '..');
export const SOURCE = path.join(ROOT, 'force-app');

export const LEAD_ID = '00Q000000000001AAA';
export const TASK_ID = '00T000000000001AAA';
export const USER = { id: '005000000000001AAA', username: 'rep@example.com', name: 'Riley Reyes', persona: 'rep' };
const ADMIN = { id: '005000000000002AAA', username: 'admin@example.com', name: 'Alex Admin', persona: 'admin' };

const LEAD: PageRow = {
  Id: LEAD_ID,
  Name: 'Dana Ortiz',
  LastName: 'Ortiz',
  Company: 'Ortiz Household',
  Title: 'Homeowner',
  Phone: '(415) 555-0123',
  Email: 'dana.ortiz@example.com',
  Status: 'Working - Contacted',
  Call_Disposition__c: 'Qualified',
  Intent_Score__c: 8,
  Qualification_Notes__c: 'Owns home; wants install in 60 days; quote by Friday.',
  CreatedDate: '2026-05-20T10:00:00.000+0000',
  OwnerId: USER.id,
  Owner: { Name: USER.name },
  Last_Thoughtly_Call__c: '2026-05-24T15:34:38.000+0000'
};
const TASK: PageRow = {
  Id: TASK_ID,
  Subject: 'Thoughtly AI Call — Qualified',
  Status: 'Completed',
  Priority: 'Normal',
  TaskSubtype: 'Call',
  WhoId: LEAD_ID,
  Who: { Name: 'Dana Ortiz' },
  OwnerId: USER.id,
  Owner: { Name: USER.name },
  ActivityDate: '2026-05-24',
  CreatedDate: '2026-05-24T15:34:40.000+0000',
  Description: 'Dana owns her home and wants solar installed within 60 days.'
};
const ROWS: Readonly<Record<string, readonly PageRow[]>> = { Lead: [LEAD], Task: [TASK] };

/** @param hiddenFields names such as `Lead.Phone` that the user may not read */
export function sampleOrg(hiddenFields: readonly string[] = []): PageOrg {
  const schema = loadSchema([SOURCE]);
  const data: PageData = {
    schema,
    timeZone: 'America/Los_Angeles',
    language: 'en_US',
    locale: 'en_US',
    customPermissions: [],
    userPermissions: [],
    canReadObject: ({ name }) => name !== 'Opportunity',
    canReadField: (object, field) => !hiddenFields.includes(`${object.name}.${field.name}`),
    query
  };
  return {
    schema,
    users: [USER, ADMIN],
    dataFor: () => data,
    chooseLanguage: () => {},
    subscribe: () => ({ position: 0, stop: () => {} })
  };
}

/** Knows the two forms of condition that pages use. */
function query(soql: string): PageRow[] {
  const object = /FROM (\w+)/.exec(soql)?.[1] ?? '';
  const id = /WHERE Id = '(\w+)'/.exec(soql)?.[1];
  const related = /WHERE \w+ = '(\w+)'/.exec(soql)?.[1];
  const rows = ROWS[object] ?? [];
  if (id) return rows.filter((row) => row['Id'] === id);
  return related ? rows.filter((row) => Object.values(row).includes(related)) : [...rows];
}

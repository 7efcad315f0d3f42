/** Everything that a record page shows, as the running user may see it. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { fieldView, nameFieldOf, readableFields, recordAddress, selectedPaths } from './fields';
import type { FieldView } from './fields';
import { iconOf } from './icons';
import { relatedLists } from './list-page';
import type { ListPage } from './list-page';
import type { PageLayout } from './layout';
import { PageDataError } from './port';
import type { PageData, PageRow } from './port';

export interface FieldSection {
  readonly title: string;
  readonly fields: readonly FieldView[];
}

export interface Activity {
  readonly id: string;
  readonly subject: string;
  readonly address: string;
  /** ISO time stamp. */
  readonly createdAt: string | null;
  readonly status: string | null;
  readonly isCall: boolean;
  readonly ownerName: string | null;
  readonly description: string | null;
}

export interface RecordPage {
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly recordId: string;
  readonly title: string;
  readonly iconName: string;
  readonly highlights: readonly FieldView[];
  readonly sections: readonly FieldSection[];
  readonly activities: readonly Activity[];
  readonly relatedLists: readonly ListPage[];
  readonly layout: PageLayout;
}

/** Fields below the name of a record, as the standard compact layouts have them. */
const HIGHLIGHTS: Readonly<Record<string, readonly string[]>> = {
  Lead: ['Title', 'Company', 'Phone', 'Email', 'Status', 'Call_Disposition__c'],
  Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId', 'Call_Disposition__c'],
  Account: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Opportunity: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId', 'Appointment_Date__c'],
  Task: ['WhoId', 'Status', 'Priority', 'ActivityDate', 'OwnerId'],
  Thoughtly_Call__c: ['Disposition__c', 'Intent_Score__c', 'Lead__c', 'Contact__c', 'Started_At__c', 'Agent_Name__c']
};

/** Bookkeeping fields that the standard layouts do not show either, or show elsewhere. */
const HIDDEN = new Set([
  'Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate', 'MasterRecordId', 'PhotoUrl', 'JigsawContactId',
  'Jigsaw', 'CleanStatus', 'DandbCompanyId', 'IndividualId', 'IsUnreadByOwner', 'LastActivityDate', 'FirstName', 'LastName',
  'Salutation', 'MiddleName', 'Suffix', 'RecordTypeId', 'ConvertedDate', 'ConvertedAccountId', 'ConvertedContactId', 'ConvertedOpportunityId',
  'WhoCount', 'WhatCount', 'Latitude', 'Longitude', 'GeocodeAccuracy', 'EmailBouncedReason', 'EmailBouncedDate', 'CompanyDunsNumber',
  'LastTransferDate', 'Thoughtly_Phone_Key__c', 'Thoughtly_Mobile_Key__c', 'Thoughtly_Key__c', 'Customer_Phone_Key__c', 'IsRecurrence', 'Turns__c', 'Variables__c'
]);
const SYSTEM_FIELDS = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'OwnerId']);
const OBJECTS_WITH_ACTIVITIES = new Set(['Lead', 'Contact', 'Account', 'Opportunity', 'Case']);
const ACTIVITY_LIMIT = 20;

/**
 * The page of one record.
 *
 * @throws PageDataError 404 when there is no such object or record, or the user may not see it
 */
export function recordPage(data: PageData, objectApiName: string, recordId: string, layout: PageLayout): RecordPage {
  const object = data.schema.findObject(objectApiName);
  if (!object || !data.canReadObject(object)) throw notFound();
  const fields = readableFields(data, object).filter(isShownWhereQueried);
  const row = readRow(data, object, fields, recordId);
  const viewByName = new Map(fields.map((field) => [field.name, fieldView(data, object, row, field)]));
  const title = row[nameFieldOf(object)];
  return {
    objectApiName: object.name,
    objectLabel: object.label,
    recordId: String(row['Id']),
    title: typeof title === 'string' && title !== '' ? title : object.label,
    iconName: iconOf(object.name),
    highlights: (HIGHLIGHTS[object.name] ?? []).flatMap((name) => viewByName.get(name) ?? []),
    sections: sectionsOf(object, fields, viewByName),
    activities: activitiesOf(data, object, recordId),
    relatedLists: relatedLists(data, object, recordId),
    layout
  };
}

function readRow(data: PageData, object: ObjectSchema, fields: readonly FieldSchema[], recordId: string): PageRow {
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(recordId)) throw notFound();
  const paths = new Set(['Id', ...fields.flatMap((field) => selectedPaths(data, field))]);
  const row = data.query(`SELECT ${[...paths].join(', ')} FROM ${object.name} WHERE Id = '${recordId}'`)[0];
  if (!row) throw notFound();
  return row;
}

function isShownWhereQueried(field: FieldSchema): boolean {
  return field.type !== 'base64' && field.type !== 'address' && field.type !== 'location';
}

function sectionsOf(
  object: ObjectSchema,
  fields: readonly FieldSchema[],
  viewByName: ReadonlyMap<string, FieldView>
): FieldSection[] {
  const shown = fields.filter((field) => !HIDDEN.has(field.name));
  const pick = (matches: (field: FieldSchema) => boolean): FieldView[] =>
    shown.filter(matches).flatMap((field) => viewByName.get(field.name) ?? []);
  const isThoughtly = (field: FieldSchema): boolean => field.isCustom && object.kind === 'standard';
  return [
    { title: `${object.label} Information`, fields: pick((field) => !isThoughtly(field) && !SYSTEM_FIELDS.has(field.name)) },
    { title: 'Thoughtly', fields: pick(isThoughtly) },
    { title: 'System Information', fields: pick((field) => SYSTEM_FIELDS.has(field.name)) }
  ].filter((section) => section.fields.length > 0);
}

function activitiesOf(data: PageData, object: ObjectSchema, recordId: string): Activity[] {
  const task = data.schema.findObject('Task');
  if (!OBJECTS_WITH_ACTIVITIES.has(object.name) || !task || !data.canReadObject(task)) return [];
  const rows = data.query(
    'SELECT Id, Subject, Status, TaskSubtype, Description, CreatedDate, Owner.Name FROM Task ' +
      `WHERE WhoId = '${recordId}' OR WhatId = '${recordId}' ORDER BY CreatedDate DESC LIMIT ${ACTIVITY_LIMIT}`
  );
  return rows.map(toActivity);
}

function toActivity(row: PageRow): Activity {
  const owner = row['Owner'] as PageRow | null | undefined;
  const text = (name: string): string | null => (row[name] as string | null | undefined) ?? null;
  const id = String(row['Id']);
  return {
    id,
    subject: text('Subject') ?? 'Task',
    address: recordAddress('Task', id),
    createdAt: text('CreatedDate'),
    status: text('Status'),
    isCall: row['TaskSubtype'] === 'Call',
    ownerName: (owner?.['Name'] as string | null | undefined) ?? null,
    description: text('Description')
  };
}

function notFound(): PageDataError {
  return new PageDataError(404, 'NOT_FOUND', 'This record does not exist, or you cannot see it.');
}

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
import { DETAILS, HIDDEN, HIGHLIGHTS, PACKAGE_FIELDS, SYSTEM_FIELDS } from './standard-layouts';

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
  const sections = sectionFields(object, readableFields(data, object).filter(isShown));
  const highlights = pick(HIGHLIGHTS[object.name] ?? [], readableFields(data, object));
  const row = readRow(data, object, [...highlights, ...sections.flatMap(({ fields }) => fields)], recordId);
  const view = (field: FieldSchema): FieldView => fieldView(data, object, row, field);
  const title = row[nameFieldOf(object)];
  return {
    objectApiName: object.name,
    objectLabel: object.label,
    recordId: String(row['Id']),
    title: typeof title === 'string' && title !== '' ? title : object.label,
    iconName: iconOf(object.name),
    highlights: highlights.map(view),
    sections: sections.map(({ title, fields }) => ({ title, fields: fields.map(view) })),
    activities: activitiesOf(data, object, recordId),
    relatedLists: relatedLists(data, object, recordId),
    layout
  };
}

function readRow(data: PageData, object: ObjectSchema, fields: readonly FieldSchema[], recordId: string): PageRow {
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(recordId)) throw notFound();
  const paths = new Set(['Id', nameFieldOf(object), ...fields.flatMap((field) => selectedPaths(data, field))]);
  const row = data.query(`SELECT ${[...paths].join(', ')} FROM ${object.name} WHERE Id = '${recordId}'`)[0];
  if (!row) throw notFound();
  return row;
}

function isShown(field: FieldSchema): boolean {
  return !HIDDEN.has(field.name) && !['base64', 'address', 'location'].includes(field.type);
}

function sectionFields(
  object: ObjectSchema,
  fields: readonly FieldSchema[]
): { title: string; fields: FieldSchema[] }[] {
  const layout = DETAILS[object.name];
  const system = pick(SYSTEM_FIELDS, fields);
  const isOwn = (field: FieldSchema): boolean => field.isCustom && object.kind === 'standard';
  const standard = layout ? pick(layout, fields) : fields.filter((field) => !isOwn(field) && !system.includes(field));
  return [
    { title: `${object.label} Information`, fields: standard },
    { title: 'Thoughtly', fields: fields.filter((field) => isOwn(field) && PACKAGE_FIELDS.has(field.name)) },
    {
      title: 'Additional Information',
      fields: fields.filter((field) => isOwn(field) && !PACKAGE_FIELDS.has(field.name))
    },
    { title: 'System Information', fields: system }
  ].filter((section) => section.fields.length > 0);
}

function pick(names: readonly string[], fields: readonly FieldSchema[]): FieldSchema[] {
  return names.flatMap((name) => fields.find((field) => field.name === name) ?? []);
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

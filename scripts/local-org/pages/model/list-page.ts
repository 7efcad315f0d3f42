/** Lists of records: the list view of an object, and the start page. */
import type { ObjectSchema } from '../../schema/model';
import { fieldView, nameFieldOf, readableFields, recordAddress, selectedPaths } from './fields';
import type { FieldView } from './fields';
import { iconOf } from './icons';
import { PageDataError } from './port';
import type { PageData } from './port';
import { COLUMNS } from './standard-layouts';

export interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly cells: readonly FieldView[];
}

export interface ListPage {
  readonly objectApiName: string;
  readonly title: string;
  readonly iconName: string;
  readonly nameLabel: string;
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly rows: readonly ListRow[];
}

/** Objects of the start page and of the navigation bar. */
export const NAVIGATION_OBJECTS = ['Lead', 'Contact', 'Opportunity', 'Task', 'Thoughtly_Call__c'] as const;

const RELATED_OBJECTS = new Set(['Contact', 'Opportunity', 'Case']);
const LIST_LIMIT = 50;
const START_LIMIT = 8;

/**
 * The list view of an object, newest records first.
 *
 * @throws PageDataError 404 when there is no such object, or the user may not read it
 */
export function listPage(data: PageData, objectApiName: string): ListPage {
  const object = data.schema.findObject(objectApiName);
  if (!object || !data.canReadObject(object)) {
    throw new PageDataError(404, 'NOT_FOUND', `There is no object ${objectApiName}, or you may not read it.`);
  }
  return readList(data, object, '', LIST_LIMIT);
}

/** The start page: the newest records of the objects that matter here. */
export function startPage(data: PageData): readonly ListPage[] {
  const readable = (object: ObjectSchema | undefined): object is ObjectSchema =>
    object !== undefined && data.canReadObject(object);
  return NAVIGATION_OBJECTS.map((name) => data.schema.findObject(name))
    .filter(readable)
    .map((object) => readList(data, object, '', START_LIMIT));
}

/** Children of a record that a sales page lists; a list without rows is left out. */
export function relatedLists(data: PageData, parent: ObjectSchema, recordId: string): readonly ListPage[] {
  return parent.childRelationships
    .filter(({ childObject }) => RELATED_OBJECTS.has(childObject))
    .flatMap(({ childObject, field }) => {
      const child = data.schema.findObject(childObject);
      const lookup = data.schema.findField(childObject, field);
      if (!child || !lookup || !data.canReadObject(child) || !data.canReadField(child, lookup)) return [];
      return [readList(data, child, `WHERE ${field} = '${recordId}' `, START_LIMIT)];
    })
    .filter(({ rows }) => rows.length > 0);
}

function readList(data: PageData, object: ObjectSchema, condition: string, limit: number): ListPage {
  const readable = new Map(readableFields(data, object).map((field) => [field.name, field]));
  const columns = (COLUMNS[object.name] ?? []).flatMap((name) => readable.get(name) ?? []);
  const nameField = nameFieldOf(object);
  const paths = new Set(['Id', nameField, ...columns.flatMap((field) => selectedPaths(data, field))]);
  const soql = `SELECT ${[...paths].join(', ')} FROM ${object.name} ${condition}ORDER BY CreatedDate DESC LIMIT ${limit}`;
  return {
    objectApiName: object.name,
    title: object.labelPlural,
    iconName: iconOf(object.name),
    nameLabel: data.schema.findField(object.name, nameField)?.label ?? 'Name',
    columns: columns.map(({ name, label }) => ({ name, label })),
    rows: data.query(soql).map((row) => ({
      id: String(row['Id']),
      name: String(row[nameField] ?? row['Id']),
      address: recordAddress(object.name, String(row['Id'])),
      cells: columns.map((field) => fieldView(data, object, row, field))
    }))
  };
}

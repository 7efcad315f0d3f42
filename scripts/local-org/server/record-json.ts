/** Records as the REST API writes and reads them. */
import type { SoqlFieldExpression, SoqlQuery, SoqlSelectItem } from '../data/soql/ast';
import { SObjectValue } from '../data/sobject';
import { ApexBlob } from '../library/system/Blob';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { Double } from '../library/system/Double';
import { ApexList } from '../library/system/List';
import { ApexTime } from '../library/system/Time';
import { currentTransaction } from '../runtime/transaction';
import type { FieldSchema, ObjectSchema } from '../schema/model';
import { readFieldValue } from '../setup/field-values';
import { RestError } from './errors';

/** A value of a field as JSON: dates as text, numbers as numbers. */
export function valueToJson(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof ApexDatetime) return value.toIsoText().replace('Z', '+0000');
  if (value instanceof ApexDate) return dateText(value);
  if (value instanceof ApexTime) return `${new Date(value.millis).toISOString().slice(11)}`;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof Double) return value.value;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (typeof value === 'bigint') return Number(value);
  return value;
}

function dateText(date: ApexDate): string {
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Address of a record below `version`: `/services/data/v66.0`. A polymorphic parent (`Name`) stands under its own object. */
function recordUrl(version: string, objectName: string, id: string): string {
  const object = objectName === 'Name' ? currentTransaction().org.database.tables.objectOfId(id)?.name : objectName;
  return `${version}/sobjects/${object ?? objectName}/${id}`;
}

/** A record with all the values that it has. */
export function recordToJson(record: SObjectValue, version: string): Record<string, unknown> {
  const json = { attributes: attributes(record, version) };
  putAll(json, record);
  return json;
}

/** One row of a query, with the fields that the query asked for in its order, empty ones included. */
export function rowToJson(record: SObjectValue, query: SoqlQuery, version: string): Record<string, unknown> {
  const json: Record<string, unknown> = { attributes: attributes(record, version) };
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind === 'field')
      putPath(json, record, item.alias === null ? stripAlias(item.path, query) : [item.alias], version);
    else if (item.kind === 'function' && item.name === 'FIELDS') putAll(json, record);
    else if (item.kind === 'function') putFunction(json, record, item, () => `expr${unnamed++}`);
    else if (item.kind === 'subquery') putChildren(json, record, item.query, version);
    else putPopulated(json, record, item.relationship, version);
  }
  return json;
}

function attributes(record: SObjectValue, version: string): Record<string, unknown> {
  return record.id === null
    ? { type: record.objectName }
    : { type: record.objectName, url: recordUrl(version, record.objectName, record.id) };
}

/** `SELECT l.Name FROM Lead l`: the alias of the object is no relationship. */
function stripAlias(path: readonly string[], query: SoqlQuery): readonly string[] {
  const first = path[0]?.toLowerCase();
  const isAlias =
    path.length > 1 && (first === query.from.alias?.toLowerCase() || first === query.from.name.toLowerCase());
  return isAlias ? path.slice(1) : path;
}

function putPath(json: Record<string, unknown>, record: SObjectValue, path: readonly string[], version: string): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    json[record.fieldName(first)] = valueToJson(record.peek(record.fieldName(first)));
    return;
  }
  const parent = record.hasParent(first) ? record.getParent(first) : null;
  const name = relationshipName(record, first);
  if (!parent) {
    json[name] ??= null;
    return;
  }
  json[name] ??= { attributes: attributes(parent, version) };
  putPath(json[name] as Record<string, unknown>, parent, rest, version);
}

function relationshipName(record: SObjectValue, name: string): string {
  return record.parents().find(([known]) => known.toLowerCase() === name.toLowerCase())?.[0] ?? name;
}

function putFunction(
  json: Record<string, unknown>,
  record: SObjectValue,
  item: SoqlSelectItem & { readonly kind: 'function' },
  unnamed: () => string
): void {
  const name = item.alias ?? (record.objectName === 'AggregateResult' ? unnamed() : fieldOf(item));
  json[name] = valueToJson(record.peek(name));
}

/** `toLabel(Status)` and `FORMAT(Amount)` answer under the name of their field. */
function fieldOf(expression: SoqlFieldExpression): string {
  if (expression.kind === 'field') return expression.path.at(-1) ?? '';
  const [argument] = expression.arguments;
  return argument ? fieldOf(argument) : expression.name;
}

function putAll(json: Record<string, unknown>, record: SObjectValue): void {
  for (const [name, value] of record.entries()) json[name] = valueToJson(value);
}

function putPopulated(
  json: Record<string, unknown>,
  record: SObjectValue,
  relationship: string,
  version: string
): void {
  const parent = record.hasParent(relationship) ? record.getParent(relationship) : null;
  if (!parent) {
    json[relationship] = null;
    return;
  }
  json[relationshipName(record, relationship)] = recordToJson(parent, version);
}

function putChildren(json: Record<string, unknown>, record: SObjectValue, query: SoqlQuery, version: string): void {
  const relationship = query.from.name;
  const children = record.hasChildren(relationship) ? record.getChildren(relationship) : new ApexList('SObject');
  const name =
    record.childLists().find(([known]) => known.toLowerCase() === relationship.toLowerCase())?.[0] ?? relationship;
  const records = children.items.map((child) => rowToJson(child as SObjectValue, query, version));
  json[name] = records.length === 0 ? null : { totalSize: records.length, done: true, records };
}

/**
 * A record from the JSON of a request. Types are checked as the REST API checks them.
 *
 * @throws RestError 400 `INVALID_FIELD` or `JSON_PARSER_ERROR`
 */
export function recordFromJson(
  object: ObjectSchema,
  json: Readonly<Record<string, unknown>>,
  id: string | null
): SObjectValue {
  const record = new SObjectValue(object.name);
  if (id !== null) record.put('Id', id);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new RestError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    record.put(field.name, fieldFromJson(field, value));
  }
  return record;
}

/** One field value of a request as an Apex value. @throws RestError 400 `JSON_PARSER_ERROR` when it cannot be read */
export function fieldFromJson(field: FieldSchema, value: unknown): unknown {
  const read = readFieldValue(field, value);
  if (read !== undefined) return read;
  throw new RestError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${typeof value} value ${JSON.stringify(value)}`,
    [field.name]
  );
}

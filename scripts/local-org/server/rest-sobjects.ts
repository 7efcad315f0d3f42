/** `/services/data/vNN.0/sobjects`: records and describes, with the access of the token's user. */
import type { DmlKind, DmlOutcome } from '../data/api';
import { toLongId } from '../data/ids';
import { parseSoql } from '../data/soql/parse';
import type { SObjectValue } from '../data/sobject';
import type { OrgUser } from '../org';
import type { ObjectSchema } from '../schema/model';
import type { ServerContext } from './context';
import { describeGlobal, describeObject, describeSummary } from './describe';
import { methodNotAllowed, notFound, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';
import { recordFromJson, rowToJson } from './record-json';
import { saveInTransaction } from './save';
import { steerTransaction } from './save-options';

/** One request to the sobjects resource: its place and its user. */
interface Call {
  readonly context: ServerContext;
  readonly user: OrgUser;
  /** `/services/data/v66.0` */
  readonly version: string;
  readonly request: ServerRequest;
}

/** `segments` after `sobjects`: `[]`, `['Lead']`, `['Lead', 'describe']`, `['Lead', id]`, `['Lead', field, value]`. */
export function answerSObjects(call: Call, segments: readonly string[]): ServerAnswer {
  const [objectName, second, third] = segments;
  const { request, context } = call;
  const access = context.org.database.accessOf(call.user.id);
  if (objectName === undefined) return { status: 200, body: describeGlobal(context.org, call.version, access) };
  const object = context.org.schema.findObject(objectName);
  if (!object || !access.canObject(object, 'read')) throw notFound();
  if (second === undefined) return answerCollection(call, object);
  if (second === 'describe') return { status: 200, body: describeObject(object, call.version, access) };
  if (third !== undefined) return answerByExternalId(call, object, second, third);
  return answerRecord(call, object, requireId(second), request.method);
}

function answerCollection(call: Call, object: ObjectSchema): ServerAnswer {
  if (call.request.method === 'POST') {
    const outcome = save(call, 'insert', () => recordFromJson(object, jsonBody(call.request), null), null);
    return {
      status: 201,
      headers: { Location: `${call.version}/sobjects/${object.name}/${outcome.id ?? ''}` },
      body: { id: outcome.id, success: true, errors: [] }
    };
  }
  if (call.request.method !== 'GET') throw methodNotAllowed(call.request.method, ['GET', 'HEAD', 'POST']);
  const access = call.context.org.database.accessOf(call.user.id);
  const objectDescribe = describeSummary(object, call.version, access);
  return { status: 200, body: { objectDescribe, recentItems: [] } };
}

function answerRecord(call: Call, object: ObjectSchema, id: string, method: string): ServerAnswer {
  switch (method) {
    case 'GET':
      return { status: 200, body: readRecord(call, object, id) };
    case 'PATCH':
      save(call, 'update', () => recordFromJson(object, jsonBody(call.request), id), null);
      return { status: 204 };
    case 'DELETE':
      save(call, 'delete', () => recordFromJson(object, {}, id), null);
      return { status: 204 };
    default:
      throw methodNotAllowed(method, ['DELETE', 'GET', 'HEAD', 'PATCH']);
  }
}

function answerByExternalId(call: Call, object: ObjectSchema, fieldName: string, value: string): ServerAnswer {
  const field = object.fields.get(fieldName.toLowerCase());
  if (!field)
    throw new RestError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${fieldName}`
    );
  const { method } = call.request;
  if (method === 'PATCH') return upsertByExternalId(call, object, field.name, value);
  const found = inTransaction(call, () => idsWith(call, object, field.name, value));
  if (found.length > 1) throw new RestError(300, 'DUPLICATE_VALUE', `${found.length} records have this value`);
  const [id] = found;
  if (id === undefined) throw notFound();
  return answerRecord(call, object, id, method);
}

function upsertByExternalId(call: Call, object: ObjectSchema, fieldName: string, value: string): ServerAnswer {
  const isById = fieldName === 'Id';
  const json = isById ? jsonBody(call.request) : { ...jsonBody(call.request), [fieldName]: value };
  const outcome = save(
    call,
    'upsert',
    () => recordFromJson(object, json, isById ? requireId(value) : null),
    isById ? null : fieldName
  );
  return {
    status: outcome.isCreated ? 201 : 200,
    body: { id: outcome.id, success: true, errors: [], created: outcome.isCreated }
  };
}

function idsWith(call: Call, object: ObjectSchema, fieldName: string, value: string): string[] {
  const query = parseSoql(`SELECT Id FROM ${object.name} WHERE ${fieldName} = :value LIMIT 2`);
  return queryWith(call, query, value).flatMap((record) => (record.id === null ? [] : [record.id]));
}

/** One record with the fields asked for (`fields=`), or with all that the user may read. */
function readRecord(call: Call, object: ObjectSchema, id: string): unknown {
  return inTransaction(call, () => {
    const asked = call.request.query.get('fields');
    const fields = asked === null ? readableFields(call, object) : asked.split(',').map((name) => name.trim());
    const query = parseSoql(`SELECT ${fields.join(',')} FROM ${object.name} WHERE Id = :value`);
    const [record] = queryWith(call, query, id);
    if (!record) throw notFound();
    return rowToJson(record, query, call.version);
  });
}

function readableFields(call: Call, object: ObjectSchema): string[] {
  const { org } = call.context;
  const fields = [...object.fields.values()].filter(
    (field) => field.type !== 'address' && field.type !== 'location' && field.type !== 'base64'
  );
  return fields
    .filter((field) => org.database.accessOf(call.user.id).canField(object, field, 'read'))
    .map((field) => field.name);
}

function queryWith(call: Call, query: ReturnType<typeof parseSoql>, value: string): SObjectValue[] {
  return call.context.org.database.query({ query, bind: () => value, accessMode: 'user', isSharingEnforced: true });
}

/** Saves one record in user mode and a transaction of its own. */
function save(call: Call, kind: DmlKind, makeRecord: () => SObjectValue, externalIdField: string | null): DmlOutcome {
  return inTransaction(call, () => saveInTransaction(call.context, kind, makeRecord(), externalIdField, call.request));
}

function inTransaction<T>({ context, user, request }: Call, work: () => T): T {
  return context.org.execute(user.id, 'synchronous', () => {
    steerTransaction(request);
    return work();
  });
}

function requireId(text: string): string {
  const id = toLongId(text);
  if (id === null) throw notFound();
  return id;
}

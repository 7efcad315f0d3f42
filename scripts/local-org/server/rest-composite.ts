/** `/services/data/vNN.0/composite`: up to 200 records in one request, as `sobjects` or as a `tree`. */
import type { DmlOutcome } from '../data/api';
import { toLongId } from '../data/ids';
import type { SObjectValue } from '../data/sobject';
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { errorBody, methodNotAllowed, notFound, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';
import { recordFromJson } from './record-json';
import { saveOptionsOf, steerTransaction } from './save-options';
import { answerTree } from './rest-tree';

const MAXIMUM_RECORDS = 200;

interface Call {
  readonly context: ServerContext;
  readonly user: OrgUser;
  readonly version: string;
  readonly request: ServerRequest;
}

/** POST inserts, PATCH updates, DELETE (with `ids=`) deletes; `allOrNone` as asked for. */
export function answerComposite(call: Call, rest: readonly string[]): ServerAnswer {
  const [resource, objectName] = rest;
  if (resource === 'tree' && objectName !== undefined && rest.length === 2) return answerTree(call, objectName);
  if (rest.length !== 1 || resource !== 'sobjects') throw notFound();
  const { method, query } = call.request;
  if (method === 'DELETE') {
    const ids = (query.get('ids') ?? '').split(',');
    return save(call, 'delete', () => ids.map((id) => recordOfId(call, id)), query.get('allOrNone') === 'true');
  }
  if (method !== 'POST' && method !== 'PATCH') throw methodNotAllowed(method, ['DELETE', 'PATCH', 'POST']);
  const body = jsonBody(call.request);
  const records: readonly unknown[] = Array.isArray(body['records']) ? body['records'] : [];
  return save(
    call,
    method === 'POST' ? 'insert' : 'update',
    () => records.map((json) => readRecord(call, json)),
    body['allOrNone'] === true
  );
}

function readRecord({ context }: Call, value: unknown): SObjectValue {
  const json = (value ?? {}) as Record<string, unknown>;
  const type = (json['attributes'] as { type?: string } | undefined)?.type ?? '';
  const object = context.org.schema.findObject(type);
  if (!object) throw new RestError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
  return recordFromJson(object, json, typeof json['id'] === 'string' ? toLongId(json['id']) : null);
}

function recordOfId({ context }: Call, text: string): SObjectValue {
  const id = toLongId(text);
  const object = id === null ? null : context.org.database.tables.objectOfId(id);
  if (id === null || !object) throw new RestError(400, 'MALFORMED_ID', `malformed id ${text}`);
  return recordFromJson(object, {}, id);
}

function save(
  { context, user, request }: Call,
  kind: 'insert' | 'update' | 'delete',
  makeRecords: () => readonly SObjectValue[],
  allOrNone: boolean
): ServerAnswer {
  const outcomes = context.org.execute(user.id, 'synchronous', () => {
    steerTransaction(request);
    const records = makeRecords();
    if (records.length > MAXIMUM_RECORDS)
      throw new RestError(400, 'EXCEEDED_MAX_LIMIT', `At most ${MAXIMUM_RECORDS} records can be in one request`);
    const { database } = context.org;
    const before = database.snapshot();
    const results = database.dml({
      kind,
      records,
      accessMode: 'user',
      isSharingEnforced: true,
      allOrNone: false,
      externalIdField: null,
      options: saveOptionsOf(request)
    });
    if (allOrNone && results.some((outcome) => !outcome.isSuccess)) {
      database.restore(before);
      return results.map(rolledBack);
    }
    return results;
  });
  return {
    status: 200,
    body: outcomes.map(({ id, isSuccess, errors }) => ({
      ...(isSuccess ? { id } : {}),
      success: isSuccess,
      errors: errors.map(errorBody)
    }))
  };
}

function rolledBack(outcome: DmlOutcome): DmlOutcome {
  if (!outcome.isSuccess) return outcome;
  const error = {
    statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
    fields: []
  };
  return { id: null, isSuccess: false, isCreated: false, errors: [error] };
}

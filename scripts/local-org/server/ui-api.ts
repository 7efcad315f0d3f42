/** `/ui-api/records`: what `lightning/uiRecordApi` asks for, with the access of the page's user. */
import { toLongId } from '../data/ids';
import { parseSoql } from '../data/soql/parse';
import type { SObjectValue } from '../data/sobject';
import type { OrgUser } from '../org';
import type { ObjectSchema } from '../schema/model';
import type { ServerContext } from './context';
import { displayText } from './display-text';
import { methodNotAllowed, notFound, RestError, toRestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';
import { recordFromJson, valueToJson } from './record-json';
import { saveInTransaction } from './save';

/** A record with its fields by name; parents are fields whose value is a record. */
interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly lastModifiedDate: unknown;
  readonly recordTypeId: string | null;
  readonly fields: Record<string, { readonly value: unknown; readonly displayValue: string | null }>;
}

/** `GET|PATCH|DELETE /ui-api/records/<id>`, `POST /ui-api/records`. */
export function answerUiApi(context: ServerContext, user: OrgUser, request: ServerRequest): ServerAnswer {
  const [, resource, id] = request.segments;
  if (resource !== 'records') throw notFound();
  try {
    return context.org.execute(user.id, 'synchronous', () => answerRecords(context, user, request, id));
  } catch (error) {
    return failure(error, request.method);
  }
}

function answerRecords(
  context: ServerContext,
  user: OrgUser,
  request: ServerRequest,
  idText: string | undefined
): ServerAnswer {
  if (idText === undefined) {
    if (request.method !== 'POST') throw methodNotAllowed(request.method, ['POST']);
    return create(context, user, request);
  }
  const id = toLongId(idText);
  const object = id === null ? null : context.org.database.tables.objectOfId(id);
  if (id === null || !object) throw notFound();
  switch (request.method) {
    case 'GET':
      return { status: 200, body: read(context, user, object, id, askedPaths(request.query, object)) };
    case 'PATCH': {
      const { fields } = jsonBody(request);
      saveInTransaction(context, 'update', recordFromJson(object, (fields ?? {}) as Record<string, unknown>, id), null);
      return { status: 200, body: read(context, user, object, id, { required: [], optional: [], isAll: true }) };
    }
    case 'DELETE':
      saveInTransaction(context, 'delete', recordFromJson(object, {}, id), null);
      return { status: 204 };
    default:
      throw methodNotAllowed(request.method, ['DELETE', 'GET', 'PATCH']);
  }
}

function create(context: ServerContext, user: OrgUser, request: ServerRequest): ServerAnswer {
  const { apiName, fields } = jsonBody(request);
  const object = context.org.schema.findObject(String(apiName));
  if (!object) throw new RestError(400, 'INVALID_TYPE', `sObject type '${String(apiName)}' is not supported.`);
  const outcome = saveInTransaction(
    context,
    'insert',
    recordFromJson(object, (fields ?? {}) as Record<string, unknown>, null),
    null
  );
  return {
    status: 201,
    body: read(context, user, object, outcome.id ?? '', { required: [], optional: [], isAll: true })
  };
}

/** Field paths without their object: `Owner.Name`. */
interface AskedPaths {
  readonly required: readonly string[];
  /** Left out of the answer when the user may not read them. */
  readonly optional: readonly string[];
  /** Everything that the user may read, as a layout would ask for. */
  readonly isAll: boolean;
}

function askedPaths(query: URLSearchParams, object: ObjectSchema): AskedPaths {
  const paths = (name: string) =>
    query
      .getAll(name)
      .flatMap((text) => text.split(','))
      .filter((path) => path !== '')
      .map((path) => withoutObject(path, object));
  return { required: paths('fields'), optional: paths('optionalFields'), isAll: query.has('layoutTypes') };
}

function withoutObject(path: string, object: ObjectSchema): string {
  const [first, ...rest] = path.split('.');
  return first?.toLowerCase() === object.name.toLowerCase() && rest.length > 0 ? rest.join('.') : path;
}

function read(
  context: ServerContext,
  user: OrgUser,
  object: ObjectSchema,
  id: string,
  asked: AskedPaths
): RecordRepresentation {
  const optional = [...asked.optional, ...(asked.isAll ? allFields(object) : [])].filter((path) =>
    canRead(context, user, object, path)
  );
  const paths = [...new Set([...asked.required, ...optional])].map((path) => requirePath(context, object, path));
  const system = object.fields.has('lastmodifieddate') ? ['LastModifiedDate'] : [];
  const query = parseSoql(
    `SELECT ${[...new Set(['Id', ...system, ...paths])].join(',')} FROM ${object.name} WHERE Id = :id`
  );
  const [record] = context.org.database.query({ query, bind: () => id, accessMode: 'user', isSharingEnforced: true });
  if (!record) throw notFound();
  return represent(record, object, paths, context);
}

function allFields(object: ObjectSchema): string[] {
  return [...object.fields.values()]
    .filter((field) => !['address', 'location', 'base64'].includes(field.type))
    .map((field) => field.name);
}

function requirePath(context: ServerContext, object: ObjectSchema, path: string): string {
  const canonical = canonicalPath(context, object, path);
  if (canonical === null)
    throw new RestError(400, 'INVALID_FIELD', `No such column '${path}' on entity '${object.name}'.`);
  return canonical;
}

function canonicalPath({ org }: ServerContext, object: ObjectSchema, path: string): string | null {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return object.fields.get(first.toLowerCase())?.name ?? null;
  const lookup = org.schema.findParentField(object.name, first);
  const target = org.schema.findObject(lookup?.referenceTo.length === 1 ? (lookup.referenceTo[0] ?? '') : 'Name');
  const inner = target ? canonicalPath({ org } as ServerContext, target, rest.join('.')) : null;
  return lookup && inner !== null ? `${lookup.relationshipName ?? first}.${inner}` : null;
}

function canRead({ org }: ServerContext, user: OrgUser, object: ObjectSchema, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const field =
    rest.length === 0 ? object.fields.get(first.toLowerCase()) : org.schema.findParentField(object.name, first);
  return field !== undefined && org.database.accessOf(user.id).canField(object, field, 'read');
}

function represent(
  record: SObjectValue,
  object: ObjectSchema | undefined,
  paths: readonly string[],
  context: ServerContext
): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  for (const path of paths.filter((candidate) => !candidate.includes('.'))) {
    const value = record.peek(path);
    const field = object?.fields.get(path.toLowerCase());
    fields[path] = { value: valueToJson(value), displayValue: field ? displayText(field, value) : null };
  }
  for (const relationship of new Set(
    paths.filter((path) => path.includes('.')).map((path) => path.slice(0, path.indexOf('.')))
  )) {
    const inner = paths
      .filter((path) => path.startsWith(`${relationship}.`))
      .map((path) => path.slice(relationship.length + 1));
    const parent = record.hasParent(relationship) ? record.getParent(relationship) : null;
    const parentObject = parent ? context.org.schema.findObject(parent.objectName) : undefined;
    fields[relationship] = parent
      ? {
          value: represent(parent, parentObject, inner, context),
          displayValue: parent.has('Name') ? String(parent.peek('Name')) : null
        }
      : { value: null, displayValue: null };
  }
  return {
    apiName: record.objectName,
    id: record.id ?? '',
    lastModifiedDate: valueToJson(record.peek('LastModifiedDate')),
    recordTypeId: null,
    fields
  };
}

/** The body that components find in `error.body`. */
function failure(error: unknown, method: string): ServerAnswer {
  const known = toRestError(error);
  const entry = { statusCode: String(known.status), errorCode: known.errorCode, message: known.message };
  if (method === 'GET') return { status: known.status, body: { ...entry, statusCode: known.status } };
  const fieldErrors = Object.fromEntries((known.fields ?? []).map((field) => [field, [{ ...entry, field }]]));
  const isOnField = Object.keys(fieldErrors).length > 0;
  return {
    status: known.status,
    body: {
      message: 'An error occurred while trying to update the record. Please try again.',
      statusCode: known.status,
      enhancedErrorType: 'RecordError',
      output: { errors: isOnField ? [] : [entry], fieldErrors }
    }
  };
}

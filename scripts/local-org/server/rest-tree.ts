/** `POST /services/data/vNN.0/composite/tree/<object>`: records with the records below them, all or none. */
import type { DmlOutcome } from '../data/api';
import type { SObjectValue } from '../data/sobject';
import type { OrgUser } from '../org';
import type { ObjectSchema } from '../schema/model';
import type { ServerContext } from './context';
import { errorBody, methodNotAllowed, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';
import { recordFromJson } from './record-json';
import { saveOptionsOf, steerTransaction } from './save-options';

const MAXIMUM_RECORDS = 200;

interface Call {
  readonly context: ServerContext;
  readonly user: OrgUser;
  readonly request: ServerRequest;
}

interface Node {
  readonly referenceId: string;
  readonly record: SObjectValue;
  readonly children: readonly { readonly parentField: string; readonly node: Node }[];
}

interface Saved {
  readonly referenceId: string;
  readonly outcome: DmlOutcome;
}

/** Inserts the records level by level; when one is refused, none stays and all reasons are told. */
export function answerTree(call: Call, objectName: string): ServerAnswer {
  const { context, user, request } = call;
  if (request.method !== 'POST') throw methodNotAllowed(request.method, ['POST']);
  const saved = context.org.execute(user.id, 'synchronous', () => {
    steerTransaction(request);
    const { database } = context.org;
    const nodes = readNodes(context, jsonBody(request)['records'], objectName);
    const before = database.snapshot();
    const all = insertLevel(context, request, nodes);
    if (all.some(({ outcome }) => !outcome.isSuccess)) database.restore(before);
    return all;
  });
  const failed = saved.filter(({ outcome }) => !outcome.isSuccess);
  if (failed.length === 0) {
    return {
      status: 201,
      body: { hasErrors: false, results: saved.map(({ referenceId, outcome }) => ({ referenceId, id: outcome.id })) }
    };
  }
  return {
    status: 400,
    body: {
      hasErrors: true,
      results: failed.map(({ referenceId, outcome }) => ({ referenceId, errors: outcome.errors.map(errorBody) }))
    }
  };
}

function readNodes(context: ServerContext, value: unknown, objectName: string): Node[] {
  const object = context.org.schema.findObject(objectName);
  if (!object) throw new RestError(400, 'INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
  const records: readonly unknown[] = Array.isArray(value) ? value : [];
  if (records.length > MAXIMUM_RECORDS)
    throw new RestError(400, 'EXCEEDED_MAX_LIMIT', `At most ${MAXIMUM_RECORDS} records can be in one request`);
  return records.map((item) => readNode(context, (item ?? {}) as Record<string, unknown>, object));
}

function readNode(context: ServerContext, json: Record<string, unknown>, object: ObjectSchema): Node {
  const fields: Record<string, unknown> = {};
  const children: { parentField: string; node: Node }[] = [];
  for (const [name, value] of Object.entries(json)) {
    const relationship = isNested(value) ? context.org.schema.findChildRelationship(object.name, name) : undefined;
    if (!relationship) {
      fields[name] = value;
      continue;
    }
    for (const node of readNodes(context, (value as { records: unknown }).records, relationship.childObject))
      children.push({ parentField: relationship.field, node });
  }
  const { referenceId = '' } = (json['attributes'] ?? {}) as { referenceId?: string };
  return { referenceId, record: recordFromJson(object, fields, null), children };
}

function isNested(value: unknown): boolean {
  return Array.isArray((value as { records?: unknown } | null)?.records);
}

/** Parents go first, because children need their ids. */
function insertLevel(context: ServerContext, request: ServerRequest, nodes: readonly Node[]): Saved[] {
  if (nodes.length === 0) return [];
  const outcomes = context.org.database.dml({
    kind: 'insert',
    records: nodes.map(({ record }) => record),
    accessMode: 'user',
    isSharingEnforced: true,
    allOrNone: false,
    externalIdField: null,
    options: saveOptionsOf(request)
  });
  const saved = nodes.flatMap(({ referenceId }, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ referenceId, outcome }] : [];
  });
  const children = nodes.flatMap((node, index) => {
    const id = outcomes[index]?.id;
    return id ? node.children.map(({ parentField, node: child }) => (child.record.put(parentField, id), child)) : [];
  });
  return [...saved, ...insertLevel(context, request, children)];
}

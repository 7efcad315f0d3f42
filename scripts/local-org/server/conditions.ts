/**
 * `/local-org/**`: conditions of the local org that a real one gets into by itself, for tests of what happens then. Not
 * an address of Salesforce; only administrators may use it.
 */
import { toLongId } from '../data/ids';
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { methodNotAllowed, notFound, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';

/** `/local-org/locks` and `/local-org/limits`. */
export function answerConditions(context: ServerContext, user: OrgUser, request: ServerRequest): ServerAnswer {
  if (!context.org.database.accessOf(user.id).isUnlimited)
    throw new RestError(403, 'INSUFFICIENT_ACCESS', 'Only an administrator may change the conditions of the org');
  const [, resource, ...rest] = request.segments;
  if (rest.length > 0) throw notFound();
  if (resource === 'locks') return answerLocks(context, request);
  if (resource === 'limits') return answerLimits(context, request);
  throw notFound();
}

/** Rows that another transaction holds: `GET` lists them, `POST {ids}` holds, `DELETE ?ids=` (or without ids: all) releases. */
function answerLocks({ org }: ServerContext, request: ServerRequest): ServerAnswer {
  const { heldRows } = org.database.tables;
  switch (request.method) {
    case 'GET':
      break;
    case 'POST':
      heldRows.hold(idsOf(jsonBody(request)['ids']));
      break;
    case 'DELETE': {
      const ids = request.query.get('ids');
      if (ids === null) heldRows.releaseAll();
      else heldRows.release(idsOf(ids.split(',')));
      break;
    }
    default:
      throw methodNotAllowed(request.method, ['DELETE', 'GET', 'POST']);
  }
  return { status: 200, body: { ids: heldRows.ids } };
}

/** @throws RestError when it is not a list of ids */
function idsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new RestError(400, 'JSON_PARSER_ERROR', 'ids must be a list of record ids');
  return value.map((text: unknown) => {
    const id = typeof text === 'string' ? toLongId(text) : null;
    if (id === null) throw new RestError(400, 'MALFORMED_ID', `malformed id ${String(text)}`);
    return id;
  });
}

/** Allowances of the org: `GET` tells them, `PATCH {DailyAsyncApexExecutions: {Max}}` changes how large one is. */
function answerLimits({ org }: ServerContext, request: ServerRequest): ServerAnswer {
  const allowance = org.allowances.asyncApexExecutions;
  if (request.method === 'PATCH') {
    const { DailyAsyncApexExecutions: wanted, ...others } = jsonBody(request);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined)
      throw new RestError(400, 'INVALID_FIELD', `The local org counts DailyAsyncApexExecutions only, not ${unknown}`);
    const { Max: maximum } = (wanted ?? {}) as { Max?: unknown };
    if (typeof maximum !== 'number' || !Number.isInteger(maximum) || maximum < 0)
      throw new RestError(400, 'INVALID_FIELD', 'DailyAsyncApexExecutions takes {"Max": a whole number from 0}');
    allowance.maximum = maximum;
  } else if (request.method !== 'GET') throw methodNotAllowed(request.method, ['GET', 'PATCH']);
  const { maximum, remaining } = allowance;
  return { status: 200, body: { DailyAsyncApexExecutions: { Max: maximum, Remaining: remaining } } };
}

/** `/services/data/vNN.0/query`, `/queryAll` and their further pages. */
import type { SoqlQuery } from '../data/soql/ast';
import { parseSoql } from '../data/soql/parse';
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { notFound, RestError } from './errors';
import type { ServerAnswer, ServerRequest } from './http';
import { PAGE_SIZE } from './query-pages';
import { rowToJson } from './record-json';
import { columnMetadata } from './query-columns';

/** The address of one version: `/services/data/v66.0`. */
type Version = string;

/** Runs a query in user mode, or answers a further page of one that ran. */
export function answerQuery(
  context: ServerContext,
  user: OrgUser,
  version: Version,
  request: ServerRequest,
  all: boolean
): ServerAnswer {
  const cursor = request.segments[4];
  if (cursor !== undefined) return answerNextPage(context, user, version, cursor);
  const text = request.query.get('q');
  if (!text) throw new RestError(400, 'MALFORMED_QUERY', 'The parameter q holds no query');
  const parsed = parseSoql(text);
  const query: SoqlQuery = all ? { ...parsed, allRows: true } : parsed;
  if (request.query.get('columns') === 'true') return { status: 200, body: columnMetadata(context.org.schema, query) };
  return context.org.execute(user.id, 'synchronous', () => {
    const bind = (_index: number, name: string): never => {
      throw new RestError(400, 'MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${name}`);
    };
    const queryRequest = { query, bind, accessMode: 'user', isSharingEnforced: true } as const;
    if (query.isCount)
      return { status: 200, body: { totalSize: context.org.database.count(queryRequest), done: true, records: [] } };
    const records = context.org.database.query(queryRequest).map((record) => rowToJson(record, query, version));
    return { status: 200, body: page(context, user, version, records, 0, null) };
  });
}

function answerNextPage(context: ServerContext, user: OrgUser, version: Version, cursor: string): ServerAnswer {
  const [id = '', offset = ''] = cursor.split('-');
  const records = context.queryPages.find(id, user.id);
  if (!records || !/^\d+$/.test(offset)) throw notFound();
  return { status: 200, body: page(context, user, version, records, Number(offset), id) };
}

function page(
  context: ServerContext,
  user: OrgUser,
  version: Version,
  records: readonly unknown[],
  from: number,
  cursorId: string | null
): unknown {
  const to = from + PAGE_SIZE;
  const head = { totalSize: records.length, done: to >= records.length };
  const part = records.slice(from, to);
  if (head.done) return { ...head, records: part };
  const id = cursorId ?? context.queryPages.keep(records, user.id);
  return { ...head, nextRecordsUrl: `${version}/query/${id}-${to}`, records: part };
}

/** Runs queries: compiles them once, checks access, counts limits. */
import type { UserAccess } from '../../schema/access';
import type { ObjectSchema } from '../../schema/model';
import { currentTransaction } from '../../runtime/transaction';
import { runningUserTimeZone } from '../../library/running-user';
import type { QueryRequest } from '../api';
import { accessOf } from '../access';
import { Sharing } from '../sharing';
import type { SObjectValue } from '../sobject';
import type { Tables } from '../tables';
import type { SoqlQuery } from './ast';
import { CompiledQuery } from './compile';
import type { QueryContext } from './context';
import { queryException } from './errors';
import { requireReadable } from './read-access';
import { requireObject } from './scope';

const RECORD_UNAVAILABLE =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

export class QueryEngine {
  readonly #tables: Tables;
  readonly #compiled = new WeakMap<SoqlQuery, CompiledQuery>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  query(request: QueryRequest): SObjectValue[] {
    const { compiled, context } = this.#prepare(request);
    const records = compiled.records(context);
    if (request.query.forClause.includes('UPDATE')) this.#lock(records);
    const { limits } = currentTransaction();
    const childRows = compiled.children.length === 0 ? 0 : countChildren(records);
    if (isCounted(compiled.object)) limits.consume('queryRows', records.length + childRows);
    return records;
  }

  /**
   * `FOR UPDATE`. The platform waits ten seconds for rows that somebody else holds; nobody would release them here.
   *
   * @throws System.QueryException when a row is held
   */
  #lock(records: readonly SObjectValue[]): void {
    if (this.#tables.heldRows.among(records.map(({ id }) => id)).length > 0) throw queryException(RECORD_UNAVAILABLE);
  }

  /** `SELECT COUNT() …`: one row for the limits, however many it counts. */
  count(request: QueryRequest): number {
    const { compiled, context } = this.#prepare(request);
    const count = compiled.rows(context).length;
    if (isCounted(compiled.object)) currentTransaction().limits.consume('queryRows', 1);
    return count;
  }

  /** The rows of a SOSL query, which has limits of its own. */
  queryForSearch(request: QueryRequest): SObjectValue[] {
    const compiled = new CompiledQuery(
      this.#tables,
      requireObject(this.#tables, request.query.from.name),
      request.query
    );
    return compiled.records(this.#contextOf(request, compiled));
  }

  #prepare(request: QueryRequest): { compiled: CompiledQuery; context: QueryContext } {
    const { limits } = currentTransaction();
    const compiled = this.#compile(request.query);
    if (isCounted(compiled.object)) limits.consume('queries', 1);
    if (compiled.children.length > 0) limits.consume('aggregateQueries', compiled.children.length);
    return { compiled, context: this.#contextOf(request, compiled) };
  }

  #contextOf(request: QueryRequest, compiled: CompiledQuery): QueryContext {
    const { userId } = currentTransaction();
    const { with: clause } = request.query;
    const isUserMode = clause === 'USER_MODE' || (clause !== 'SYSTEM_MODE' && request.accessMode === 'user');
    const access = isUserMode || clause === 'SECURITY_ENFORCED' ? accessOf(this.#tables, userId) : null;
    const check = (query: CompiledQuery) => access && requireReadable(access, query, clause === 'SECURITY_ENFORCED');
    check(compiled);
    return this.#context(request.bind, isUserMode || request.isSharingEnforced, access, check);
  }

  /** `check` refuses semi-joins over what the user may not read. */
  #context(
    bind: QueryRequest['bind'],
    isShared: boolean,
    access: UserAccess | null,
    check: (query: CompiledQuery) => void
  ): QueryContext {
    const { userId, org } = currentTransaction();
    const sharing = isShared ? new Sharing(this.#tables, userId) : null;
    const context: QueryContext = {
      tables: this.#tables,
      bind,
      userId,
      timeZone: runningUserTimeZone(),
      now: org.now(),
      visibleRows: (object: ObjectSchema) => sharing?.filter(object) ?? null,
      canRead: access && ((object, field) => access.canField(object, field, 'read')),
      runSubquery: (query) => {
        const inner = this.#compile(query);
        check(inner);
        return { object: inner.object, rows: inner.rows(context) };
      }
    };
    return context;
  }

  #compile(query: SoqlQuery): CompiledQuery {
    let compiled = this.#compiled.get(query);
    if (!compiled) {
      compiled = new CompiledQuery(this.#tables, requireObject(this.#tables, query.from.name), query);
      if (!query.isCount && query.select.length === 0) throw queryException('unexpected token: FROM');
      this.#compiled.set(query, compiled);
    }
    return compiled;
  }
}

/** Queries of custom metadata are free (PLATFORM 5.1). */
function isCounted(object: ObjectSchema): boolean {
  return object.kind !== 'metadata';
}

function countChildren(records: readonly SObjectValue[]): number {
  return records.reduce(
    (sum, record) => sum + record.childLists().reduce((n, [, list]) => n + list.items.length, 0),
    0
  );
}

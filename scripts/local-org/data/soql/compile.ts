/** Compiles one query against the schema: names are found once, binds and users come with each run. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { SObjectValue } from '../sobject';
import { compareKeys } from '../comparison';
import type { ComparisonKey } from '../comparison';
import type { Row, Table } from '../store';
import type { Tables } from '../tables';
import { GroupReaders, isAggregate } from './aggregate';
import type { Group } from './aggregate';
import type { SoqlFieldExpression, SoqlOrderItem, SoqlQuery, SoqlValue } from './ast';
import { compileCondition } from './conditions';
import type { CompiledCondition, Lookup, PreparedCondition } from './conditions';
import type { QueryContext } from './context';
import { queryException } from './errors';
import { rowReader } from './expressions';
import type { Reader } from './expressions';
import { apexValueOf } from './operands';
import { recordAccessRows } from './record-access';
import { Projection } from './projection';
import { QueryScope } from './scope';
import type { FieldUse } from './scope';

const MAXIMUM_OFFSET = 2000;
/** Below this a scan is cheaper than an index. */
const SMALL_TABLE = 16;

/** Words that cannot be an alias: after one of them the query has ended too early. */
const RESERVED_WORDS =
  /^(?:and|asc|desc|for|from|group|having|in|like|limit|not|nulls|offset|or|order|select|update|using|where|with)$/i;

/** Narrows a query to the children of one record. */
export interface ParentRestriction {
  readonly field: string;
  readonly id: string;
}

interface CompiledOrder<Subject> {
  readonly reader: Reader<Subject>;
  readonly item: SoqlOrderItem;
  /** Picklists are sorted in the order of their values. */
  readonly rank: ReadonlyMap<string, number> | null;
}

export class CompiledQuery {
  readonly query: SoqlQuery;
  readonly object: ObjectSchema;
  readonly isGrouped: boolean;
  readonly children: CompiledQuery[] = [];
  readonly #scope: QueryScope;
  readonly #where: CompiledCondition<Row> | null;
  readonly #rowOrder: readonly CompiledOrder<Row>[];
  readonly #grouped: GroupedSelect | null;
  readonly #projection: Projection | null;

  constructor(tables: Tables, object: ObjectSchema, query: SoqlQuery) {
    this.query = query;
    this.object = object;
    // Locking and ordering exclude each other (SOQL reference, FOR UPDATE).
    if (query.forClause.includes('UPDATE') && query.orderBy.length > 0) throw queryException("unexpected token: 'FOR'");
    const scope = new QueryScope(tables, object, query);
    this.#scope = scope;
    if (RESERVED_WORDS.test(query.from.alias ?? '')) throw queryException(`unexpected token: '${query.from.alias}'`);
    this.isGrouped =
      query.groupBy.length > 0 || query.select.some((item) => item.kind === 'function' && isAggregate(item));
    this.#where = query.where && compileCondition(query.where, (expression) => rowReader(scope, expression));
    this.#grouped = this.isGrouped ? new GroupedSelect(scope, query) : null;
    this.#rowOrder = this.isGrouped
      ? []
      : query.orderBy.map((item) => compileOrder(item, (expression) => rowReader(scope, expression)));
    this.#projection = this.isGrouped || query.isCount ? null : this.#compileProjection(tables);
  }

  /** Every field the query reads, those of its child queries included. */
  get uses(): readonly FieldUse[] {
    return [...this.#scope.uses, ...this.children.flatMap((child) => child.uses)];
  }

  /** The rows that match, in order, after OFFSET and LIMIT. */
  rows(context: QueryContext, parent: ParentRestriction | null = null): Row[] {
    const matching = this.#matching(context, parent);
    return this.isGrouped ? matching : this.#page(sorted(matching, this.#rowOrder, context), context);
  }

  records(context: QueryContext, parent: ParentRestriction | null = null): SObjectValue[] {
    const rows = this.rows(context, parent);
    if (this.#grouped) return this.#page(this.#grouped.records(rows, context), context);
    return rows.map((row) => (this.#projection as Projection).project(row, context));
  }

  #compileProjection(tables: Tables): Projection {
    const projection = new Projection(this.#scope);
    for (const item of this.query.select)
      projection.add(item, (object, lookup, query) => this.#compileChild(tables, object, lookup, query));
    return projection;
  }

  #compileChild(tables: Tables, object: ObjectSchema, lookup: FieldSchema, query: SoqlQuery) {
    const child = new CompiledQuery(tables, object, query);
    this.children.push(child);
    return (parentId: string, context: QueryContext) => child.records(context, { field: lookup.name, id: parentId });
  }

  #matching(context: QueryContext, parent: ParentRestriction | null): Row[] {
    const table = this.#scope.tables.table(this.object.name);
    const where = this.#where?.(context) ?? null;
    if (this.object.name === 'ContentDocumentLink' && !parent) requireLinkFilter(where);
    const isVisible = context.visibleRows(this.object);
    const isMine = this.query.scope === 'mine' ? (row: Row) => row['OwnerId'] === context.userId : null;
    const rows: Row[] = [];
    const source =
      this.object.name === 'UserRecordAccess' ? recordAccessRows(context, where) : candidates(table, where, parent);
    for (const row of source) {
      if (!this.query.allRows && row['IsDeleted'] === true) continue;
      if (where && !where.test(row)) continue;
      if (isMine && !isMine(row)) continue;
      if (!isVisible || isVisible(row)) rows.push(row);
    }
    return inOrderOfIds(rows);
  }

  #page<T>(items: T[], context: QueryContext): T[] {
    const offset = this.query.offset ? wholeNumber(this.query.offset, context) : 0;
    if (offset > MAXIMUM_OFFSET) throw queryException(`Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
    const limit = this.query.limit ? wholeNumber(this.query.limit, context) : Infinity;
    return offset === 0 && limit >= items.length ? items : items.slice(offset, offset + limit);
  }
}

/** The select list, HAVING and ORDER BY of a query with groups. */
class GroupedSelect {
  readonly #readers: GroupReaders;
  readonly #columns: readonly { readonly name: string; readonly reader: Reader<Group> }[];
  readonly #having: CompiledCondition<Group> | null;
  readonly #order: readonly CompiledOrder<Group>[];
  readonly #query: SoqlQuery;

  constructor(scope: QueryScope, query: SoqlQuery) {
    this.#query = query;
    this.#readers = new GroupReaders(scope, query);
    const readerOf = (expression: SoqlFieldExpression) => this.#readers.readerOf(expression);
    let unnamed = 0;
    this.#columns = query.select.map((item) => {
      if (item.kind !== 'field' && item.kind !== 'function')
        throw queryException('Grouped query cannot have sub-queries');
      const reader = readerOf(item);
      const name = item.alias ?? (item.kind === 'field' ? reader.field.name : `expr${unnamed++}`);
      return { name, reader };
    });
    this.#having = query.having && compileCondition(query.having, readerOf);
    this.#order = query.orderBy.map((item) => compileOrder(item, readerOf));
  }

  records(rows: readonly Row[], context: QueryContext): SObjectValue[] {
    const having = this.#having?.(context);
    const groups = this.#readers
      .groups(rows, this.#query.groupByKind, context)
      .filter((group) => !having || having.test(group));
    return sorted(groups, this.#order, context).map((group) => {
      const record = new SObjectValue('AggregateResult');
      for (const { name, reader } of this.#columns) record.setRaw(name, reader.read(group, context));
      record.isQueried = true;
      return record;
    });
  }
}

function compileOrder<Subject>(
  item: SoqlOrderItem,
  readerOf: (expression: SoqlFieldExpression) => Reader<Subject>
): CompiledOrder<Subject> {
  const reader = readerOf(item.field);
  const field = reader.path?.field;
  if (field && !field.isSortable) throw queryException(`field '${field.name}' can not be sorted in a query call`);
  const isRanked = field?.type === 'picklist' && field.picklistValues.length > 0;
  return {
    reader,
    item,
    rank: isRanked ? new Map(field.picklistValues.map(({ value }, i) => [value.toLowerCase(), i])) : null
  };
}

function sorted<Subject>(
  subjects: Subject[],
  order: readonly CompiledOrder<Subject>[],
  context: QueryContext
): Subject[] {
  if (order.length === 0) return subjects;
  const keyed = subjects.map((subject) => ({
    subject,
    keys: order.map(({ reader, rank }) => rankedKey(reader.key(subject, context), rank))
  }));
  keyed.sort((a, b) => {
    for (const [i, { item }] of order.entries()) {
      const result = compareOrdered(a.keys[i] as ComparisonKey, b.keys[i] as ComparisonKey, item);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ subject }) => subject);
}

function rankedKey(key: ComparisonKey, rank: ReadonlyMap<string, number> | null): ComparisonKey {
  return rank && typeof key === 'string' ? (rank.get(key) ?? rank.size) : key;
}

function compareOrdered(a: ComparisonKey, b: ComparisonKey, { descending, nulls }: SoqlOrderItem): number {
  if (nulls !== null && (a === null) !== (b === null)) return (a === null) === (nulls === 'first') ? -1 : 1;
  return descending ? compareKeys(b, a) : compareKeys(a, b);
}

/** @throws System.QueryException unless links are asked for by their document or their record */
function requireLinkFilter(where: PreparedCondition<Row> | null): void {
  const isFiltered = where?.plans.some((plan) =>
    plan.every(({ field }) => field === 'ContentDocumentId' || field === 'LinkedEntityId')
  );
  if (isFiltered) return;
  throw queryException(
    "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator."
  );
}

/** The rows an index finds for the cheapest plan, or all rows of the table. */
function candidates(
  table: Table,
  where: PreparedCondition<Row> | null,
  parent: ParentRestriction | null
): Iterable<Row> {
  if (parent) return table.find(parent.field, parent.id);
  if (table.size < SMALL_TABLE) return table.rows();
  let best: readonly Lookup[] | null = null;
  let bestCount = table.size / 2;
  for (const plan of where?.plans ?? []) {
    const count = plan.reduce(
      (sum, { field, keys }) => sum + keys.reduce<number>((n, key) => n + table.count(field, key), 0),
      0
    );
    if (count <= bestCount) [best, bestCount] = [plan, count];
  }
  if (!best) return table.rows();
  const rows = new Set<Row>();
  for (const { field, keys } of best) for (const key of keys) for (const row of table.find(field, key)) rows.add(row);
  return rows;
}

/** Without ORDER BY rows come in the order of their ids, which is the order of their creation. */
function inOrderOfIds(rows: Row[]): Row[] {
  for (let i = 1; i < rows.length; i++) {
    if (((rows[i - 1] as Row)['Id'] as string) > ((rows[i] as Row)['Id'] as string)) {
      return rows.sort((a, b) => ((a['Id'] as string) < (b['Id'] as string) ? -1 : 1));
    }
  }
  return rows;
}

function wholeNumber(value: SoqlValue, context: QueryContext): number {
  const number = Number(String(apexValueOf(value, context)));
  if (!Number.isInteger(number) || number < 0)
    throw queryException(`Invalid value for LIMIT or OFFSET: ${String(apexValueOf(value, context))}`);
  return number;
}

/** GROUP BY and aggregate functions: readers over the rows of a group. */
import { Decimal } from '../../library/system/Decimal';
import type { ComparisonKey } from '../comparison';
import { compareKeys, valueKey } from '../comparison';
import { toDecimal } from '../field-values';
import type { Row } from '../store';
import type { SoqlFieldExpression, SoqlFunctionCall, SoqlQuery } from './ast';
import type { QueryContext } from './context';
import { queryException } from './errors';
import { AGGREGATES, firstArgument, rowReader } from './expressions';
import type { Reader } from './expressions';
import type { QueryScope } from './scope';

/** One group: its rows, and which of the grouping expressions a roll-up has summed over. */
export interface Group {
  readonly rows: readonly Row[];
  readonly collapsed: ReadonlySet<number>;
}

export function isAggregate(expression: SoqlFieldExpression): expression is SoqlFunctionCall {
  return expression.kind === 'function' && AGGREGATES.has(expression.name.toUpperCase());
}

/** Reads expressions of a grouped query: aggregates, and what the query groups by. */
export class GroupReaders {
  readonly #scope: QueryScope;
  readonly #grouping: readonly Reader<Row>[];
  readonly #texts: readonly string[];

  constructor(scope: QueryScope, query: SoqlQuery) {
    this.#scope = scope;
    this.#grouping = query.groupBy.map((expression) => {
      const reader = rowReader(scope, expression);
      if (expression.kind === 'field' && reader.path?.field.isGroupable === false) {
        throw queryException(`field '${reader.path.field.name}' can not be grouped in a query call`);
      }
      return reader;
    });
    this.#texts = query.groupBy.map((expression) => this.#text(expression));
  }

  readerOf(expression: SoqlFieldExpression): Reader<Group> {
    if (isAggregate(expression))
      return expression.name.toUpperCase() === 'GROUPING'
        ? this.#groupingFlag(expression)
        : this.#aggregate(expression);
    const index = this.#texts.indexOf(this.#text(expression));
    if (index < 0) throw queryException(`Field must be grouped or aggregated: ${expressionText(expression)}`);
    const inner = this.#grouping[index] as Reader<Row>;
    const first = (group: Group) => (group.collapsed.has(index) ? undefined : group.rows[0]);
    return {
      field: inner.field,
      path: null,
      read: (group, context) => {
        const row = first(group);
        return row ? inner.read(row, context) : null;
      },
      key: (group, context) => {
        const row = first(group);
        return row ? inner.key(row, context) : null;
      }
    };
  }

  /** The groups of the rows, in order of first appearance. Without GROUP BY all rows are one group. */
  groups(rows: readonly Row[], kind: SoqlQuery['groupByKind'], context: QueryContext): Group[] {
    if (this.#grouping.length === 0) return [{ rows, collapsed: new Set() }];
    return this.#collapses(kind).flatMap((collapsed) => {
      const byKey = new Map<string, Row[]>();
      for (const row of rows) {
        const key = JSON.stringify(
          this.#grouping.map((reader, i) => (collapsed.has(i) ? 0 : reader.key(row, context)))
        );
        const group = byKey.get(key);
        if (group) group.push(row);
        else byKey.set(key, [row]);
      }
      return [...byKey.values()].map((members) => ({ rows: members, collapsed }));
    });
  }

  /** Which grouping expressions each round leaves out: none; for ROLLUP the last ones; for CUBE every subset. */
  #collapses(kind: SoqlQuery['groupByKind']): Set<number>[] {
    const indexes = this.#grouping.map((_, i) => i);
    if (kind === 'plain') return [new Set()];
    if (kind === 'rollup')
      return [...indexes, indexes.length].map((count) => new Set(indexes.slice(indexes.length - count)));
    return Array.from({ length: 2 ** indexes.length }, (_, bits) => new Set(indexes.filter((i) => bits & (1 << i))));
  }

  #groupingFlag(call: SoqlFunctionCall): Reader<Group> {
    const index = this.#texts.indexOf(this.#text(firstArgument(call)));
    const read = (group: Group) => (group.collapsed.has(index) ? 1 : 0);
    return { field: { name: 'grouping', type: 'int', isCaseSensitive: false }, path: null, read, key: read };
  }

  #aggregate(call: SoqlFunctionCall): Reader<Group> {
    const name = call.name.toUpperCase();
    const inner = call.arguments.length === 0 ? null : rowReader(this.#scope, firstArgument(call));
    const type =
      name === 'MIN' || name === 'MAX' ? (inner?.field.type ?? 'int') : name.startsWith('COUNT') ? 'int' : 'double';
    const read = (group: Group, context: QueryContext) =>
      inner ? aggregateValue(name, inner, group.rows, context) : group.rows.length;
    return {
      field: { name: call.name, type, isCaseSensitive: false },
      path: null,
      read,
      key: (group, context) => valueKey(read(group, context))
    };
  }

  #text(expression: SoqlFieldExpression): string {
    if (expression.kind === 'function')
      return `${expression.name}(${expression.arguments.map((argument) => this.#text(argument)).join()})`.toLowerCase();
    const { steps, field } = this.#scope.resolve(expression.path);
    return [...steps.map((step) => step.name), field.name].join('.').toLowerCase();
  }
}

function aggregateValue(name: string, inner: Reader<Row>, rows: readonly Row[], context: QueryContext): unknown {
  const present = rows
    .map((row) => ({ value: inner.read(row, context), key: inner.key(row, context) }))
    .filter(({ key }) => key !== null);
  switch (name) {
    case 'COUNT':
      return present.length;
    case 'COUNT_DISTINCT':
      return new Set(present.map(({ key }) => key)).size;
    case 'MIN':
      return extreme(present, -1);
    case 'MAX':
      return extreme(present, 1);
    default: {
      if (present.length === 0) return null;
      const sum = present.reduce((total, { value }) => total.add(toDecimal(value) ?? Decimal.ZERO), Decimal.ZERO);
      if (name === 'AVG') return sum.divide(Decimal.fromInteger(present.length));
      return inner.field.type === 'int' ? sum.toInteger() : sum;
    }
  }
}

function extreme(values: readonly { value: unknown; key: ComparisonKey }[], sign: 1 | -1): unknown {
  let best: { value: unknown; key: ComparisonKey } | null = null;
  for (const candidate of values) if (!best || compareKeys(candidate.key, best.key) * sign > 0) best = candidate;
  return best?.value ?? null;
}

function expressionText(expression: SoqlFieldExpression): string {
  return expression.kind === 'field'
    ? expression.path.join('.')
    : `${expression.name}(${expression.arguments.map(expressionText).join(', ')})`;
}

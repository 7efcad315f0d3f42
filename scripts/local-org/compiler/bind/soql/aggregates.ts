import type { SoqlFieldExpression, SoqlQuery } from '../../../data/soql/ast';

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function isAggregateFunction(expression: SoqlFieldExpression): boolean {
  return expression.kind === 'function' && AGGREGATES.has(expression.name);
}

/** True when the query answers with AggregateResult rows: it groups, or it selects an aggregate. */
export function isAggregate(query: SoqlQuery): boolean {
  if (query.isCount) return false;
  return query.groupBy.length > 0 || query.select.some((item) => item.kind === 'function' && isAggregateFunction(item));
}

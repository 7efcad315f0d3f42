import { isAggregate, isAggregateFunction } from '../../../local-org/compiler/bind/soql/aggregates';
import type { FieldType } from '../../../local-org/schema/model';
import type { SoqlFieldExpression } from '../../../local-org/data/soql/ast';
import type { QueryToCheck, SoqlRule } from '../rule';

const NUMBERS: readonly FieldType[] = ['int', 'long', 'double', 'currency', 'percent'];
const NOT_COMPARED: readonly FieldType[] = ['boolean', 'multipicklist', 'address', 'location', 'base64'];

/** Aggregate functions and the clauses that go with them (SOQL reference, "Aggregate Functions", LIMIT, HAVING). */
export const aggregates: SoqlRule = {
  name: 'aggregates',
  check(toCheck) {
    const { query, place } = toCheck;
    const errors: string[] = [];
    const isWhole = isAggregate(query) && query.groupBy.length === 0;
    if (isWhole && query.limit)
      errors.push('A query that aggregates all rows cannot have LIMIT. Add GROUP BY, or remove LIMIT.');
    if (isWhole && query.orderBy.length > 0)
      errors.push('A query that aggregates all rows cannot have ORDER BY. Add GROUP BY, or remove ORDER BY.');
    if (query.isCount && query.orderBy.length > 0) errors.push('SELECT COUNT() cannot have ORDER BY. Remove it.');
    if (query.having && query.groupBy.length === 0) errors.push('HAVING needs GROUP BY. Add it, or use WHERE.');
    if (place === 'child' && (isAggregate(query) || query.isCount))
      errors.push('A child query cannot aggregate. Query the children by themselves.');
    if (isAggregate(query) && query.forClause.length > 0)
      errors.push('A query that aggregates cannot lock or mark rows. Remove FOR.');
    for (const item of query.select) if (item.kind === 'function') errors.push(...checkFunction(toCheck, item));
    if (query.where) errors.push(...aggregatesInWhere(query.where));
    return errors;
  }
};

function checkFunction({ field }: QueryToCheck, call: SoqlFieldExpression & { kind: 'function' }): readonly string[] {
  const [argument] = call.arguments;
  const target = argument?.kind === 'field' ? field(argument.path) : undefined;
  if (!target) return [];
  if (/^(SUM|AVG)$/.test(call.name) && !NUMBERS.includes(target.type))
    return [`${call.name} adds numbers; ${target.name} is of the type ${target.type}.`];
  if (/^(MIN|MAX)$/.test(call.name) && (target.isLongText || NOT_COMPARED.includes(target.type)))
    return [`${call.name} cannot compare ${target.name}, which is of the type ${target.type}.`];
  if (/^COUNT(_DISTINCT)?$/.test(call.name) && target.isLongText)
    return [`${call.name} cannot count the long text ${target.name}.`];
  return [];
}

/** Conditions of rows come before groups. */
function aggregatesInWhere(condition: NonNullable<QueryToCheck['query']['where']>): readonly string[] {
  if (condition.kind === 'not') return aggregatesInWhere(condition.condition);
  if (condition.kind !== 'comparison') return condition.conditions.flatMap(aggregatesInWhere);
  return isAggregateFunction(condition.field) ? ['WHERE cannot use an aggregate function. Use HAVING.'] : [];
}

import type { SoqlCondition } from '../../../local-org/data/soql/ast';
import type { QueryToCheck, SoqlRule } from '../rule';

/** `Id IN (SELECT Lead__c FROM …)`: one field, an id or a lookup, on both sides (SOQL reference, semi-joins and anti-joins). */
export const semiJoins: SoqlRule = {
  name: 'semi-joins',
  check(toCheck) {
    const errors = toCheck.query.where ? checkCondition(toCheck, toCheck.query.where) : [];
    if (toCheck.place !== 'semi-join') return errors;
    const { select, isCount, orderBy, limit } = toCheck.query;
    const [item] = select;
    const selected = item?.kind === 'field' ? toCheck.field(item.path) : undefined;
    if (select.length !== 1 || isCount) errors.push('A query in a condition selects one field. Remove the others.');
    else if (selected && selected.type !== 'id' && selected.type !== 'reference')
      errors.push(
        `A query in a condition selects an id or a lookup; ${selected.name} is of the type ${selected.type}.`
      );
    if (orderBy.length > 0 || limit) errors.push('A query in a condition has no ORDER BY and no LIMIT. Remove them.');
    return errors;
  }
};

function checkCondition(toCheck: QueryToCheck, condition: SoqlCondition): string[] {
  if (condition.kind === 'not') return checkCondition(toCheck, condition.condition);
  if (condition.kind !== 'comparison') return condition.conditions.flatMap((part) => checkCondition(toCheck, part));
  if (condition.value.kind !== 'subquery') return [];
  const field = condition.field.kind === 'field' ? toCheck.field(condition.field.path) : undefined;
  if (toCheck.place === 'semi-join') return ['A query in a condition cannot hold another one. Query in two steps.'];
  return field && field.type !== 'id' && field.type !== 'reference'
    ? [`Only ids and lookups are compared with a query; ${field.name} is of the type ${field.type}.`]
    : [];
}

import type { FieldType } from '../../../local-org/schema/model';
import type { SoqlCondition } from '../../../local-org/data/soql/ast';
import type { QueryToCheck, SoqlRule } from '../rule';

const TEXTS: readonly FieldType[] = [
  'string',
  'textarea',
  'picklist',
  'combobox',
  'email',
  'phone',
  'url',
  'id',
  'reference',
  'encryptedstring',
  'multipicklist'
];

/** Operators that go with some types of fields only ("invalid operator on id field" and its kind). */
export const operators: SoqlRule = {
  name: 'operators',
  check(toCheck) {
    return toCheck.query.where ? checkCondition(toCheck, toCheck.query.where) : [];
  }
};

function checkCondition(toCheck: QueryToCheck, condition: SoqlCondition): readonly string[] {
  if (condition.kind === 'not') return checkCondition(toCheck, condition.condition);
  if (condition.kind !== 'comparison') return condition.conditions.flatMap((part) => checkCondition(toCheck, part));
  const { operator, value } = condition;
  const field = condition.field.kind === 'field' ? toCheck.field(condition.field.path) : undefined;
  if (!field) return [];
  const what = `${field.name} is of the type ${field.type}`;
  const isSet = value.kind === 'list' || value.kind === 'subquery' || value.kind === 'bind';
  if (operator === 'LIKE' && (!TEXTS.includes(field.type) || /^(id|reference)$/.test(field.type)))
    return [`LIKE compares texts; ${what}.`];
  if (/^(INCLUDES|EXCLUDES)$/.test(operator) && field.type !== 'multipicklist')
    return [`${operator} is for picklists of several values; ${what}. Use IN.`];
  if (/^[<>]=?$/.test(operator) && /^(boolean|reference|id|multipicklist)$/.test(field.type) && field.type !== 'id')
    return [`${operator} needs an order; ${what}.`];
  if (/^(NOT )?IN$/.test(operator) && !isSet)
    return [`${operator} needs a list of values in brackets, or a bind of a collection.`];
  return [];
}

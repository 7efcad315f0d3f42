/** Checks a query against the schema: objects, fields, relationships, and whether a field may stand where it stands. */
import type { DiagnosticNumber } from '../../diagnostics';
import type { FieldPath, SoqlCondition, SoqlFieldExpression, SoqlQuery, SoqlSelectItem } from '../../../data/soql/ast';
import type { FieldSchema, OrgSchema } from '../../../schema/model';
import { isAggregate, isAggregateFunction } from './aggregates';
import type { ApexType } from '../../types';
import { valueErrors } from './check-values';
import { resolvePath, type QuerySource } from './field-path';

export interface QueryError {
  readonly number: DiagnosticNumber;
  readonly message: string;
}

interface Checking {
  readonly schema: OrgSchema;
  readonly query: SoqlQuery;
  readonly source: QuerySource;
  /** The types of the bind expressions. */
  readonly binds: readonly ApexType[];
  readonly errors: QueryError[];
}

/** All errors of a query, in the order of its clauses. Names are compared without regard to case. */
export function validateQuery(schema: OrgSchema, query: SoqlQuery, binds: readonly ApexType[]): readonly QueryError[] {
  const object = schema.findObject(query.from.name);
  if (!object) return [{ number: 3001, message: `sObject type '${query.from.name}' is not supported.` }];
  return validateFrom(schema, query, object.name, binds);
}

function validateFrom(
  schema: OrgSchema,
  query: SoqlQuery,
  object: string,
  binds: readonly ApexType[]
): readonly QueryError[] {
  const checking: Checking = { schema, query, source: { schema, object, query }, binds, errors: [] };
  for (const item of query.select) checkSelectItem(checking, item);
  if (query.where) checkCondition(checking, query.where);
  for (const field of query.groupBy) checkField(checking, field, groupable);
  if (query.having) checkCondition(checking, query.having);
  for (const { field } of query.orderBy) if (!isAlias(query, field)) checkField(checking, field, sortable);
  return checking.errors;
}

function checkSelectItem(checking: Checking, item: SoqlSelectItem): void {
  switch (item.kind) {
    case 'field':
      return checkSelectedField(checking, item.path);
    case 'function':
      return checkField(checking, item, anywhere);
    case 'subquery':
      return checkChildQuery(checking, item.query);
    case 'typeof':
      return checkTypeOf(checking, item);
  }
}

/** In a grouped query every plain field must be grouped by. */
function checkSelectedField(checking: Checking, path: FieldPath): void {
  const { query } = checking;
  if (
    checkPath(checking, path, anywhere) &&
    isAggregate(query) &&
    !query.groupBy.some((group) => group.kind === 'field' && samePath(group.path, path))
  ) {
    error(checking, 3004, `Field must be grouped or aggregated: ${path.join('.')}`);
  }
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  const last = (path: FieldPath) => path.join('.').toLowerCase();
  return last(a) === last(b) || last(a).endsWith(`.${last(b)}`) || last(b).endsWith(`.${last(a)}`);
}

function checkChildQuery({ schema, source, binds, errors }: Checking, query: SoqlQuery): void {
  const child = schema.findChildRelationship(source.object, query.from.name);
  if (!child) {
    errors.push({
      number: 3003,
      message: `Didn't understand relationship '${query.from.name}' in FROM part of query call.`
    });
    return;
  }
  const object = schema.findObject(child.childObject);
  if (object) errors.push(...validateFrom(schema, query, object.name, binds));
}

function checkTypeOf(checking: Checking, item: SoqlSelectItem & { kind: 'typeof' }): void {
  const { schema, source } = checking;
  if (!schema.findParentField(source.object, item.relationship)) {
    error(checking, 3003, `Didn't understand relationship '${item.relationship}' in TYPEOF.`);
  }
  for (const branch of item.when) {
    const object = schema.findObject(branch.type);
    if (!object) error(checking, 3001, `sObject type '${branch.type}' is not supported.`);
    else
      for (const path of branch.fields)
        reportPath(checking, resolvePath({ ...source, object: object.name }, path), anywhere);
  }
}

function checkCondition(checking: Checking, condition: SoqlCondition): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.conditions) checkCondition(checking, part);
      return;
    case 'not':
      return checkCondition(checking, condition.condition);
    case 'comparison': {
      const { field, value } = condition;
      if (!isAlias(checking.query, field)) checkField(checking, field, filterable);
      if (field.kind === 'field') checkValues(checking, condition, resolvePath(checking.source, field.path));
      if (value.kind === 'subquery')
        checking.errors.push(...validateQuery(checking.schema, value.query, checking.binds));
    }
  }
}

function checkValues(
  checking: Checking,
  condition: SoqlCondition & { kind: 'comparison' },
  resolved: ReturnType<typeof resolvePath>
): void {
  if (resolved.kind !== 'field' || !resolved.field) return;
  for (const message of valueErrors(condition, resolved.field, checking.binds)) error(checking, 3004, message);
}

/** `ORDER BY` and `HAVING` may name an alias of the select list. */
function isAlias(query: SoqlQuery, field: SoqlFieldExpression): boolean {
  if (field.kind !== 'field' || field.path.length !== 1) return false;
  const name = field.path[0]?.toLowerCase();
  return query.select.some(
    (item) => (item.kind === 'field' || item.kind === 'function') && item.alias?.toLowerCase() === name
  );
}

/** What a place asks of a field: an error text, or null when the field may stand there. */
type Requirement = (field: FieldSchema, object: string) => string | null;

const anywhere: Requirement = () => null;
const filterable: Requirement = (field) =>
  field.isFilterable ? null : `field '${field.name}' can not be filtered in a query call`;
const sortable: Requirement = (field) =>
  field.isSortable ? null : `field '${field.name}' can not be sorted in a query call`;
const groupable: Requirement = (field) =>
  field.isGroupable ? null : `field '${field.name}' can not be grouped in a query call`;

function checkField(checking: Checking, expression: SoqlFieldExpression, requirement: Requirement): void {
  if (expression.kind === 'field') {
    checkPath(checking, expression.path, requirement);
    return;
  }
  if (expression.name === 'FIELDS') return;
  // A function of a field may be used where the field itself may not.
  const inner = isAggregateFunction(expression) || requirement === groupable ? anywhere : requirement;
  for (const argument of expression.arguments) checkField(checking, argument, inner);
}

/** Reports what is wrong with a path; true when it leads to a field. */
function checkPath(checking: Checking, path: FieldPath, requirement: Requirement): boolean {
  return reportPath(checking, resolvePath(checking.source, path), requirement);
}

function reportPath(checking: Checking, resolved: ReturnType<typeof resolvePath>, requirement: Requirement): boolean {
  if (resolved.kind === 'unknownField') {
    error(
      checking,
      3002,
      `No such column '${resolved.name}' on entity '${resolved.object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`
    );
    return false;
  }
  if (resolved.kind === 'unknownRelationship') {
    error(
      checking,
      3003,
      `Didn't understand relationship '${resolved.name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`
    );
    return false;
  }
  const problem = resolved.field && requirement(resolved.field, resolved.object);
  if (problem) error(checking, 3005, problem);
  return true;
}

function error(checking: Checking, number: DiagnosticNumber, message: string): void {
  checking.errors.push({ number, message });
}

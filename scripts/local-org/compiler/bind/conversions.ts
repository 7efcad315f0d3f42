/** Makes implicit conversions explicit, and refuses those that Apex does not have. */
import type { SourceSpan } from '../ast';
import type { BoundExpression, Conversion } from '../bound';
import { sameType, type ApexType } from '../types';
import { report, type BodyContext } from './context';
import { ERROR_TYPE, isErrorType } from './types/error-type';
import { isAssignable } from './types/relations';
import { messageName } from './types/message-name';

/** Stands for what could not be bound. */
export function errorExpression(span: SourceSpan): BoundExpression {
  return { kind: 'literal', literal: { type: 'null' }, type: ERROR_TYPE, span };
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  'Integer>Long': 'integerToLong',
  'Integer>Double': 'integerToDouble',
  'Integer>Decimal': 'integerToDecimal',
  'Long>Double': 'longToDouble',
  'Long>Decimal': 'longToDecimal',
  'Long>Integer': 'longToInteger',
  'Double>Decimal': 'doubleToDecimal',
  'Decimal>Double': 'decimalToDouble',
  'Decimal>Integer': 'decimalToInteger',
  'Decimal>Long': 'decimalToLong',
  'Double>Integer': 'doubleToInteger',
  'Double>Long': 'doubleToLong',
  'Date>Datetime': 'dateToDatetime',
  'Datetime>Date': 'datetimeToDate',
  'String>Id': 'stringToId'
};

/** Changes the representation where the two types differ in it. Says nothing about whether Apex allows it. */
export function convert(expression: BoundExpression, to: ApexType): BoundExpression {
  const from = expression.type;
  if (from.kind !== 'primitive' || to.kind !== 'primitive' || from.name === to.name) return expression;
  const conversion = CONVERSIONS[`${from.name}>${to.name}`];
  return conversion
    ? { kind: 'convert', conversion, operand: expression, type: to, span: expression.span }
    : expression;
}

/** The record type that a query gives where one record is wanted; null for all that is no query for a list. */
export function singleRecordType(expression: BoundExpression): ApexType | null {
  return isQueryForList(expression) && expression.type.kind === 'list' ? expression.type.element : null;
}

function isQueryForList(expression: BoundExpression): boolean {
  if (expression.kind === 'soql') return expression.result === 'list';
  return (
    expression.kind === 'platformCall' &&
    expression.typeName.toLowerCase() === 'system.database' &&
    /^query(withbinds)?\(/i.test(expression.signature)
  );
}

/** Makes one record of a query for a list. */
export function asSingleRecord(expression: BoundExpression, type: ApexType): BoundExpression {
  if (expression.kind === 'soql') return { ...expression, result: 'single', type };
  return { kind: 'convert', conversion: 'rowsToRecord', operand: expression, type, span: expression.span };
}

/** The same where a query without rows is to give null: left of `??` and `?.`. */
export function asRecordOrNull(expression: BoundExpression): BoundExpression {
  return expression.kind === 'soql' && expression.result === 'single'
    ? { ...expression, result: 'singleOrNull' }
    : expression;
}

/** Converts for an assignment to `to`, or reports that it cannot be. */
export function coerce(context: BodyContext, expression: BoundExpression, to: ApexType): BoundExpression {
  const converted = tryCoerce(context, expression, to);
  if (converted) return converted;
  report(
    context,
    2005,
    `Illegal assignment from ${messageName(expression.type)} to ${messageName(to)}`,
    expression.span
  );
  return { ...errorExpression(expression.span) };
}

/** Converts for an assignment, or gives undefined when Apex does not allow it. */
export function tryCoerce(
  context: BodyContext,
  expression: BoundExpression,
  to: ApexType
): BoundExpression | undefined {
  if (isErrorType(expression.type) || isErrorType(to)) return expression;
  const record = singleRecordType(expression);
  if (record && to.kind === 'sobject' && (sameType(record, to) || isGeneric(record) || isGeneric(to)))
    return asSingleRecord(expression, isGeneric(record) ? to : record);
  return isAssignable(context.program, expression.type, to) ? convert(expression, to) : undefined;
}

function isGeneric(type: ApexType): boolean {
  return type.kind === 'sobject' && type.name.toLowerCase() === 'sobject';
}

/** `< <= > >=` and `== !=`: by what two values are compared. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression, ComparisonKind } from '../../bound';
import { BOOLEAN, DATETIME, ID, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { convert, singleRecordType, asSingleRecord, errorExpression } from '../conversions';
import { isErrorType } from '../types/error-type';
import { isComparable, isNumeric } from '../types/relations';
import { promotedKind, toNumeric } from './arithmetic';
import { messageName } from '../types/message-name';

interface Comparable {
  readonly by: ComparisonKind;
  readonly left: BoundExpression;
  readonly right: BoundExpression;
}

export function applyComparison(
  context: BodyContext,
  operator: '<' | '<=' | '>' | '>=',
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  if (isErrorType(left.type) || isErrorType(right.type)) return { ...errorExpression(span), type: BOOLEAN };
  const pair = alike(left, right);
  if (pair && pair.by !== 'boolean' && pair.by !== 'object')
    return { kind: 'compare', operator, ...pair, type: BOOLEAN, span };
  if (!pair && !isComparable(context.program, left.type, right.type)) reportIncompatible(context, left, right, span);
  else
    report(
      context,
      2014,
      `Inequality operator not allowed for this type: ${messageName(isObject(right.type) ? right.type : left.type)}`,
      span
    );
  return { ...errorExpression(span), type: BOOLEAN };
}

export function applyEquality(
  context: BodyContext,
  isNegated: boolean,
  a: BoundExpression,
  b: BoundExpression,
  span: SourceSpan
): BoundExpression {
  if (isErrorType(a.type) || isErrorType(b.type)) return { ...errorExpression(span), type: BOOLEAN };
  const left = b.type.kind === 'sobject' ? asRecord(a) : a;
  const right = a.type.kind === 'sobject' ? asRecord(b) : b;
  const pair = alike(left, right);
  if (pair) return { kind: 'equals', isNegated, ...pair, type: BOOLEAN, span };
  if (isComparable(context.program, left.type, right.type))
    return { kind: 'equals', isNegated, by: 'object', left, right, type: BOOLEAN, span };
  reportIncompatible(context, left, right, span);
  return { ...errorExpression(span), type: BOOLEAN };
}

/** `===` compares objects by identity; two primitives have none. */
export function applyIdentity(
  context: BodyContext,
  isNegated: boolean,
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  if (isErrorType(left.type) || isErrorType(right.type)) return { ...errorExpression(span), type: BOOLEAN };
  if (!isComparable(context.program, left.type, right.type)) reportIncompatible(context, left, right, span);
  else if (isValue(left.type) && isValue(right.type))
    report(context, 2014, `Exact equality operator only allowed for reference types: ${messageName(left.type)}`, span);
  return { kind: 'identity', isNegated, left, right, type: BOOLEAN, span };
}

function isObject(type: ApexType): boolean {
  return type.kind === 'primitive' && type.name === 'Object';
}

function isValue(type: ApexType): boolean {
  return type.kind === 'primitive' && type.name !== 'Object';
}

function reportIncompatible(
  context: BodyContext,
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): void {
  report(
    context,
    2014,
    `Comparison arguments must be compatible types: ${messageName(left.type)}, ${messageName(right.type)}`,
    span
  );
}

function asRecord(expression: BoundExpression): BoundExpression {
  const record = singleRecordType(expression);
  return record ? asSingleRecord(expression, record) : expression;
}

/** Operands of the same kind after conversion; undefined when only a comparison of objects is left. */
function alike(left: BoundExpression, right: BoundExpression): Comparable | undefined {
  if (isNumeric(left.type) && isNumeric(right.type)) {
    const by = promotedKind(left.type, right.type);
    return { by, left: toNumeric(left, by), right: toNumeric(right, by) };
  }
  const a = kindOf(left.type, right.type);
  const b = kindOf(right.type, left.type);
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return { by: a, left, right };
  if (isPair(a, b, 'id', 'string')) return { by: 'id', left: convert(left, ID), right: convert(right, ID) };
  if (isPair(a, b, 'date', 'datetime'))
    return { by: 'datetime', left: convert(left, DATETIME), right: convert(right, DATETIME) };
  return undefined;
}

function isPair(a: ComparisonKind, b: ComparisonKind, one: ComparisonKind, other: ComparisonKind): boolean {
  return (a === one && b === other) || (a === other && b === one);
}

const KINDS: Readonly<Partial<Record<string, ComparisonKind>>> = {
  Integer: 'integer',
  Long: 'long',
  Double: 'double',
  Decimal: 'decimal',
  String: 'string',
  Id: 'id',
  Boolean: 'boolean',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time'
};

/** `null` is of the kind of what it is compared with. */
function kindOf(type: ApexType, other: ApexType): ComparisonKind | undefined {
  if (type.kind === 'null') return other.kind === 'primitive' ? (KINDS[other.name] ?? 'object') : 'object';
  if (type.kind === 'primitive') return KINDS[type.name] ?? (other.kind === 'null' ? 'object' : undefined);
  return other.kind === 'null' ? 'object' : undefined;
}

/** `+ - * /`, shifts and bit operators: text, dates, numbers, bits. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression, NumericKind } from '../../bound';
import { BOOLEAN, DECIMAL, DOUBLE, INTEGER, LONG, STRING, type ApexType, type PrimitiveName } from '../../types';
import { report, type BodyContext } from '../context';
import { convert, errorExpression } from '../conversions';
import { isErrorType } from '../types/error-type';
import { isNumeric } from '../types/relations';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';

const TYPE_BY_NUMERIC: Readonly<Record<NumericKind, ApexType>> = {
  integer: INTEGER,
  long: LONG,
  double: DOUBLE,
  decimal: DECIMAL
};

export function numericKind(type: ApexType): NumericKind {
  switch (type.kind === 'primitive' ? type.name : '') {
    case 'Long':
      return 'long';
    case 'Double':
      return 'double';
    case 'Decimal':
      return 'decimal';
    default:
      return 'integer';
  }
}

/** The kind in which two numbers are computed or compared. */
export function promotedKind(a: ApexType, b: ApexType): NumericKind {
  const kinds = [numericKind(a), numericKind(b)];
  if (kinds.includes('decimal')) return 'decimal';
  if (kinds.includes('double')) return 'double';
  return kinds.includes('long') ? 'long' : 'integer';
}

/** Converts a number to the kind it is computed in. */
export function toNumeric(expression: BoundExpression, kind: NumericKind): BoundExpression {
  return convert(expression, TYPE_BY_NUMERIC[kind]);
}

function primitiveName(type: ApexType): PrimitiveName | undefined {
  return type.kind === 'primitive' ? type.name : undefined;
}

export function applyArithmetic(
  context: BodyContext,
  operator: ArithmeticOperator,
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  if (isErrorType(left.type) || isErrorType(right.type)) return errorExpression(span);
  switch (operator) {
    case '+':
      return (
        applyText(left, right, span) ??
        applyDates(context, operator, left, right, span) ??
        applyNumbers(context, operator, left, right, span)
      );
    case '-':
      return applyDates(context, operator, left, right, span) ?? applyNumbers(context, operator, left, right, span);
    case '*':
    case '/':
      return applyNumbers(context, operator, left, right, span);
    default:
      return applyBits(context, operator, left, right, span);
  }
}

/** One String makes `+` a concatenation; an Id alone does not. Chains become one node. */
function applyText(left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression | undefined {
  if (primitiveName(left.type) !== 'String' && primitiveName(right.type) !== 'String') return undefined;
  const parts = [left, right].flatMap((part) => (part.kind === 'concat' ? part.parts : [part]));
  return { kind: 'concat', parts, type: STRING, span };
}

interface DateArithmetic {
  readonly on: 'date' | 'datetime' | 'time';
  readonly amounts: readonly PrimitiveName[];
  readonly message: string;
}

const DATE_ARITHMETIC: Readonly<Partial<Record<PrimitiveName, DateArithmetic>>> = {
  Date: { on: 'date', amounts: ['Integer', 'Long'], message: 'Date expressions must use Integer or Long' },
  Datetime: {
    on: 'datetime',
    amounts: ['Integer', 'Double', 'Decimal'],
    message: 'Date/time expressions must use Integer or Double or Decimal'
  },
  Time: { on: 'time', amounts: ['Integer', 'Long'], message: 'Time expressions must use Integer or Long' }
};

function applyDates(
  context: BodyContext,
  operator: '+' | '-',
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression | undefined {
  const name = primitiveName(left.type);
  const arithmetic = name && DATE_ARITHMETIC[name];
  if (!arithmetic) return undefined;
  const amount = primitiveName(right.type);
  if (amount && arithmetic.amounts.includes(amount))
    return { kind: 'dateAdd', on: arithmetic.on, operator, left, right, type: left.type, span };
  report(context, 2014, arithmetic.message, span);
  return errorExpression(span);
}

function applyNumbers(
  context: BodyContext,
  operator: '+' | '-' | '*' | '/',
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  if (!isNumeric(left.type) || !isNumeric(right.type)) {
    report(context, 2014, 'Arithmetic expressions must use numeric arguments', span);
    return errorExpression(span);
  }
  const numeric = promotedKind(left.type, right.type);
  return {
    kind: 'arithmetic',
    operator,
    numeric,
    left: toNumeric(left, numeric),
    right: toNumeric(right, numeric),
    type: TYPE_BY_NUMERIC[numeric],
    span
  };
}

function applyBits(
  context: BodyContext,
  operator: '&' | '|' | '^' | '<<' | '>>' | '>>>',
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  const [a, b] = [primitiveName(left.type), primitiveName(right.type)];
  const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
  if (a === 'Boolean' && b === 'Boolean' && !isShift)
    return { kind: 'bitwise', operator, on: 'boolean', left, right, type: BOOLEAN, span };
  const isWhole = (name: PrimitiveName | undefined) => name === 'Integer' || name === 'Long';
  if (!isWhole(a) || !isWhole(b)) {
    report(
      context,
      2014,
      isShift
        ? `${operator} operation can only be applied to Integer or Long types`
        : `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
      span
    );
    return errorExpression(span);
  }
  const on = a === 'Long' || (b === 'Long' && !isShift) ? 'long' : 'integer';
  const count = isShift ? right : toNumeric(right, on);
  return { kind: 'bitwise', operator, on, left: toNumeric(left, on), right: count, type: TYPE_BY_NUMERIC[on], span };
}

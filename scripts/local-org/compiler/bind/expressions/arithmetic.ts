/** `+ - * /`, shifts and bit operators: text, dates, numbers, bits. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression, NumericKind } from '../../bound';
import { BOOLEAN, DECIMAL, DOUBLE, INTEGER, LONG, STRING, TIME, typeName, type ApexType, type PrimitiveName } from '../../types';
import { report, type BodyContext } from '../context';
import { convert, errorExpression } from '../conversions';
import { isErrorType } from '../types/error-type';
import { isNumeric } from '../types/relations';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';

const TYPE_BY_NUMERIC: Readonly<Record<NumericKind, ApexType>> = { integer: INTEGER, long: LONG, double: DOUBLE, decimal: DECIMAL };

export function numericKind(type: ApexType): NumericKind {
  switch (type.kind === 'primitive' ? type.name : '') {
    case 'Long': return 'long';
    case 'Double': return 'double';
    case 'Decimal': return 'decimal';
    default: return 'integer';
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

export function applyArithmetic(context: BodyContext, operator: ArithmeticOperator, left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression {
  if (isErrorType(left.type) || isErrorType(right.type)) return errorExpression(span);
  switch (operator) {
    case '+': return applyText(left, right, span) ?? applyDates(operator, left, right, span) ?? applyNumbers(context, operator, left, right, span);
    case '-': return applyDates(operator, left, right, span) ?? applyNumbers(context, operator, left, right, span);
    case '*': case '/': return applyNumbers(context, operator, left, right, span);
    default: return applyBits(context, operator, left, right, span);
  }
}

function isText(type: ApexType): boolean {
  const name = primitiveName(type);
  return name === 'String' || name === 'Id';
}

/** One text operand makes `+` a concatenation. Chains become one node. */
function applyText(left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression | undefined {
  if (!isText(left.type) && !isText(right.type)) return undefined;
  const parts = [left, right].flatMap((part) => (part.kind === 'concat' ? part.parts : [part]));
  return { kind: 'concat', parts, type: STRING, span };
}

function applyDates(operator: '+' | '-', left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression | undefined {
  const name = primitiveName(left.type);
  const amount = primitiveName(right.type);
  if (name === 'Date' && (amount === 'Integer' || amount === 'Long')) return { kind: 'dateAdd', on: 'date', operator, left, right, type: left.type, span };
  if (name === 'Datetime' && isNumeric(right.type)) return { kind: 'dateAdd', on: 'datetime', operator, left, right, type: left.type, span };
  return undefined;
}

function applyNumbers(context: BodyContext, operator: '+' | '-' | '*' | '/', left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression {
  if (!isNumeric(left.type) || !isNumeric(right.type)) {
    report(context, 2014, arithmeticMessage(operator, left.type, right.type), span);
    return errorExpression(span);
  }
  const numeric = promotedKind(left.type, right.type);
  return { kind: 'arithmetic', operator, numeric, left: toNumeric(left, numeric), right: toNumeric(right, numeric), type: TYPE_BY_NUMERIC[numeric], span };
}

function arithmeticMessage(operator: string, left: ApexType, right: ApexType): string {
  const dates: readonly (string | undefined)[] = ['Date', 'Datetime'];
  if (dates.includes(primitiveName(left)) && left !== TIME) return `Date/Time expressions must use Integer, Long or Double: ${typeName(left)} ${operator} ${typeName(right)}`;
  return `Arithmetic expressions must use numeric arguments: ${typeName(left)} ${operator} ${typeName(right)}`;
}

function applyBits(context: BodyContext, operator: '&' | '|' | '^' | '<<' | '>>' | '>>>', left: BoundExpression, right: BoundExpression, span: SourceSpan): BoundExpression {
  const [a, b] = [primitiveName(left.type), primitiveName(right.type)];
  const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
  if (a === 'Boolean' && b === 'Boolean' && !isShift) return { kind: 'bitwise', operator, on: 'boolean', left, right, type: BOOLEAN, span };
  const isWhole = (name: PrimitiveName | undefined) => name === 'Integer' || name === 'Long';
  if (!isWhole(a) || !isWhole(b)) {
    report(context, 2014, `Bitwise operator only allowed on Integer, Long or Boolean: ${typeName(left.type)} ${operator} ${typeName(right.type)}`, span);
    return errorExpression(span);
  }
  const on = a === 'Long' || (b === 'Long' && !isShift) ? 'long' : 'integer';
  const count = isShift ? right : toNumeric(right, on);
  return { kind: 'bitwise', operator, on, left: toNumeric(left, on), right: count, type: TYPE_BY_NUMERIC[on], span };
}

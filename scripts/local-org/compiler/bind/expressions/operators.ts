/** Operators with values: arithmetic, comparison, logic, `??` and `? :`. */
import type {
  BinaryExpression,
  ConditionalExpression,
  PostfixExpression,
  SourceSpan,
  UnaryExpression
} from '../../ast';
import type { BoundExpression } from '../../bound';
import { BOOLEAN, INTEGER, LONG, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { asRecordOrNull, convert, errorExpression, singleRecordType, tryCoerce } from '../conversions';
import { isErrorType } from '../types/error-type';
import { commonType, isNumeric } from '../types/relations';
import { applyArithmetic, numericKind } from './arithmetic';
import { bindIncrement } from './assignment';
import { bindCondition, bindValue } from './bind-expression';
import { applyComparison, applyEquality, applyIdentity } from './comparison';
import { messageName } from '../types/message-name';

export function bindBinary(
  context: BodyContext,
  expression: BinaryExpression,
  expected: ApexType | null
): BoundExpression {
  const { operator, span } = expression;
  if (operator === '&&' || operator === '||') {
    const left = bindLogicalOperand(context, expression.left);
    const right = bindLogicalOperand(context, expression.right);
    return { kind: 'logical', operator, left, right, type: BOOLEAN, span };
  }
  if (operator === '??') return bindCoalesce(context, expression, expected);
  const left = bindValue(context, expression.left);
  const right = bindValue(context, expression.right);
  return applyBinary(context, operator, left, right, span);
}

/** Applies an operator to bound operands; compound assignments use it, too. */
export function applyBinary(
  context: BodyContext,
  operator: Exclude<BinaryExpression['operator'], '&&' | '||' | '??'>,
  left: BoundExpression,
  right: BoundExpression,
  span: SourceSpan
): BoundExpression {
  switch (operator) {
    case '==':
    case '!=':
      return applyEquality(context, operator === '!=', left, right, span);
    case '===':
    case '!==':
      return applyIdentity(context, operator === '!==', left, right, span);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return applyComparison(context, operator, left, right, span);
    default:
      return applyArithmetic(context, operator, left, right, span);
  }
}

function bindLogicalOperand(context: BodyContext, expression: BinaryExpression['left']): BoundExpression {
  const bound = bindValue(context, expression);
  if (isErrorType(bound.type) || isBoolean(bound.type)) return bound;
  report(context, 2014, 'Logical operator can only be applied to Boolean', expression.span);
  return errorExpression(expression.span);
}

function isBoolean(type: ApexType): boolean {
  return type.kind === 'primitive' && type.name === 'Boolean';
}

function bindCoalesce(context: BodyContext, expression: BinaryExpression, expected: ApexType | null): BoundExpression {
  const left = bindValue(context, expression.left, expected);
  const right = bindValue(context, expression.right, expected);
  const unified = unify(context, left, right, expected);
  if (unified)
    return {
      kind: 'coalesce',
      left: asRecordOrNull(unified.a),
      right: unified.b,
      type: unified.type,
      span: expression.span
    };
  if (!isErrorType(left.type) && !isErrorType(right.type)) {
    report(
      context,
      2005,
      `Incompatible types in null coalescing operator: ${messageName(left.type)}, ${messageName(right.type)}`,
      expression.span
    );
  }
  return errorExpression(expression.span);
}

export function bindConditional(
  context: BodyContext,
  { condition, whenTrue, whenFalse, span }: ConditionalExpression,
  expected: ApexType | null
): BoundExpression {
  const test = bindCondition(context, condition);
  const a = bindValue(context, whenTrue, expected);
  const b = bindValue(context, whenFalse, expected);
  const unified = unify(context, a, b, expected);
  if (unified)
    return {
      kind: 'conditional',
      condition: test,
      whenTrue: unified.a,
      whenFalse: unified.b,
      type: unified.type,
      span
    };
  report(context, 2005, `Incompatible types in ternary operator: ${messageName(b.type)}, ${messageName(a.type)}`, span);
  return errorExpression(span);
}

interface Unified {
  readonly a: BoundExpression;
  readonly b: BoundExpression;
  readonly type: ApexType;
}

/** Gives two branches one type. A query is one record when the other branch or the place wants one. */
function unify(
  context: BodyContext,
  a: BoundExpression,
  b: BoundExpression,
  expected: ApexType | null
): Unified | undefined {
  const wanted =
    expected?.kind === 'sobject'
      ? expected
      : singleRecordType(a) && b.type.kind === 'sobject'
        ? b.type
        : singleRecordType(b) && a.type.kind === 'sobject'
          ? a.type
          : null;
  if (wanted && (singleRecordType(a) || singleRecordType(b))) {
    const [first, second] = [tryCoerce(context, a, wanted), tryCoerce(context, b, wanted)];
    if (first && second) return { a: first, b: second, type: wanted };
  }
  const type = commonType(context.program, a.type, b.type);
  return type && { a: convert(a, type), b: convert(b, type), type };
}

export function bindUnary(context: BodyContext, expression: UnaryExpression): BoundExpression {
  const { operator, span } = expression;
  if (operator === '++' || operator === '--') return bindIncrement(context, operator, expression.operand, false, span);
  if (operator === '!') {
    const operand = bindValue(context, expression.operand);
    return {
      kind: 'not',
      operand: requireOperand(
        context,
        operand,
        isBoolean(operand.type),
        '! operator can only be applied to boolean expressions'
      ),
      type: BOOLEAN,
      span
    };
  }
  const operand = bindValue(context, expression.operand);
  if (operator === '~') {
    const isLong = operand.type.kind === 'primitive' && operand.type.name === 'Long';
    const isInteger = operand.type.kind === 'primitive' && operand.type.name === 'Integer';
    const checked = requireOperand(
      context,
      operand,
      isLong || isInteger,
      '~ operator can only be applied to Integer or Long types'
    );
    return {
      kind: 'bitnot',
      numeric: isLong ? 'long' : 'integer',
      operand: checked,
      type: isLong ? LONG : INTEGER,
      span
    };
  }
  if (!isNumeric(operand.type))
    return requireOperand(context, operand, false, 'Unary operators can only be applied to numeric expressions');
  return operator === '-'
    ? { kind: 'negate', numeric: numericKind(operand.type), operand, type: operand.type, span }
    : operand;
}

function requireOperand(
  context: BodyContext,
  operand: BoundExpression,
  isAllowed: boolean,
  message: string
): BoundExpression {
  if (isAllowed || isErrorType(operand.type)) return operand;
  report(context, 2014, message, operand.span);
  return errorExpression(operand.span);
}

export function bindPostfix(context: BodyContext, { operator, operand, span }: PostfixExpression): BoundExpression {
  return bindIncrement(context, operator, operand, true, span);
}

/** `=`, `+=` and its kind, `++` and `--`. */
import type { AssignmentExpression, Expression, SourceSpan } from '../../ast';
import type { BoundExpression, BoundTarget } from '../../bound';
import { INTEGER } from '../../types';
import { isAccessible } from '../access';
import { report, type BodyContext } from '../context';
import { coerce, errorExpression } from '../conversions';
import { requireWritable } from '../writable-fields';
import { isErrorType } from '../types/error-type';
import { isNumeric } from '../types/relations';
import { bindExpression, bindValue } from './bind-expression';
import { applyArithmetic } from './arithmetic';
import { messageName } from '../types/message-name';

export function bindAssignment(
  context: BodyContext,
  { operator, target: left, value: right, span }: AssignmentExpression
): BoundExpression {
  const target = bindTarget(context, left);
  if (operator === null) {
    const value = bindExpression(context, right, target?.type ?? null);
    return target
      ? { kind: 'assignment', target, value: coerce(context, value, target.type), type: target.type, span }
      : errorExpression(span);
  }
  const value = bindValue(context, right);
  if (!target) return errorExpression(span);
  const result = applyArithmetic(context, operator, oldValue(target), value, span);
  return {
    kind: 'compound',
    target,
    result: coerce(context, result, target.type),
    isPostfix: false,
    type: target.type,
    span
  };
}

function oldValue(target: BoundTarget): BoundExpression {
  return { kind: 'placeholder', type: target.type, span: target.span };
}

export function bindIncrement(
  context: BodyContext,
  operator: '++' | '--',
  operand: Expression,
  isPostfix: boolean,
  span: SourceSpan
): BoundExpression {
  const target = bindTarget(context, operand);
  if (!target) return errorExpression(span);
  if (!isNumeric(target.type)) {
    if (!isErrorType(target.type))
      report(
        context,
        2014,
        `Unary ${isPostfix ? 'postfix' : 'prefix'} increment/decrement can only be applied to numeric expressions: ${messageName(target.type)}`,
        span
      );
    return errorExpression(span);
  }
  const one: BoundExpression = { kind: 'literal', literal: { type: 'integer', value: 1 }, type: INTEGER, span };
  const result = applyArithmetic(context, operator === '++' ? '+' : '-', oldValue(target), one, span);
  return { kind: 'compound', target, result: coerce(context, result, target.type), isPostfix, type: target.type, span };
}

/** What may stand left of `=`; reports and gives undefined for anything else. */
function bindTarget(context: BodyContext, expression: Expression): BoundTarget | undefined {
  const bound = bindExpression(context, expression);
  if (isErrorType(bound.type)) return undefined;
  if ('isNullSafe' in bound && bound.isNullSafe) {
    report(context, 2016, 'Expression cannot be assigned', expression.span);
    return undefined;
  }
  switch (bound.kind) {
    case 'sobjectField':
      if (bound.receiver.type.kind === 'sobject')
        requireWritable(context, bound.receiver.type.name, bound.field, bound.span);
      return bound;
    case 'local':
    case 'sobjectParent':
    case 'listElement':
    case 'platformProperty':
      return bound;
    case 'userField':
    case 'userProperty':
      return checkUserTarget(context, bound) ? bound : undefined;
    default:
      report(context, 2016, 'Expression cannot be assigned', expression.span);
      return undefined;
  }
}

function checkUserTarget(context: BodyContext, target: BoundTarget & { kind: 'userField' | 'userProperty' }): boolean {
  const field = context.program.findType(target.owner)?.fields.get(target.name.toLowerCase());
  if (!field) return true;
  if (target.kind === 'userProperty') {
    const setter = field.property?.setter;
    if (
      setter &&
      isAccessible(context, { owner: field.owner, access: setter.access, isTestVisible: field.isTestVisible })
    )
      return true;
    report(context, 2016, `Variable is not visible: ${field.owner.name}.${field.name}`, target.span);
    return false;
  }
  // A constructor may also set what its base class declares.
  const isOwn = field.owner === context.owner || (!field.isStatic && target.receiver?.kind === 'this');
  if (!field.isFinal || field.property || (context.isInitializing && isOwn)) return true;
  report(
    context,
    2016,
    `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`,
    target.span
  );
  return false;
}

/** Binds expressions: one table from the kind of node to its visitor. */
import type { Expression, GroupExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { coerce, errorExpression } from '../conversions';
import { isErrorType } from '../types/error-type';
import { bindAssignment } from './assignment';
import { bindCall } from './calls';
import { bindCast, bindClassLiteral, bindInstanceOf } from './casts';
import { bindNew } from './creation';
import { bindIndex } from './index-access';
import { bindLiteral, bindThis } from './literals';
import { bindValueOfName } from './names';
import { bindBinary, bindConditional, bindPostfix, bindUnary } from './operators';
import { bindSoql, bindSosl } from '../soql/bind-soql';
import { messageName } from '../types/message-name';

/**
 * Binds one expression.
 * @param expected what the place wants, where that decides: branches of a conditional around a query
 */
export function bindExpression(
  context: BodyContext,
  expression: Expression,
  expected: ApexType | null = null
): BoundExpression {
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(expression);
    case 'this':
      return bindThis(context, expression);
    case 'super':
      report(context, 2011, 'super may only be used to call a method or a constructor', expression.span);
      return errorExpression(expression.span);
    case 'name':
    case 'field':
      return bindValueOfName(context, expression);
    case 'call':
      return bindCall(context, expression);
    case 'group':
      return bindGroup(context, expression);
    case 'index':
      return bindIndex(context, expression);
    case 'new':
      return bindNew(context, expression);
    case 'classliteral':
      return bindClassLiteral(context, expression);
    case 'cast':
      return bindCast(context, expression);
    case 'instanceof':
      return bindInstanceOf(context, expression);
    case 'unary':
      return bindUnary(context, expression);
    case 'postfix':
      return bindPostfix(context, expression);
    case 'binary':
      return bindBinary(context, expression, expected);
    case 'conditional':
      return bindConditional(context, expression, expected);
    case 'assignment':
      return bindAssignment(context, expression);
    case 'soql':
      return bindSoql(context, expression);
    case 'sosl':
      return bindSosl(context, expression);
  }
}

function bindGroup(context: BodyContext, { inner, span }: GroupExpression): BoundExpression {
  const bound = bindValue(context, inner);
  return { kind: 'group', inner: bound, type: bound.type, span };
}

/** Binds an expression whose value is used; a void call is an error. */
export function bindValue(
  context: BodyContext,
  expression: Expression,
  expected: ApexType | null = null
): BoundExpression {
  const bound = bindExpression(context, expression, expected);
  if (bound.type.kind !== 'void') return bound;
  report(context, 2005, 'Expression of type void cannot be used as a value', expression.span);
  return errorExpression(expression.span);
}

/** Binds an expression and converts it to the type that the place wants. */
export function bindAs(context: BodyContext, expression: Expression, type: ApexType): BoundExpression {
  const bound = bindExpression(context, expression, type);
  return coerce(context, bound, type);
}

/** Binds a condition: a Boolean, or the platform's complaint. */
export function bindCondition(context: BodyContext, expression: Expression): BoundExpression {
  const bound = bindValue(context, expression);
  if (isErrorType(bound.type) || (bound.type.kind === 'primitive' && bound.type.name === 'Boolean')) return bound;
  report(context, 2014, `Condition expression must be of type Boolean: ${messageName(bound.type)}`, expression.span);
  return errorExpression(expression.span);
}

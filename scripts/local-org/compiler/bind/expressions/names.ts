import type { FieldAccessExpression, NameExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { resolveQualifier } from './qualifiers';

/** A name or dotted name where a value is wanted. */
export function bindValueOfName(
  context: BodyContext,
  expression: NameExpression | FieldAccessExpression
): BoundExpression {
  const qualifier = resolveQualifier(context, expression);
  if (qualifier.kind === 'value') return qualifier.expression;
  report(context, 2002, `Variable does not exist: ${qualifier.name}`, expression.span);
  return errorExpression(expression.span);
}

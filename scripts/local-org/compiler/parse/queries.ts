import {
  BoundExpressionContext,
  type ApexParserRuleContext,
  type SoqlLiteralContext,
  type SoslLiteralContext
} from '@apexdevtools/apex-parser';
import { lowerQuery, SoqlClauseError, UnsupportedSoqlError } from '../../data/soql/lower';
import type { Expression } from '../ast';
import { lowerExpression } from './expressions';
import type { ParseScope } from './scope';
import { spanOf } from './span';

/** `[SELECT …]` */
export function lowerSoqlExpression(context: SoqlLiteralContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  const binds: Expression[] = [];
  try {
    const query = lowerQuery(context.query(), (bound) => binds.push(lowerExpression(bound.expression(), scope)) - 1);
    return { kind: 'soql', span, query, binds };
  } catch (error) {
    if (error instanceof SoqlClauseError) scope.report(1001, error.message, span);
    else if (error instanceof UnsupportedSoqlError) scope.report(4002, error.message, span);
    else throw error;
    return { kind: 'literal', span, literal: { type: 'null' } };
  }
}

/** `[FIND …]`: the text between the brackets, with each bind replaced by its number. */
export function lowerSoslExpression(context: SoslLiteralContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  const binds: Expression[] = [];
  let text = '';
  let position = span.start + 1;
  for (const bound of boundExpressions(context)) {
    const boundSpan = spanOf(bound);
    text += `${scope.source.slice(position, boundSpan.start)}:${binds.length}`;
    position = boundSpan.end;
    binds.push(lowerExpression(bound.expression(), scope));
  }
  text += scope.source.slice(position, span.end - 1);
  return { kind: 'sosl', span, text: text.trim(), binds };
}

function boundExpressions(context: ApexParserRuleContext): BoundExpressionContext[] {
  if (context instanceof BoundExpressionContext) return [context];
  return ((context.children ?? []) as ApexParserRuleContext[]).flatMap((child) =>
    'children' in child ? boundExpressions(child) : []
  );
}

import type { LiteralExpression, ThisExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import { BOOLEAN, DECIMAL, DOUBLE, INTEGER, LONG, NULL, STRING, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';

export function bindLiteral({ literal, span }: LiteralExpression): BoundExpression {
  return { kind: 'literal', literal, type: literalType(literal), span };
}

function literalType(literal: LiteralExpression['literal']): ApexType {
  switch (literal.type) {
    case 'null':
      return NULL;
    case 'boolean':
      return BOOLEAN;
    case 'integer':
      return INTEGER;
    case 'long':
      return LONG;
    case 'decimal':
      return literal.isDouble ? DOUBLE : DECIMAL;
    case 'string':
      return STRING;
  }
}

export function bindThis(context: BodyContext, { span }: ThisExpression): BoundExpression {
  if (!context.isStatic) return { kind: 'this', type: context.owner.type, span };
  report(context, 2009, 'This cannot be referenced in a static context', span);
  return errorExpression(span);
}

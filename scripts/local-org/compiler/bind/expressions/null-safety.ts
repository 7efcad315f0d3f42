import type { BoundExpression } from '../../bound';

/**
 * True when the value comes out of a `?.` further left: then the rest of the chain is skipped, too, when that was null.
 */
export function isNullSafeChain(expression: BoundExpression): boolean {
  switch (expression.kind) {
    case 'userField': case 'userProperty': case 'sobjectField': case 'sobjectParent': case 'sobjectChildren': case 'platformProperty':
    case 'userCall': case 'platformCall':
      return expression.isNullSafe;
    default: return false;
  }
}

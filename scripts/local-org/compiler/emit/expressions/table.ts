/** Which function emits which kind of expression: one table, complete by its type. */
import type { BoundExpression } from '../../bound';
import type { FunctionEmitter } from '../function-emitter';
import { accessEmitters } from './access';
import { assignmentEmitters, discardedAssignmentEmitters } from './assignments';
import { callEmitters } from './calls';
import { creationEmitters } from './creation';
import { conversionEmitters } from './conversions';
import { operatorEmitters } from './operators';
import { queryEmitters } from './queries';
import { valueEmitters } from './values';

export type ExpressionKind = BoundExpression['kind'];
export type NodeOf<K extends ExpressionKind> = Extract<BoundExpression, { readonly kind: K }>;
export type Emitters<K extends ExpressionKind> = {
  readonly [Kind in K]: (node: NodeOf<Kind>, emit: FunctionEmitter) => string;
};

export const expressionEmitters: Emitters<ExpressionKind> = {
  ...valueEmitters,
  ...accessEmitters,
  ...callEmitters,
  ...creationEmitters,
  ...conversionEmitters,
  ...operatorEmitters,
  ...assignmentEmitters,
  ...queryEmitters
};

/** Shorter forms for expressions that stand as statements. */
export const discardedEmitters = discardedAssignmentEmitters;

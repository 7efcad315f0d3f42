import type { TryStatement } from '../../ast';
import type { BoundStatement } from '../../bound';
import {} from '../../types';
import { declareVariable, nested, report, type BodyContext } from '../context';
import { resolveReference } from '../resolve-reference';
import { isErrorType } from '../types/error-type';
import { isException } from '../types/relations';
import { bindBlock, bindStatementsIn } from './bind-statement';
import { messageName } from '../types/message-name';

export function bindTry(context: BodyContext, { body, catches, finallyBody, span }: TryStatement): BoundStatement {
  return {
    kind: 'try',
    body: bindBlock(context, body),
    catches: catches.map((clause) => bindCatch(context, clause)),
    finallyBody: finallyBody && bindBlock(context, finallyBody),
    span
  };
}

function bindCatch(outer: BodyContext, clause: TryStatement['catches'][number]) {
  const context = nested(outer);
  const type = resolveReference(context, clause.type);
  if (!isErrorType(type) && !isException(context.program, type)) {
    report(context, 2005, `Catch block variable must be of type exception: ${messageName(type)}`, clause.span);
  }
  const variable = declareVariable(context, clause.name.name, type, clause.name.span);
  return { type, variable, body: bindStatementsIn(context, clause.body) };
}

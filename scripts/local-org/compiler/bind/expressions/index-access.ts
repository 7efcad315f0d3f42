import type { IndexExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import { INTEGER } from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { isErrorType } from '../types/error-type';
import { bindAs, bindValue } from './bind-expression';
import { messageName } from '../types/message-name';

/** `list[index]` */
export function bindIndex(context: BodyContext, { receiver, index, span }: IndexExpression): BoundExpression {
  const list = bindValue(context, receiver);
  const position = bindAs(context, index, INTEGER);
  if (list.type.kind === 'list')
    return { kind: 'listElement', receiver: list, index: position, type: list.type.element, span };
  if (!isErrorType(list.type))
    report(context, 2014, `Expression must be a list type: ${messageName(list.type)}`, receiver.span);
  return errorExpression(span);
}

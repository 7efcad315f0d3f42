import type { ReturnStatement } from '../../ast';
import type { BoundStatement } from '../../bound';
import {} from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression, tryCoerce } from '../conversions';
import { bindExpression } from '../expressions/bind-expression';
import { isErrorType } from '../types/error-type';
import { messageName } from '../types/message-name';

export function bindReturn(context: BodyContext, { value: source, span }: ReturnStatement): BoundStatement {
  const { returnType } = context;
  const isVoid = returnType.kind === 'void';
  if (!source) {
    if (!isVoid && !isErrorType(returnType))
      report(context, 2010, `Missing return statement required return type: ${messageName(returnType)}`, span);
    return { kind: 'return', value: null, span };
  }
  const value = bindExpression(context, source, isVoid ? null : returnType);
  if (isVoid) {
    report(context, 2010, 'Void method must not return a value', span);
    return { kind: 'return', value, span };
  }
  const converted = tryCoerce(context, value, returnType);
  if (!converted)
    report(context, 2010, `Illegal conversion from ${messageName(value.type)} to ${messageName(returnType)}`, span);
  return { kind: 'return', value: converted ?? errorExpression(span), span };
}

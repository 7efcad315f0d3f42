import type { CastExpression, ClassLiteralExpression, InstanceOfExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import { BOOLEAN, sameType, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { asSingleRecord, convert, singleRecordType, errorExpression } from '../conversions';
import { resolveReference } from '../resolve-reference';
import { isErrorType } from '../types/error-type';
import { isAssignable, isCastable } from '../types/relations';
import { bindValue } from './bind-expression';
import { messageName } from '../types/message-name';

/** `(Type) value`: a conversion between numbers, else a check at run time. */
export function bindCast(
  context: BodyContext,
  { type: reference, operand: source, span }: CastExpression
): BoundExpression {
  const type = resolveReference(context, reference);
  const operand = bindValue(context, source, type);
  if (isErrorType(type) || isErrorType(operand.type)) return { ...errorExpression(span), type };
  const record = singleRecordType(operand);
  if (record && type.kind === 'sobject' && isCastable(context.program, record, type)) {
    return castNode(asSingleRecord(operand, record), type, span);
  }
  if (!isCastable(context.program, operand.type, type)) {
    report(
      context,
      2005,
      `Incompatible types since an instance of ${messageName(operand.type)} is never an instance of ${messageName(type)}`,
      span
    );
    return { ...errorExpression(span), type };
  }
  const converted = convert(operand, type);
  return converted === operand ? castNode(operand, type, span) : converted;
}

function castNode(operand: BoundExpression, type: ApexType, span: CastExpression['span']): BoundExpression {
  return sameType(operand.type, type) ? operand : { kind: 'cast', operand, type, span };
}

export function bindInstanceOf(
  context: BodyContext,
  { operand: source, type: reference, span }: InstanceOfExpression
): BoundExpression {
  const testType = resolveReference(context, reference);
  const operand = bindValue(context, source);
  if (!isErrorType(testType) && !isErrorType(operand.type)) checkInstanceOf(context, operand.type, testType, span);
  return { kind: 'instanceof', operand, testType, type: BOOLEAN, span };
}

/** The platform refuses a test whose answer is known. */
function checkInstanceOf(context: BodyContext, from: ApexType, to: ApexType, span: InstanceOfExpression['span']): void {
  if (!isCastable(context.program, from, to)) {
    report(
      context,
      2005,
      `Operation instanceof is always false since an instance of ${messageName(from)} is never an instance of ${messageName(to)}`,
      span
    );
  } else if (isAlwaysInstance(context, from, to)) {
    report(
      context,
      2005,
      `Operation instanceof is always true since an instance of ${messageName(from)} is always an instance of ${messageName(to)}`,
      span
    );
  }
}

/** An Id in a String variable is known only at run time. */
function isAlwaysInstance(context: BodyContext, from: ApexType, to: ApexType): boolean {
  const isText = from.kind === 'primitive' && from.name === 'String' && to.kind === 'primitive' && to.name === 'Id';
  return from.kind !== 'null' && !isText && !isNarrowingList(from, to) && isAssignable(context.program, from, to);
}

function isNarrowingList(from: ApexType, to: ApexType): boolean {
  return (
    from.kind === 'list' &&
    to.kind === 'list' &&
    from.element.kind === 'sobject' &&
    from.element.name === 'SObject' &&
    !sameType(from, to)
  );
}

export function bindClassLiteral(
  context: BodyContext,
  { type: reference, span }: ClassLiteralExpression
): BoundExpression {
  const type: ApexType = { kind: 'platform', name: 'System.Type', arguments: [] };
  const classType: ApexType = reference ? resolveReference(context, reference) : { kind: 'void' };
  return { kind: 'classLiteral', classType, type, span };
}

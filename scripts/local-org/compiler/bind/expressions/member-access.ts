/** `value.name`: fields of records, of objects of the source and of platform objects. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { asRecordOrNull, asSingleRecord, errorExpression, singleRecordType } from '../conversions';
import { findField } from '../members';
import { findObjectMember } from '../object-members';
import { requireImplemented } from '../platform-use';
import { ERROR_TYPE, isErrorType } from '../types/error-type';
import { hasUnknownBase } from '../types/relations';
import { readUserField } from './field-access';
import { messageName } from '../types/message-name';

interface Place {
  readonly span: SourceSpan;
  readonly isNullSafe: boolean;
}

const DESCRIBE_FIELD: ApexType = { kind: 'platform', name: 'Schema.DescribeFieldResult', arguments: [] };
const FIELD_SET: ApexType = { kind: 'platform', name: 'Schema.FieldSet', arguments: [] };

/** Reads a member of a value. Reports unknown ones. */
export function bindMember(context: BodyContext, value: BoundExpression, name: string, place: Place): BoundExpression {
  const record = singleRecordType(value);
  const { span, isNullSafe } = place;
  const single = record ? asSingleRecord(value, record) : value;
  const receiver = isNullSafe ? asRecordOrNull(single) : single;
  if (isErrorType(receiver.type)) return errorExpression(span);
  if (receiver.type.kind === 'sobject')
    return bindObjectMember(context, receiver, receiver.type.name, name, { span, isNullSafe });
  return (
    bindDescribeMember(context, receiver, name, span) ??
    bindInstanceField(context, receiver, name, { span, isNullSafe })
  );
}

function bindObjectMember(
  context: BodyContext,
  receiver: BoundExpression,
  object: string,
  name: string,
  { span, isNullSafe }: Place
): BoundExpression {
  const member = findObjectMember(context.program.environment.schema, object, name);
  switch (member?.kind) {
    case 'field':
      return { kind: 'sobjectField', receiver, field: member.name, isNullSafe, type: member.type, span };
    case 'parent':
      return { kind: 'sobjectParent', receiver, relationship: member.name, isNullSafe, type: member.type, span };
    case 'children':
      return { kind: 'sobjectChildren', receiver, relationship: member.name, isNullSafe, type: member.type, span };
    case undefined:
      report(context, 3002, `Field does not exist: ${name} on ${object}`, span);
      return errorExpression(span);
  }
}

/** `Schema.SObjectType.Account.fields.Name` and `….fieldSets.Name`. */
function bindDescribeMember(
  context: BodyContext,
  receiver: BoundExpression,
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  if (receiver.kind !== 'platformProperty' || receiver.receiver?.kind !== 'objectDescribe') return undefined;
  const { object } = receiver.receiver;
  const schema = context.program.environment.schema;
  if (receiver.name.toLowerCase() === 'fields') {
    const field = schema.findField(object, name);
    if (field) return { kind: 'fieldDescribe', object, field: field.name, type: DESCRIBE_FIELD, span };
    report(context, 3002, `Field does not exist: ${name} on ${object}`, span);
    return { ...errorExpression(span), type: ERROR_TYPE };
  }
  const fieldSet = schema
    .findObject(object)
    ?.fieldSets.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return fieldSet && { kind: 'fieldSetDescribe', object, fieldSet: fieldSet.name, type: FIELD_SET, span };
}

function bindInstanceField(
  context: BodyContext,
  receiver: BoundExpression,
  name: string,
  { span, isNullSafe }: Place
): BoundExpression {
  const member = findField(context.program, receiver.type, name);
  if (!member) {
    if (!hasUnknownBase(context.program, receiver.type))
      report(context, 2002, `Variable does not exist: ${name}`, span);
    return errorExpression(span);
  }
  if (member.isStatic)
    report(
      context,
      2009,
      `Static field cannot be referenced from a non static context: ${messageName(receiver.type)}.${name}`,
      span
    );
  if (member.kind === 'user') {
    return readUserField(context, member.field, {
      receiver: member.isStatic ? null : receiver,
      isSuper: false,
      isNullSafe,
      span
    });
  }
  requireImplemented(context, member.typeName, 'property', member.property.name, span);
  return {
    kind: 'platformProperty',
    typeName: member.typeName,
    name: member.property.name,
    receiver,
    isNullSafe,
    type: member.type,
    span
  };
}

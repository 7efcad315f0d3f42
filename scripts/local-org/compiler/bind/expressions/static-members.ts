/** `Type.name`: static fields, enum constants, field and object tokens, labels. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ApexType } from '../../types';
import type { PlatformTypeInfo } from '../../types/platform-types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { findField } from '../members';
import { requireImplemented } from '../platform-use';
import { STRING } from '../../types';
import { readUserField } from './field-access';

const platform = (name: string): ApexType => ({ kind: 'platform', name, arguments: [] });
const OBJECT_TOKEN = platform('Schema.SObjectType');
const FIELD_TOKEN = platform('Schema.SObjectField');
const OBJECT_DESCRIBE = platform('Schema.DescribeSObjectResult');

/** A static member of a type, or undefined when there is none of that name (it may be a type inside it). */
export function bindStaticMember(
  context: BodyContext,
  type: ApexType,
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  switch (type.kind) {
    case 'user':
      return bindUserStatic(context, type, name, span);
    case 'sobject':
      return bindToken(context, type.name, name, span);
    case 'platform':
      return bindPlatformStatic(context, type, name, span);
    default: {
      const info = context.program.platformInfoOf(type);
      return info && bindPlatformProperty(context, info, type, name, span);
    }
  }
}

function bindUserStatic(
  context: BodyContext,
  type: ApexType,
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  const symbol = context.program.symbolOf(type);
  const constant = symbol?.enumConstants.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (symbol && constant !== undefined)
    return { kind: 'enumConstant', typeName: symbol.name, name: constant, isPlatform: false, type, span };
  const member = findField(context.program, type, name);
  if (member?.kind !== 'user') return undefined;
  if (member.isStatic)
    return readUserField(context, member.field, { receiver: null, isSuper: false, isNullSafe: false, span });
  report(context, 2009, `Variable does not exist: ${name}`, span);
  return errorExpression(span);
}

/** `Account.SObjectType`, `Account.Name`; also for `Account.Fields.Name`. */
export function bindToken(
  context: BodyContext,
  object: string,
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  if (name.toLowerCase() === 'sobjecttype') return { kind: 'objectToken', object, type: OBJECT_TOKEN, span };
  const { schema } = context.program.environment;
  const field = schema.findField(object, name);
  if (field) return { kind: 'fieldToken', object, field: field.name, type: FIELD_TOKEN, span };
  if (!schema.findParentField(object, name)) return undefined;
  report(
    context,
    2009,
    `Non static field cannot be referenced from a static context: ${name} from the type ${object}`,
    span
  );
  return errorExpression(span);
}

function bindPlatformStatic(
  context: BodyContext,
  type: ApexType & { kind: 'platform' },
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  const { environment } = context.program;
  const lower = type.name.toLowerCase();
  if (lower === 'system.label') return bindLabel(context, name, span);
  if (lower === 'schema.sobjecttype') {
    const object = environment.schema.findObject(name);
    if (object) return { kind: 'objectDescribe', object: object.name, type: OBJECT_DESCRIBE, span };
  }
  if (lower === 'system.trigger') return bindTriggerVariable(context, name, span);
  const info = environment.platformTypes.find(type.name);
  return info && bindPlatformProperty(context, info, type, name, span);
}

function bindPlatformProperty(
  context: BodyContext,
  info: PlatformTypeInfo,
  type: ApexType,
  name: string,
  span: SourceSpan
): BoundExpression | undefined {
  const lower = name.toLowerCase();
  const constant = info.enumConstants.find((candidate) => candidate.toLowerCase() === lower);
  if (constant !== undefined) {
    requireImplemented(context, info.name, 'enumConstant', constant, span);
    return { kind: 'enumConstant', typeName: info.name, name: constant, isPlatform: true, type, span };
  }
  const property = info.properties.find((candidate) => candidate.isStatic && candidate.name.toLowerCase() === lower);
  if (!property) return undefined;
  requireImplemented(context, info.name, 'staticProperty', property.name, span);
  return {
    kind: 'platformProperty',
    typeName: info.name,
    name: property.name,
    receiver: null,
    isNullSafe: false,
    type: property.type,
    span
  };
}

function bindLabel(context: BodyContext, name: string, span: SourceSpan): BoundExpression {
  if (!context.program.environment.schema.labels.has(name.toLowerCase()))
    report(context, 2017, `External string does not exist: ${name}`, span);
  return { kind: 'label', name, type: STRING, span };
}

/** Inside a trigger the records have the trigger's object as their type. */
function bindTriggerVariable(context: BodyContext, name: string, span: SourceSpan): BoundExpression | undefined {
  const info = context.program.environment.platformTypes.find('System.Trigger');
  const property = info?.properties.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!property) return undefined;
  requireImplemented(context, 'System.Trigger', 'staticProperty', property.name, span);
  const type = context.triggerObject === null ? property.type : ofObject(property.type, context.triggerObject);
  return {
    kind: 'platformProperty',
    typeName: 'System.Trigger',
    name: property.name,
    receiver: null,
    isNullSafe: false,
    type,
    span
  };
}

function ofObject(type: ApexType, object: string): ApexType {
  const record: ApexType = { kind: 'sobject', name: object };
  if (type.kind === 'list') return { kind: 'list', element: record };
  return type.kind === 'map' ? { kind: 'map', key: type.key, value: record } : type;
}

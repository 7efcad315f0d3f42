/** Calls that only objects have: `Foo__mdt.getInstance('x')`, `Settings__c.getOrgDefaults()`, `lead.Email.addError('…')`. */
import type { CallExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ObjectKind } from '../../../schema/model';
import { ID, STRING, VOID, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { chooseOverload } from '../overloads';
import { requireImplemented } from '../platform-use';
import { argumentText, argumentTypes, convertArguments, hasErrorArgument } from './arguments';
import { messageName } from '../types/message-name';

interface ObjectMethod {
  readonly name: string;
  readonly kinds: readonly ObjectKind[];
  readonly parameters: readonly ApexType[];
  readonly returns: 'record' | 'all';
}

const SETTINGS: readonly ObjectKind[] = ['listSetting', 'hierarchySetting'];
const HIERARCHY: readonly ObjectKind[] = ['hierarchySetting'];
const METADATA: readonly ObjectKind[] = ['metadata'];

const METHODS: readonly ObjectMethod[] = [
  { name: 'getAll', kinds: ['metadata', 'listSetting'], parameters: [], returns: 'all' },
  { name: 'getInstance', kinds: METADATA, parameters: [STRING], returns: 'record' },
  { name: 'getInstance', kinds: METADATA, parameters: [ID], returns: 'record' },
  { name: 'getInstance', kinds: SETTINGS, parameters: [STRING], returns: 'record' },
  { name: 'getInstance', kinds: HIERARCHY, parameters: [], returns: 'record' },
  { name: 'getInstance', kinds: HIERARCHY, parameters: [ID], returns: 'record' },
  { name: 'getValues', kinds: SETTINGS, parameters: [STRING], returns: 'record' },
  { name: 'getValues', kinds: HIERARCHY, parameters: [ID], returns: 'record' },
  { name: 'getOrgDefaults', kinds: HIERARCHY, parameters: [], returns: 'record' }
];

/** A static method that an object of its kind has, or undefined when it has none of that name. */
export function bindObjectCall(
  context: BodyContext,
  call: CallExpression,
  object: string,
  given: readonly BoundExpression[]
): BoundExpression | undefined {
  if (call.name.name.toLowerCase() === 'getsobjecttype' && given.length === 0) {
    return {
      kind: 'objectToken',
      object,
      type: { kind: 'platform', name: 'Schema.SObjectType', arguments: [] },
      span: call.span
    };
  }
  const kind = context.program.environment.schema.findObject(object)?.kind;
  const named = METHODS.filter(
    (method) =>
      kind !== undefined && method.kinds.includes(kind) && method.name.toLowerCase() === call.name.name.toLowerCase()
  );
  if (named.length === 0) return undefined;
  const found = chooseOverload(context.program, named, argumentTypes(given));
  if (found.kind !== 'found') {
    if (!hasErrorArgument(given)) {
      report(
        context,
        2003,
        `Method does not exist or incorrect signature: void ${call.name.name}(${argumentText(given)}) from the type ${object}`,
        call.span
      );
    }
    return errorExpression(call.span);
  }
  const { candidate } = found;
  const record: ApexType = { kind: 'sobject', name: object };
  return {
    kind: 'objectCall',
    object,
    method: candidate.name,
    arguments: convertArguments(context, given, candidate.parameters),
    type: candidate.returns === 'all' ? { kind: 'map', key: STRING, value: record } : record,
    span: call.span
  };
}

/** `record.Field.addError(…)` is `record.addError(Object.Field, …)`. */
export function bindFieldError(
  context: BodyContext,
  call: CallExpression,
  value: BoundExpression,
  given: readonly BoundExpression[]
): BoundExpression | undefined {
  if (
    call.name.name.toLowerCase() !== 'adderror' ||
    value.kind !== 'sobjectField' ||
    value.receiver.type.kind !== 'sobject'
  )
    return undefined;
  const { span } = call;
  const [message, escape] = given;
  const isText = message?.type.kind === 'primitive' && (message.type.name === 'String' || message.type.name === 'Id');
  if (!isText || given.length > 2) {
    if (!hasErrorArgument(given)) {
      report(
        context,
        2003,
        `Method does not exist or incorrect signature: void addError(${argumentText(given)}) from the type ${messageName(value.type)}`,
        span
      );
    }
    return errorExpression(span);
  }
  const token: BoundExpression = {
    kind: 'fieldToken',
    object: value.receiver.type.name,
    field: value.field,
    type: { kind: 'platform', name: 'Schema.SObjectField', arguments: [] },
    span: value.span
  };
  const signature = escape ? 'addError(Schema.SObjectField,String,Boolean)' : 'addError(Schema.SObjectField,String)';
  requireImplemented(context, 'System.SObject', 'method', signature, span);
  return {
    kind: 'platformCall',
    receiver: value.receiver,
    typeName: 'System.SObject',
    signature,
    arguments: [token, ...given],
    typeArguments: [],
    isNullSafe: value.isNullSafe,
    isSuper: false,
    visibleVariables: null,
    type: VOID,
    span
  };
}

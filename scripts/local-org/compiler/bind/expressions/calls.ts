/** Method calls: finds the receiver, gathers the candidates, chooses one. */
import type { CallExpression, SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import { OBJECT, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { asRecordOrNull, asSingleRecord, errorExpression, singleRecordType } from '../conversions';
import { findMethods, type MethodCandidate } from '../members';
import { chooseOverload } from '../overloads';
import type { TypeSymbol } from '../symbols/symbols';
import { isErrorType } from '../types/error-type';
import { hasUnknownBase } from '../types/relations';
import { argumentText, argumentTypes, bindArguments, hasErrorArgument } from './arguments';
import { makeCall, type CallPlace } from './make-call';
import { bindFieldError, bindObjectCall } from './object-calls';
import { resolveQualifier, type Qualifier } from './qualifiers';
import { messageName } from '../types/message-name';

export function bindCall(context: BodyContext, call: CallExpression): BoundExpression {
  if (call.receiver === null) return bindUnqualifiedCall(context, call);
  if (call.receiver.kind === 'super') return bindSuperCall(context, call);
  const qualifier = resolveQualifier(context, call.receiver);
  const given = bindArguments(context, call.arguments);
  switch (qualifier.kind) {
    case 'value':
      return bindInstanceCall(context, call, qualifier.expression, given);
    case 'type':
      return bindStaticCall(context, call, qualifier, given);
    case 'namespace':
    case 'fields':
      report(context, 2002, `Variable does not exist: ${qualifier.name}`, qualifier.span);
      return errorExpression(call.span);
  }
}

/** `method(…)`: of this class and its bases, then a static one of the class around. */
function bindUnqualifiedCall(context: BodyContext, call: CallExpression): BoundExpression {
  const { span } = call;
  const name = call.name.name;
  if (name.toLowerCase() === 'this' || name.toLowerCase() === 'super') {
    report(context, 2011, `Call to '${name}()' must be the first statement in a constructor`, span);
    return errorExpression(span);
  }
  const given = bindArguments(context, call.arguments);
  for (let scope: TypeSymbol | null = context.owner; scope; scope = scope.outer) {
    const isOwn = scope === context.owner;
    const candidates = findMethods(context.program, scope.type, name).filter(
      (candidate) => isOwn || candidate.isStatic
    );
    const found = chooseOverload(context.program, candidates, argumentTypes(given));
    if (found.kind === 'ambiguous') return ambiguousMethod(context, call, given);
    if (found.kind === 'found') return makeUnqualifiedCall(context, found.candidate, scope, given, span);
  }
  return unknownMethod(context, call, given, context.owner.type);
}

function makeUnqualifiedCall(
  context: BodyContext,
  chosen: MethodCandidate,
  scope: TypeSymbol,
  given: readonly BoundExpression[],
  span: SourceSpan
): BoundExpression {
  if (!chosen.isStatic && context.isStatic) {
    report(context, 2009, `Non static method cannot be referenced from a static context: ${describe(chosen)}`, span);
    return errorExpression(span);
  }
  const receiver: BoundExpression | null = chosen.isStatic ? null : { kind: 'this', type: context.owner.type, span };
  return makeCall(context, chosen, {
    receiver,
    receiverType: scope.type,
    given,
    isSuper: false,
    isNullSafe: false,
    span
  });
}

/** True when the only methods of that name are those that every object has. */
function isOnlyInherited(candidates: readonly MethodCandidate[]): boolean {
  return candidates.every(
    (candidate) => candidate.target.kind === 'platform' && candidate.target.typeName === 'System.Object'
  );
}

function bindSuperCall(context: BodyContext, call: CallExpression): BoundExpression {
  const { span } = call;
  const given = bindArguments(context, call.arguments);
  const base = context.owner.superType ?? OBJECT;
  if (context.isStatic) {
    report(context, 2009, 'Super cannot be referenced in a static context', span);
    return errorExpression(span);
  }
  const candidates = findMethods(context.program, base, call.name.name).filter((candidate) => !candidate.isStatic);
  const chosen = choose(context, call, candidates, given, base);
  if (!chosen) return errorExpression(span);
  if (chosen.target.kind === 'user' && chosen.target.method.isAbstract) {
    report(context, 2011, `Cannot call abstract method: ${describe(chosen)}`, span);
    return errorExpression(span);
  }
  if (chosen.target.kind === 'platform' && chosen.target.typeName === 'System.Object') {
    report(context, 4001, `The local org does not support super.${chosen.name}() of Object`, span);
    return errorExpression(span);
  }
  const receiver: BoundExpression = { kind: 'this', type: context.owner.type, span };
  return makeCall(context, chosen, { receiver, receiverType: base, given, isSuper: true, isNullSafe: false, span });
}

function bindInstanceCall(
  context: BodyContext,
  call: CallExpression,
  value: BoundExpression,
  given: readonly BoundExpression[]
): BoundExpression {
  const { span } = call;
  if (isErrorType(value.type)) return errorExpression(span);
  const fieldError = bindFieldError(context, call, value, given);
  if (fieldError) return fieldError;
  if (value.type.kind === 'void') return unknownMethod(context, call, given, value.type);
  const methods = findMethods(context.program, value.type, call.name.name);
  const record = methods.length === 0 || isOnlyInherited(methods) ? singleRecordType(value) : null;
  const single = record ? asSingleRecord(value, record) : value;
  const receiver = call.isNullSafe ? asRecordOrNull(single) : single;
  const candidates = record ? findMethods(context.program, record, call.name.name) : methods;
  const instance = candidates.filter((candidate) => !candidate.isStatic);
  const place: Omit<CallPlace, 'receiver'> = {
    receiverType: receiver.type,
    given,
    isSuper: false,
    isNullSafe: call.isNullSafe,
    span
  };
  const found = chooseOverload(context.program, instance, argumentTypes(given));
  if (found.kind === 'found') return makeCall(context, found.candidate, { receiver, ...place });
  const asStatic = chooseOverload(context.program, candidates, argumentTypes(given));
  if (asStatic.kind === 'found' && asStatic.candidate.isStatic) {
    report(
      context,
      2009,
      `Static method cannot be referenced from a non static context: ${describe(asStatic.candidate)}`,
      span
    );
    return errorExpression(span);
  }
  choose(context, call, instance, given, receiver.type);
  return errorExpression(span);
}

function bindStaticCall(
  context: BodyContext,
  call: CallExpression,
  qualifier: Qualifier & { kind: 'type' },
  given: readonly BoundExpression[]
): BoundExpression {
  const { span } = call;
  const { type } = qualifier;
  if (isErrorType(type)) return errorExpression(span);
  if (type.kind === 'sobject') {
    const bound = bindObjectCall(context, call, type.name, given);
    if (bound) return bound;
    // `BusinessHours.add(…)`: a class and an object have the same name.
    const twin = context.program.environment.platformTypes.find(`System.${qualifier.name}`);
    if (twin)
      return bindStaticCall(
        context,
        call,
        { ...qualifier, type: { kind: 'platform', name: twin.name, arguments: [] } },
        given
      );
  }
  const all = findMethods(context.program, type, call.name.name);
  const statics = all.filter((candidate) => candidate.isStatic);
  const found = chooseOverload(context.program, statics, argumentTypes(given));
  if (found.kind === 'found')
    return makeCall(context, found.candidate, {
      receiver: null,
      receiverType: type,
      given,
      isSuper: false,
      isNullSafe: false,
      span
    });
  const asInstance = chooseOverload(context.program, all, argumentTypes(given));
  if (asInstance.kind === 'found' && !asInstance.candidate.isStatic && found.kind === 'none') {
    report(
      context,
      2009,
      `Non static method cannot be referenced from a static context: ${describe(asInstance.candidate)}`,
      span
    );
    return errorExpression(span);
  }
  choose(context, call, statics, given, type);
  return errorExpression(span);
}

/** Chooses one candidate, or reports why there is none. */
function choose(
  context: BodyContext,
  call: CallExpression,
  candidates: readonly MethodCandidate[],
  given: readonly BoundExpression[],
  type: ApexType
): MethodCandidate | undefined {
  const found = chooseOverload(context.program, candidates, argumentTypes(given));
  if (found.kind === 'found') return found.candidate;
  if (hasErrorArgument(given)) return undefined;
  if (found.kind === 'ambiguous') ambiguousMethod(context, call, given);
  else unknownMethod(context, call, given, type);
  return undefined;
}

function ambiguousMethod(
  context: BodyContext,
  call: CallExpression,
  given: readonly BoundExpression[]
): BoundExpression {
  if (!hasErrorArgument(given))
    report(context, 2004, `Ambiguous method signature: void ${call.name.name}(${argumentText(given)})`, call.span);
  return errorExpression(call.span);
}

function unknownMethod(
  context: BodyContext,
  call: CallExpression,
  given: readonly BoundExpression[],
  type: ApexType
): BoundExpression {
  if (!hasErrorArgument(given) && !hasUnknownBase(context.program, type)) {
    report(
      context,
      2003,
      `Method does not exist or incorrect signature: void ${call.name.name}(${argumentText(given)}) from the type ${messageName(type)}`,
      call.span
    );
  }
  return errorExpression(call.span);
}

function describe(candidate: MethodCandidate): string {
  const owner =
    candidate.target.kind === 'user'
      ? candidate.target.method.owner.name
      : candidate.target.typeName.replace(/^System\./, '');
  return `${messageName(candidate.returnType)} ${owner}.${candidate.name}(${candidate.parameters.map(messageName).join(', ')})`;
}

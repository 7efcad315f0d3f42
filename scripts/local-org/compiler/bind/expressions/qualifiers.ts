/** What a name or a dotted name means: a value, a type, a namespace, or part of a describe. */
import type { Expression, FieldAccessExpression, NameExpression, SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { findField } from '../members';
import type { FieldSymbol, TypeSymbol } from '../symbols/symbols';
import { ERROR_TYPE, isErrorType } from '../types/error-type';
import { hasUnknownBase } from '../types/relations';
import { findInner, isTypeVisible, lookupSimpleType, lookupType, platformType } from '../types/type-lookup';
import { bindExpression } from './bind-expression';
import { readUserField } from './field-access';
import { bindMember } from './member-access';
import { bindStaticMember, bindToken } from './static-members';
import { messageName } from '../types/message-name';

export type Qualifier =
  | { readonly kind: 'value'; readonly expression: BoundExpression }
  /** `name` as written: it may name a namespace at the same time (`Database`, `Schema`). */
  | { readonly kind: 'type'; readonly type: ApexType; readonly name: string; readonly span: SourceSpan }
  | { readonly kind: 'namespace'; readonly name: string; readonly span: SourceSpan }
  /** `Account.Fields`, before the name of a field. */
  | { readonly kind: 'fields'; readonly object: string; readonly name: string; readonly span: SourceSpan };

/** Resolves what stands left of a dot. Reports what is unknown and then gives a value of the error type. */
export function resolveQualifier(context: BodyContext, expression: Expression): Qualifier {
  if (expression.kind === 'name')
    return resolveName(context, expression) ?? unknown(context, expression.name, expression.span);
  if (expression.kind === 'field') return resolveField(context, expression);
  return { kind: 'value', expression: bindExpression(context, expression) };
}

function unknown(context: BodyContext, name: string, span: SourceSpan): Qualifier {
  if (hasUnknownBase(context.program, context.owner.type)) return { kind: 'value', expression: errorExpression(span) };
  if (name.toLowerCase() === 'page')
    report(context, 4001, 'The local org does not support Visualforce pages: Page', span);
  else report(context, 2002, `Variable does not exist: ${name}`, span);
  return { kind: 'value', expression: errorExpression(span) };
}

/** A bare name: local, field of the class or its bases, static of an outer class, type, namespace. */
export function resolveName(context: BodyContext, { name, span }: NameExpression): Qualifier | undefined {
  const local = context.scope.find(name);
  if (local) return { kind: 'value', expression: { kind: 'local', variable: local, type: local.type, span } };
  const field = resolveOwnField(context, name, span);
  if (field) return { kind: 'value', expression: field };
  const type = lookupSimpleType(context.program, name, context.owner);
  if (type) return { kind: 'type', type, name, span };
  return context.program.environment.platformTypes.isNamespace(name) ? { kind: 'namespace', name, span } : undefined;
}

/** A field of the class around, of its bases, or a static field of the outer class. */
function resolveOwnField(context: BodyContext, name: string, span: SourceSpan): BoundExpression | undefined {
  for (let scope: TypeSymbol | null = context.owner; scope; scope = scope.outer) {
    const constant = scope.enumConstants.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (constant !== undefined)
      return { kind: 'enumConstant', typeName: scope.name, name: constant, isPlatform: false, type: scope.type, span };
    const member = findField(context.program, scope.type, name);
    if (member?.kind !== 'user') continue;
    if (scope !== context.owner && !member.isStatic) continue;
    const receiver: BoundExpression | null = member.isStatic ? null : { kind: 'this', type: context.owner.type, span };
    // Where there is no `this`, a type of the same name may be meant.
    if (receiver && context.isStatic) continue;
    if (isForwardReference(context, member.field)) report(context, 2002, `Illegal forward reference: ${name}`, span);
    return readUserField(context, member.field, { receiver, isSuper: false, isNullSafe: false, span });
  }
  return undefined;
}

function isForwardReference(context: BodyContext, field: FieldSymbol): boolean {
  return (
    context.initializerStart !== null &&
    field.owner === context.owner &&
    field.isStatic === context.isStatic &&
    field.declaration.span.start > context.initializerStart
  );
}

function resolveField(context: BodyContext, expression: FieldAccessExpression): Qualifier {
  if (expression.receiver.kind === 'super') return superField(context, expression);
  const receiver = resolveQualifier(context, expression.receiver);
  const { name, span } = { name: expression.name.name, span: expression.span };
  switch (receiver.kind) {
    case 'value':
      return {
        kind: 'value',
        expression: bindMember(context, receiver.expression, name, { span, isNullSafe: expression.isNullSafe })
      };
    case 'type':
      return resolveInType(context, receiver, name, span);
    case 'namespace':
      return (
        resolveInNamespace(context, receiver.name, name, span) ?? unknown(context, `${receiver.name}.${name}`, span)
      );
    case 'fields': {
      const token = bindToken(context, receiver.object, name, span);
      return token ? { kind: 'value', expression: token } : unknown(context, name, span);
    }
  }
}

function superField(context: BodyContext, { name, span }: FieldAccessExpression): Qualifier {
  const base = context.owner.superType ?? ERROR_TYPE;
  const member = findField(context.program, base, name.name);
  if (member?.kind !== 'user' || context.isStatic) return unknown(context, name.name, span);
  const receiver: BoundExpression = { kind: 'this', type: base, span };
  return {
    kind: 'value',
    expression: readUserField(context, member.field, { receiver, isSuper: true, isNullSafe: false, span })
  };
}

function resolveInType(
  context: BodyContext,
  qualifier: Qualifier & { kind: 'type' },
  name: string,
  span: SourceSpan
): Qualifier {
  const { program } = context;
  if (isErrorType(qualifier.type)) return { kind: 'value', expression: errorExpression(span) };
  const bound = bindStaticMember(context, qualifier.type, name, span);
  if (bound) return { kind: 'value', expression: bound };
  if (qualifier.type.kind === 'sobject' && name.toLowerCase() === 'fields')
    return { kind: 'fields', object: qualifier.type.name, name, span };
  const symbol = program.symbolOf(qualifier.type);
  const inner = symbol && findInner(program, symbol, name);
  if (inner && !isTypeVisible(inner, context.owner)) report(context, 2008, `Type is not visible: ${inner.name}`, span);
  if (inner) return { kind: 'type', type: inner.type, name, span };
  if (!symbol) {
    const nested =
      resolveInNamespace(
        context,
        qualifier.type.kind === 'platform' ? qualifier.type.name : qualifier.name,
        name,
        span
      ) ?? resolveInNamespace(context, qualifier.name, name, span);
    if (nested) return nested;
  }
  const message =
    qualifier.type.kind === 'sobject'
      ? `Field does not exist: ${name} on ${messageName(qualifier.type)}`
      : `Variable does not exist: ${name}`;
  report(context, 2002, message, span);
  return { kind: 'value', expression: errorExpression(span) };
}

function resolveInNamespace(
  context: BodyContext,
  namespace: string,
  name: string,
  span: SourceSpan
): Qualifier | undefined {
  const info = context.program.environment.platformTypes.find(`${namespace}.${name}`);
  if (info) return { kind: 'type', type: platformType(info), name, span };
  const type = context.program.environment.platformTypes.isNamespace(namespace)
    ? lookupType(context.program, [namespace, name], null)
    : undefined;
  return type && { kind: 'type', type, name, span };
}

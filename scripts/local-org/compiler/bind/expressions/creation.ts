/** `new`: objects of the source, of the platform, records and collections. */
import type { Expression, Identifier, NewExpression, SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { PlatformMethodInfo } from '../../types/platform-types';
import { INTEGER, STRING, typeName, type ApexType } from '../../types';
import { requireAccess } from '../access';
import { report, type BodyContext } from '../context';
import { coerce, errorExpression, tryCoerce } from '../conversions';
import { findObjectMember } from '../object-members';
import { chooseOverload } from '../overloads';
import { requireImplemented } from '../platform-use';
import { resolveReference } from '../resolve-reference';
import { argumentsOf } from '../symbols/program';
import type { TypeSymbol } from '../symbols/symbols';
import { requireWritable } from '../writable-fields';
import { isErrorType } from '../types/error-type';
import { isException } from '../types/relations';
import { substitute, typeArguments } from '../types/substitute';
import { argumentText, argumentTypes, bindArguments, convertArguments, hasErrorArgument } from './arguments';
import { bindAs, bindExpression } from './bind-expression';
import { checkInitializer } from './collection-initializer';
import { messageName } from '../types/message-name';

export function bindNew(context: BodyContext, expression: NewExpression): BoundExpression {
  const { creation, span } = expression;
  const type = resolveReference(context, expression.type);
  switch (creation.kind) {
    case 'arguments':
      return construct(context, type, creation.arguments, span);
    case 'fields':
      return constructRecord(context, type, creation.fields, span);
    case 'size':
      return { kind: 'newArray', size: bindAs(context, creation.size, INTEGER), type, span };
    case 'elements':
      return constructCollection(context, type, creation.elements, span);
    case 'entries':
      return constructMap(context, type, creation.entries, span);
  }
}

function construct(
  context: BodyContext,
  type: ApexType,
  given: readonly Expression[],
  span: SourceSpan
): BoundExpression {
  if (isErrorType(type)) {
    bindArguments(context, given);
    return { ...errorExpression(span), type };
  }
  if (type.kind === 'sobject' && type.name !== 'SObject' && given.length === 0)
    return { kind: 'newSObject', object: type.name, fields: [], type, span };
  if (given.length === 0 && (type.kind === 'list' || type.kind === 'set'))
    return { kind: 'newCollection', elements: [], type, span };
  if (given.length === 0 && type.kind === 'map') return { kind: 'newMap', entries: [], type, span };
  const args = bindArguments(context, given);
  const symbol = context.program.symbolOf(type);
  return symbol ? constructUser(context, symbol, args, span) : constructPlatform(context, type, args, span);
}

function constructUser(
  context: BodyContext,
  symbol: TypeSymbol,
  given: readonly BoundExpression[],
  span: SourceSpan
): BoundExpression {
  const { type } = symbol;
  if (symbol.isAbstract || symbol.kind !== 'class') {
    report(
      context,
      2013,
      symbol.kind === 'class'
        ? `Abstract classes cannot be constructed: ${symbol.name}`
        : `Type cannot be constructed: ${symbol.name}`,
      span
    );
    return { ...errorExpression(span), type };
  }
  const found = chooseOverload(context.program, symbol.constructors, argumentTypes(given));
  if (found.kind !== 'found') return unknownConstructor(context, type, given, found.kind === 'ambiguous', span);
  const { candidate } = found;
  requireAccess(
    context,
    candidate,
    'Method',
    `void ${symbol.name}.<init>(${candidate.parameters.map(messageName).join(', ')})`,
    span
  );
  return {
    kind: 'newUser',
    className: symbol.name,
    key: candidate.key,
    arguments: convertArguments(context, given, candidate.parameters),
    type,
    span
  };
}

function unknownConstructor(
  context: BodyContext,
  type: ApexType,
  given: readonly BoundExpression[],
  isAmbiguous: boolean,
  span: SourceSpan
): BoundExpression {
  if (!hasErrorArgument(given)) {
    if (isAmbiguous)
      report(context, 2004, `Ambiguous method signature: void <Constructor>(${argumentText(given)})`, span);
    else
      report(
        context,
        2013,
        `Constructor not defined: [${messageName(type)}].<Constructor>(${argumentText(given)})`,
        span
      );
  }
  return { ...errorExpression(span), type };
}

const EXCEPTION: ApexType = { kind: 'platform', name: 'System.Exception', arguments: [] };

/** Every exception of the platform can be made in four ways; the stubs do not say so. */
const EXCEPTION_CONSTRUCTORS: readonly PlatformMethodInfo[] = [[], [STRING], [EXCEPTION], [STRING, EXCEPTION]].map(
  (parameters) => ({
    name: '',
    isStatic: false,
    parameters,
    returnType: EXCEPTION,
    signature: `(${parameters.map(typeName).join(',')})`
  })
);

function constructPlatform(
  context: BodyContext,
  type: ApexType,
  given: readonly BoundExpression[],
  span: SourceSpan
): BoundExpression {
  const info = context.program.platformInfoOf(type);
  const isThrowable = isException(context.program, type);
  if (
    !info ||
    info.kind !== 'class' ||
    type.kind === 'sobject' ||
    type.kind === 'primitive' ||
    (isThrowable && info.name === 'System.Exception')
  ) {
    report(context, 2013, `Type cannot be constructed: ${messageName(type)}`, span);
    return { ...errorExpression(span), type };
  }
  if (!checkInitializer(context, type, given, span)) return { ...errorExpression(span), type };
  const bindings = typeArguments(info.typeParameters, argumentsOf(type));
  const declared = isThrowable ? EXCEPTION_CONSTRUCTORS : info.constructors;
  const candidates = declared.map((method) => ({
    method,
    parameters: method.parameters.map((parameter) => substitute(parameter, bindings))
  }));
  const found = chooseOverload(context.program, candidates, argumentTypes(given));
  if (found.kind !== 'found') return unknownConstructor(context, type, given, found.kind === 'ambiguous', span);
  const { signature } = found.candidate.method;
  if (!isThrowable) requireImplemented(context, info.name, 'constructor', signature, span);
  return {
    kind: 'newPlatform',
    typeName: info.name,
    signature,
    arguments: convertArguments(context, given, found.candidate.parameters),
    typeArguments: argumentsOf(type),
    type,
    span
  };
}

type FieldValue = { readonly name: Identifier; readonly value: Expression };

function constructRecord(
  context: BodyContext,
  type: ApexType,
  given: readonly FieldValue[],
  span: SourceSpan
): BoundExpression {
  if (type.kind !== 'sobject') {
    for (const { value } of given) bindExpression(context, value);
    if (!isErrorType(type))
      report(context, 2013, `Type cannot be constructed with named fields: ${messageName(type)}`, span);
    return { ...errorExpression(span), type };
  }
  const fields = given.flatMap(({ name, value }) => {
    const member = findObjectMember(context.program.environment.schema, type.name, name.name);
    if (!member || member.kind === 'children') {
      bindExpression(context, value);
      report(context, 3002, `Field does not exist: ${name.name} on ${type.name}`, name.span);
      return [];
    }
    requireWritable(context, type.name, member.name, name.span);
    return [
      { field: member.name, isParent: member.kind === 'parent', value: bindFieldValue(context, value, member.type) }
    ];
  });
  return { kind: 'newSObject', object: type.name, fields, type, span };
}

/** A polymorphic parent takes a record of any object. */
function bindFieldValue(context: BodyContext, value: Expression, type: ApexType): BoundExpression {
  const bound = bindExpression(context, value, type);
  const isPolymorphic = type.kind === 'sobject' && type.name === 'Name' && bound.type.kind === 'sobject';
  return isPolymorphic ? bound : coerce(context, bound, type);
}

function constructCollection(
  context: BodyContext,
  type: ApexType,
  elements: readonly Expression[],
  span: SourceSpan
): BoundExpression {
  if (type.kind === 'list' || type.kind === 'set') {
    const wrong = (from: ApexType) =>
      `Initial expression is of incorrect type, expected: ${messageName(type.element)} but was: ${messageName(from)}`;
    return {
      kind: 'newCollection',
      elements: elements.map((element) => bindElement(context, element, type.element, wrong)),
      type,
      span
    };
  }
  if (type.kind === 'map' && elements.length === 0) return { kind: 'newMap', entries: [], type, span };
  for (const element of elements) bindExpression(context, element);
  if (!isErrorType(type))
    report(context, 2013, `Type cannot be constructed with a list of elements: ${messageName(type)}`, span);
  return { ...errorExpression(span), type };
}

/** Converts one element, or reports it in the words for its place. */
function bindElement(
  context: BodyContext,
  element: Expression,
  type: ApexType,
  message: (from: ApexType) => string
): BoundExpression {
  const bound = bindExpression(context, element, type);
  const converted = tryCoerce(context, bound, type);
  if (converted) return converted;
  report(context, 2005, message(bound.type), element.span);
  return errorExpression(element.span);
}

type Entry = { readonly key: Expression; readonly value: Expression };

function constructMap(
  context: BodyContext,
  type: ApexType,
  entries: readonly Entry[],
  span: SourceSpan
): BoundExpression {
  if (type.kind === 'map') {
    const wrongKey = (from: ApexType) => `Invalid key type ${messageName(from)} for ${messageName(type.key)}`;
    const wrongValue = (from: ApexType) => `Invalid value type ${messageName(from)} for ${messageName(type.value)}`;
    const bound = entries.map(({ key, value }) => ({
      key: bindElement(context, key, type.key, wrongKey),
      value: bindElement(context, value, type.value, wrongValue)
    }));
    return { kind: 'newMap', entries: bound, type, span };
  }
  if (!isErrorType(type))
    report(context, 2013, `Type cannot be constructed with key and value pairs: ${messageName(type)}`, span);
  return { ...errorExpression(span), type };
}

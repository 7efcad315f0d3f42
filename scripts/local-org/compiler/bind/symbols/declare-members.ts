/** Declares fields, properties, methods and constructors of one type. */
import type {
  ConstructorDeclaration,
  FieldDeclaration,
  MemberDeclaration,
  MethodDeclaration,
  Modifiers,
  PropertyDeclaration,
  TypeReference
} from '../../ast';
import { methodKey, STRING, VOID, type ApexType } from '../../types';
import { resolveType } from '../types/type-lookup';
import type { Report } from './declare';
import { accessOf, annotationsOf, hasAnnotation } from './modifiers';
import type { ProgramSymbols } from './program';
import type {
  Access,
  AccessorSymbol,
  ConstructorSymbol,
  FieldSymbol,
  MethodSymbol,
  PropertySymbol,
  TypeSymbol
} from './symbols';
import { messageName } from '../types/message-name';

interface Declaring {
  readonly owner: TypeSymbol;
  readonly report: Report;
  resolve(reference: TypeReference): ApexType;
}

export function declareMembers(
  program: ProgramSymbols,
  owner: TypeSymbol,
  members: readonly MemberDeclaration[],
  report: Report
): void {
  const declaring: Declaring = {
    owner,
    report,
    resolve: (reference) =>
      resolveType(program, reference, owner, (number, message, at) => report(number, message, at.span))
  };
  for (const member of members) declareMember(declaring, member);
}

function declareMember(declaring: Declaring, member: MemberDeclaration): void {
  switch (member.kind) {
    case 'field':
      return declareField(declaring, member);
    case 'property':
      return declareProperty(declaring, member);
    case 'method':
      return declareMethod(declaring, member);
    case 'constructor':
      return declareConstructor(declaring, member);
    case 'initializer':
      declaring.owner.initializers.push({ kind: 'block', declaration: member, isStatic: member.isStatic });
      return;
    default:
      return;
  }
}

function common(declaring: Declaring, modifiers: Modifiers, fallback: Access) {
  const annotations = annotationsOf(modifiers);
  return {
    owner: declaring.owner,
    annotations,
    modifiers,
    access: accessOf(modifiers, fallback),
    isTestVisible: hasAnnotation(annotations, 'testvisible')
  };
}

function declareField(declaring: Declaring, declaration: FieldDeclaration): void {
  const { owner } = declaring;
  const field = fieldSymbol(declaring, declaration, null);
  addField(declaring, field);
  if (declaration.initializer)
    owner.initializers.push({ kind: 'field', field, value: declaration.initializer, isStatic: field.isStatic });
}

function declareProperty(declaring: Declaring, declaration: PropertyDeclaration): void {
  const access = accessOf(declaration.modifiers, 'private');
  const accessor = (of: PropertyDeclaration['getter']): AccessorSymbol | null =>
    of && { access: accessOf(of.modifiers, access), declaration: of };
  const property: PropertySymbol = { getter: accessor(declaration.getter), setter: accessor(declaration.setter) };
  addField(declaring, fieldSymbol(declaring, declaration, property));
}

function fieldSymbol(
  declaring: Declaring,
  declaration: FieldDeclaration | PropertyDeclaration,
  property: PropertySymbol | null
): FieldSymbol {
  const { names } = declaration.modifiers;
  return {
    ...common(declaring, declaration.modifiers, 'private'),
    name: declaration.name.name,
    type: declaring.resolve(declaration.type),
    isStatic: names.has('static') || declaring.owner.declaration === null,
    isFinal: names.has('final'),
    isTransient: names.has('transient'),
    property,
    declaration,
    span: declaration.name.span
  };
}

function addField(declaring: Declaring, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  if (declaring.owner.fields.has(key)) declaring.report(2006, `Duplicate field: ${field.name}`, field.span);
  else declaring.owner.fields.set(key, field);
}

function declareMethod(declaring: Declaring, declaration: MethodDeclaration): void {
  const { owner } = declaring;
  const { names } = declaration.modifiers;
  const isInterface = owner.kind === 'interface';
  const parameters = declaration.parameters.map((parameter) => declaring.resolve(parameter.type));
  const method: MethodSymbol = {
    ...common(declaring, declaration.modifiers, isInterface ? owner.access : 'private'),
    name: declaration.name.name,
    key: methodKey(declaration.name.name, parameters),
    parameters,
    returnType: declaration.returnType ? declaring.resolve(declaration.returnType) : VOID,
    isStatic: names.has('static') || names.has('testmethod') || names.has('webservice') || owner.declaration === null,
    isAbstract: isInterface || names.has('abstract'),
    isVirtual: isInterface || names.has('virtual') || names.has('abstract') || names.has('override'),
    isOverride: names.has('override'),
    declaration,
    span: declaration.name.span
  };
  const key = method.name.toLowerCase();
  const overloads = owner.methods.get(key) ?? [];
  if (overloads.some((other) => other.key === method.key)) {
    declaring.report(
      2006,
      `Method already defined: ${method.name} ${messageName(method.returnType)} ${owner.name}.${method.name}(${parameters.map(messageName).join(', ')}) from the type ${owner.name}`,
      method.span
    );
    return;
  }
  owner.methods.set(key, [...overloads, method]);
}

function declareConstructor(declaring: Declaring, declaration: ConstructorDeclaration): void {
  const { owner } = declaring;
  const parameters = declaration.parameters.map((parameter) => declaring.resolve(parameter.type));
  const key = methodKey('', parameters);
  if (declaration.name.name.toLowerCase() !== owner.simpleName.toLowerCase()) {
    declaring.report(2013, `Invalid constructor name: ${declaration.name.name}`, declaration.name.span);
    return;
  }
  if (owner.constructors.some((other) => other.key === key)) {
    declaring.report(
      2006,
      `Constructor already defined: ${owner.name}(${parameters.map(messageName).join(', ')})`,
      declaration.name.span
    );
    return;
  }
  owner.constructors.push({
    ...common(declaring, declaration.modifiers, 'private'),
    key,
    parameters,
    declaration,
    span: declaration.name.span
  });
}

/** The default constructor of a class without one, and the four constructors that every exception class has. */
export function declareImpliedConstructors(owner: TypeSymbol, isException: boolean): void {
  const exception: ApexType = { kind: 'platform', name: 'System.Exception', arguments: [] };
  const implied: readonly (readonly ApexType[])[] = isException
    ? [[], [STRING], [exception], [STRING, exception]]
    : owner.constructors.length === 0
      ? [[]]
      : [];
  for (const parameters of implied) {
    const key = methodKey('', parameters);
    if (!owner.constructors.some((other) => other.key === key))
      owner.constructors.push(impliedConstructor(owner, key, parameters));
  }
}

function impliedConstructor(owner: TypeSymbol, key: string, parameters: readonly ApexType[]): ConstructorSymbol {
  return {
    owner,
    key,
    parameters,
    access: 'public',
    isTestVisible: false,
    annotations: [],
    modifiers: null,
    declaration: null,
    span: owner.span
  };
}

import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  PropertyDeclarationContext,
  TypeDeclarationContext
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  MemberDeclaration,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration
} from '../ast';
import { lowerExpression } from './expressions';
import { lowerModifiers } from './modifiers';
import { methodName, variableName } from './reserved';
import type { ParseScope } from './scope';
import { identifier, spanOf } from './span';
import { lowerBlock } from './statements';
import { lowerType } from './types';

/** The one type of a class file; null after a syntax error that left none. */
export function lowerTypeDeclaration(context: TypeDeclarationContext, scope: ParseScope): TypeDeclaration | null {
  const modifiers = lowerModifiers(context.modifier_list(), scope);
  if (context.classDeclaration()) return lowerClass(context.classDeclaration(), modifiers, scope);
  if (context.interfaceDeclaration()) return lowerInterface(context.interfaceDeclaration(), modifiers, scope);
  if (context.enumDeclaration()) return lowerEnum(context.enumDeclaration(), modifiers);
  return null;
}

function lowerClass(context: ClassDeclarationContext, modifiers: Modifiers, scope: ParseScope): ClassDeclaration {
  return {
    kind: 'class',
    span: spanOf(context),
    name: identifier(context.id()),
    modifiers,
    superType: context.typeRef() ? lowerType(context.typeRef()) : null,
    interfaces: context.typeList()?.typeRef_list().map(lowerType) ?? [],
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((item) => lowerBodyDeclaration(item, scope))
  };
}

function lowerInterface(
  context: InterfaceDeclarationContext,
  modifiers: Modifiers,
  scope: ParseScope
): InterfaceDeclaration {
  return {
    kind: 'interface',
    span: spanOf(context),
    name: identifier(context.id()),
    modifiers,
    extended: context.typeList()?.typeRef_list().map(lowerType) ?? [],
    methods: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => ({
        kind: 'method',
        span: spanOf(method),
        name: methodName(method.id(), scope),
        modifiers: lowerModifiers(method.modifier_list(), scope),
        returnType: method.typeRef() ? lowerType(method.typeRef()) : null,
        parameters: lowerParameters(method.formalParameters(), scope),
        body: null
      }))
  };
}

function lowerEnum(context: EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  const constants = context.enumConstants()?.id_list().map(identifier) ?? [];
  return { kind: 'enum', span: spanOf(context), name: identifier(context.id()), modifiers, constants };
}

function lowerBodyDeclaration(context: ClassBodyDeclarationContext, scope: ParseScope): MemberDeclaration[] {
  const block = context.block();
  if (block)
    return [
      {
        kind: 'initializer',
        span: spanOf(context),
        isStatic: Boolean(context.STATIC()),
        body: lowerBlock(block, scope)
      }
    ];
  const member = context.memberDeclaration();
  return member ? lowerMember(member, context.modifier_list(), scope) : [];
}

/** A member with its modifiers; a field declaration gives one field for each declarator. */
export function lowerMember(
  context: MemberDeclarationContext,
  modifierContexts: readonly ModifierContext[],
  scope: ParseScope
): MemberDeclaration[] {
  const modifiers = lowerModifiers(modifierContexts, scope);
  if (context.methodDeclaration()) return [lowerMethod(context.methodDeclaration(), modifiers, scope)];
  if (context.fieldDeclaration()) return lowerFields(context.fieldDeclaration(), modifiers, scope);
  if (context.propertyDeclaration()) return [lowerProperty(context.propertyDeclaration(), modifiers, scope)];
  // Only members of classes can be constructors: triggers and anonymous blocks have no such alternative.
  const constructorContext =
    'constructorDeclaration' in context
      ? (context as { constructorDeclaration(): ConstructorDeclarationContext | null }).constructorDeclaration()
      : null;
  if (constructorContext) return [lowerConstructor(constructorContext, modifiers, scope)];
  if (context.classDeclaration()) return [lowerClass(context.classDeclaration(), modifiers, scope)];
  if (context.interfaceDeclaration()) return [lowerInterface(context.interfaceDeclaration(), modifiers, scope)];
  if (context.enumDeclaration()) return [lowerEnum(context.enumDeclaration(), modifiers)];
  return [];
}

function lowerMethod(context: MethodDeclarationContext, modifiers: Modifiers, scope: ParseScope): MethodDeclaration {
  return {
    kind: 'method',
    span: spanOf(context),
    name: methodName(context.id(), scope),
    modifiers,
    returnType: context.typeRef() ? lowerType(context.typeRef()) : null,
    parameters: lowerParameters(context.formalParameters(), scope),
    body: context.block() ? lowerBlock(context.block(), scope) : null
  };
}

function lowerConstructor(
  context: ConstructorDeclarationContext,
  modifiers: Modifiers,
  scope: ParseScope
): ConstructorDeclaration {
  return {
    kind: 'constructor',
    span: spanOf(context),
    name: identifier(context.qualifiedName()),
    modifiers,
    parameters: lowerParameters(context.formalParameters(), scope),
    body: lowerBlock(context.block(), scope)
  };
}

function lowerParameters(context: FormalParametersContext, scope: ParseScope): Parameter[] {
  return (context.formalParameterList()?.formalParameter_list() ?? []).map((parameter) => ({
    span: spanOf(parameter),
    name: variableName(parameter.id(), scope),
    modifiers: lowerModifiers(parameter.modifier_list(), scope),
    type: lowerType(parameter.typeRef())
  }));
}

function lowerFields(context: FieldDeclarationContext, modifiers: Modifiers, scope: ParseScope): FieldDeclaration[] {
  const type = lowerType(context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((declarator) => ({
      kind: 'field',
      span: spanOf(declarator),
      name: variableName(declarator.id(), scope),
      modifiers,
      type,
      initializer: declarator.expression() ? lowerExpression(declarator.expression(), scope) : null
    }));
}

function lowerProperty(
  context: PropertyDeclarationContext,
  modifiers: Modifiers,
  scope: ParseScope
): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  for (const block of context.propertyBlock_list()) {
    const accessor = block.getter() ?? block.setter();
    const lowered: Accessor = {
      span: spanOf(block),
      modifiers: lowerModifiers(block.modifier_list(), scope),
      body: accessor.block() ? lowerBlock(accessor.block(), scope) : null
    };
    if (block.getter()) getter = lowered;
    else setter = lowered;
  }
  return {
    kind: 'property',
    span: spanOf(context),
    name: variableName(context.id(), scope),
    modifiers,
    type: lowerType(context.typeRef()),
    getter,
    setter
  };
}

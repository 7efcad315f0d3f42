/** Binds one declared type with the bodies of its members. */
import type { Parameter } from '../../ast';
import type {
  BoundConstructor,
  BoundField,
  BoundInitializer,
  BoundMethod,
  BoundProperty,
  BoundType,
  BoundVariable
} from '../../bound';
import type { Diagnostic } from '../../diagnostics';
import type { ApexType } from '../../types';
import { declareVariable, Scope, type BodyContext } from '../context';
import { bindAs } from '../expressions/bind-expression';
import { bindStatementsIn, bindBlock } from '../statements/bind-statement';
import { hasAnnotation } from '../symbols/modifiers';
import type { ProgramSymbols } from '../symbols/program';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../symbols/symbols';
import { bodyContext } from './body-context';
import { bridgesOf } from './bridges';
import { checkType } from './check-type';
import { bindConstructor } from './constructors';
import { checkReturns } from './flow';

export function bindType(
  program: ProgramSymbols,
  symbol: TypeSymbol,
  diagnostics: Diagnostic[],
  triggerObject: string | null = null
): BoundType {
  const context = bodyContext(program, symbol, diagnostics, { triggerObject });
  checkType(context, symbol);
  const fields = [...symbol.fields.values()];
  const methods = [...symbol.methods.values()].flat();
  return {
    kind: symbol.kind,
    name: symbol.name,
    outerName: symbol.outer?.name ?? null,
    superType: symbol.superType,
    interfaces: symbol.interfaces,
    sharing: symbol.sharing,
    isAbstract: symbol.isAbstract,
    isTest: symbol.isTest,
    access: symbol.access === 'protected' ? 'private' : symbol.access,
    annotations: symbol.annotations,
    fields: fields.filter((field) => !field.property).map(boundField),
    properties: fields.filter((field) => field.property).map((field) => bindProperty(context, field)),
    staticInitializers: bindInitializers(context, symbol, true),
    instanceInitializers: bindInitializers(context, symbol, false),
    constructors: symbol.constructors.map((constructor): BoundConstructor =>
      bindConstructor(freshContext(context, { isStatic: false, isInitializing: true }), constructor)
    ),
    methods: methods.map((method) => bindMethod(context, method)),
    bridges: bridgesOf(program, symbol),
    enumConstants: symbol.enumConstants,
    span: symbol.span
  };
}

/** The same class with no variables yet. */
function freshContext(context: BodyContext, parts: Partial<BodyContext>): BodyContext {
  return { ...context, scope: new Scope(null), jsNames: new Set(), ...parts };
}

function boundField(field: FieldSymbol): BoundField {
  const { name, type, isStatic, isFinal, isTransient, access, annotations, span } = field;
  return { name, type, isStatic, isFinal, isTransient, access, annotations, span };
}

function bindProperty(context: BodyContext, field: FieldSymbol): BoundProperty {
  const getter = field.property?.getter ?? null;
  const setter = field.property?.setter ?? null;
  const inGetter = freshContext(context, { isStatic: field.isStatic, returnType: field.type, accessorOf: field });
  const inSetter = freshContext(context, { isStatic: field.isStatic, accessorOf: field });
  const value = setter && declareVariable(inSetter, 'value', field.type, setter.declaration.span);
  const getterBody = getter?.declaration.body ?? null;
  if (getterBody) checkReturns(inGetter, getterBody);
  return {
    ...boundField(field),
    getter: getter && { body: getterBody && bindBlock(inGetter, getterBody), span: getter.declaration.span },
    setter: setter &&
      value && {
        body: setter.declaration.body && bindBlock(inSetter, setter.declaration.body),
        value,
        span: setter.declaration.span
      }
  };
}

function bindInitializers(context: BodyContext, symbol: TypeSymbol, isStatic: boolean): readonly BoundInitializer[] {
  return symbol.initializers
    .filter((item) => item.isStatic === isStatic)
    .map((item): BoundInitializer => {
      const { start } = item.kind === 'block' ? item.declaration.span : item.field.declaration.span;
      const inside = freshContext(context, { isStatic, isInitializing: true, initializerStart: start });
      if (item.kind === 'block') return { kind: 'block', body: bindBlock(inside, item.declaration.body) };
      return {
        kind: 'field',
        field: item.field.name,
        value: bindAs(inside, item.value, item.field.type),
        span: item.field.declaration.span
      };
    });
}

/** Declares parameters in the order of the source. */
export function bindParameters(
  context: BodyContext,
  declared: readonly Parameter[],
  types: readonly ApexType[]
): readonly BoundVariable[] {
  return declared.map((parameter, index) =>
    declareVariable(context, parameter.name.name, types[index] ?? context.returnType, parameter.name.span)
  );
}

function bindMethod(context: BodyContext, method: MethodSymbol): BoundMethod {
  const { declaration } = method;
  const inside = freshContext(context, { isStatic: method.isStatic, returnType: method.returnType });
  const parameters = bindParameters(inside, declaration.parameters, method.parameters);
  if (declaration.body) checkReturns(inside, declaration.body);
  return {
    name: method.name,
    key: method.key,
    isStatic: method.isStatic,
    isAbstract: method.isAbstract,
    isOverride: method.isOverride,
    isTestMethod: hasAnnotation(method.annotations, 'istest') || (method.modifiers?.names.has('testmethod') ?? false),
    access: method.access,
    parameters,
    returnType: method.returnType,
    body: declaration.body && bindStatementsIn(inside, declaration.body),
    annotations: method.annotations,
    span: declaration.span
  };
}

/** What a compiled type says of itself at run time. */
import type { Access, RuntimeField, RuntimeMethod, RuntimeParameter, TypeDescription } from '../../runtime/type-info';
import type { BoundField, BoundMethod, BoundProperty, BoundType, BoundVariable } from '../bound';
import { typeName } from '../types';

export function describeType(type: BoundType): TypeDescription {
  return {
    kind: type.kind,
    name: type.name,
    outerName: type.outerName,
    superName: type.superType && typeName(type.superType),
    interfaces: type.interfaces.map(typeName),
    sharing: type.sharing,
    isAbstract: type.isAbstract,
    isTest: type.isTest,
    access: type.access,
    annotations: type.annotations,
    constructors: type.constructors.map(({ key, parameters }) => ({
      key,
      parameters: parameters.map(describeParameter)
    })),
    methods: type.methods.map(describeMethod),
    fields: describeFields(type),
    enumConstants: type.enumConstants,
    line: type.span.line
  };
}

function describeParameter(parameter: BoundVariable): RuntimeParameter {
  return { name: parameter.name, type: typeName(parameter.type) };
}

function describeMethod(method: BoundMethod): RuntimeMethod {
  const { name, key, isStatic, isAbstract, isTestMethod, annotations } = method;
  return {
    name,
    key,
    isStatic,
    isAbstract,
    isTestMethod,
    annotations,
    access: method.access as Access,
    parameters: method.parameters.map(describeParameter),
    returnType: typeName(method.returnType),
    line: method.span.line
  };
}

function describeFields(type: BoundType): RuntimeField[] {
  const fields = type.fields.map((field) => ({ field, info: describeField(field) }));
  const properties = type.properties.map((property) => ({
    field: property as BoundField,
    info: describeProperty(property)
  }));
  const inOrder = [...fields, ...properties].sort((a, b) => a.field.span.start - b.field.span.start);
  return inOrder.map(({ info }) => info);
}

function describeField(field: BoundField): RuntimeField {
  return { ...common(field), isProperty: false, isStored: true, canRead: true, canWrite: true };
}

function describeProperty(property: BoundProperty): RuntimeField {
  const isStored = (property.getter?.body ?? null) === null && (property.setter?.body ?? null) === null;
  return {
    ...common(property),
    isProperty: true,
    isStored,
    canRead: property.getter !== null,
    canWrite: property.setter !== null
  };
}

function common(field: BoundField): Omit<RuntimeField, 'isProperty' | 'isStored' | 'canRead' | 'canWrite'> {
  const { name, isStatic, isFinal, isTransient, access, annotations } = field;
  return { name, type: typeName(field.type), isStatic, isFinal, isTransient, access, annotations };
}

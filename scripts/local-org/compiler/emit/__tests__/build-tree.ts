/** Builds small bound trees by hand, for tests of single nodes. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression, BoundMethod, BoundStatement, BoundType, BoundUnit, BoundVariable } from '../../bound';
import { INTEGER, methodKey, NULL, OBJECT, STRING } from '../../types';
import type { ApexType } from '../../types';

/** A span of one line. */
export function at(line: number): SourceSpan {
  return { line, column: 4, endLine: line, endColumn: 40, start: line * 100, end: line * 100 + 36 };
}

const span = at(1);

export const integer = (value: number): BoundExpression => ({
  kind: 'literal',
  literal: { type: 'integer', value },
  type: INTEGER,
  span
});
export const string = (value: string): BoundExpression => ({
  kind: 'literal',
  literal: { type: 'string', value },
  type: STRING,
  span
});
export const nothing = (type: ApexType = NULL): BoundExpression => ({
  kind: 'literal',
  literal: { type: 'null' },
  type,
  span
});
export const variable = (name: string, type: ApexType): BoundVariable => ({ name, jsName: name, type });
export const read = (local: BoundVariable): BoundExpression => ({
  kind: 'local',
  variable: local,
  type: local.type,
  span
});

export function arithmetic(
  operator: '+' | '-' | '*' | '/',
  left: BoundExpression,
  right: BoundExpression
): BoundExpression {
  return { kind: 'arithmetic', operator, numeric: 'integer', left, right, type: INTEGER, span };
}

export function block(...statements: BoundStatement[]): BoundStatement {
  return { kind: 'block', statements, span };
}

export function giveBack(value: BoundExpression, line = 1): BoundStatement {
  return { kind: 'return', value, span: at(line) };
}

export function method(
  name: string,
  parameters: readonly BoundVariable[],
  body: BoundStatement,
  parts: Partial<BoundMethod> = {}
): BoundMethod {
  return {
    name,
    key: methodKey(
      name,
      parameters.map((parameter) => parameter.type)
    ),
    isStatic: true,
    isAbstract: false,
    isOverride: false,
    isTestMethod: false,
    access: 'public',
    parameters,
    returnType: OBJECT,
    body,
    annotations: [],
    span: { ...at(1), endLine: 99 },
    ...parts
  };
}

export function classType(name: string, parts: Partial<BoundType> = {}): BoundType {
  return {
    kind: 'class',
    name,
    outerName: null,
    superType: null,
    interfaces: [],
    sharing: 'none',
    isAbstract: false,
    isTest: false,
    access: 'public',
    annotations: [],
    fields: [],
    properties: [],
    staticInitializers: [],
    instanceInitializers: [],
    constructors: [{ key: '()', parameters: [], delegation: null, body: block(), span }],
    methods: [],
    bridges: [],
    enumConstants: [],
    span,
    ...parts
  };
}

export function unit(...types: BoundType[]): BoundUnit {
  return { path: `${types[0]?.name ?? 'Unit'}.cls`, types, trigger: null, anonymous: null };
}

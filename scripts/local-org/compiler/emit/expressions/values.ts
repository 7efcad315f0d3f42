/** Literals and tokens: expressions that compute nothing. */
import { typeName } from '../../types';
import { quote } from '../unit-context';
import type { UnitContext } from '../unit-context';
import type { LiteralValue } from '../../ast';
import type { Emitters } from './table';

type ValueKind =
  | 'literal'
  | 'this'
  | 'placeholder'
  | 'enumConstant'
  | 'label'
  | 'objectToken'
  | 'fieldToken'
  | 'objectDescribe'
  | 'fieldDescribe'
  | 'fieldSetDescribe'
  | 'classLiteral';

export const valueEmitters: Emitters<ValueKind> = {
  literal: (node, emit) => literal(node.literal, emit.unit),
  this: () => 'this',
  placeholder: (_node, emit) => emit.placeholderCode,
  enumConstant: (node, emit) =>
    node.isPlatform
      ? emit.unit.constant('E', `$.platformConstant(${quote(node.typeName)}, ${quote(node.name)})`)
      : `${emit.unit.cell(node.typeName)}.constants[${quote(node.name.toLowerCase())}]`,
  label: (node) => `$.label(${quote(node.name)})`,
  objectToken: (node) => `$.objectToken(${quote(node.object)})`,
  fieldToken: (node) => `$.fieldToken(${quote(node.object)}, ${quote(node.field)})`,
  objectDescribe: (node) => `$.objectDescribe(${quote(node.object)})`,
  fieldDescribe: (node) => `$.fieldDescribe(${quote(node.object)}, ${quote(node.field)})`,
  fieldSetDescribe: (node) => `$.fieldSetDescribe(${quote(node.object)}, ${quote(node.fieldSet)})`,
  classLiteral: (node, emit) => emit.unit.constant('Y', `$.typeToken(${quote(typeName(node.classType))})`)
};

function literal(value: LiteralValue, unit: UnitContext): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'integer':
      return value.value < 0 ? `(${value.value})` : String(value.value);
    case 'long':
      return value.value < 0n ? `(${value.value}n)` : `${value.value}n`;
    case 'decimal':
      return unit.constant('N', `${value.isDouble ? '$.doubleLiteral' : '$.decimalLiteral'}(${quote(value.text)})`);
    case 'string':
      return quote(value.value);
  }
}

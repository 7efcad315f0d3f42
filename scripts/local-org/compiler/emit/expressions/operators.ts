/** Operators: arithmetic, comparison, logic. */
import type { BoundExpression, ComparisonKind, NumericKind } from '../../bound';
import { mark } from '../marks';
import type { FunctionEmitter } from '../function-emitter';
import type { Emitters, NodeOf } from './table';

type OperatorKind =
  | 'not'
  | 'negate'
  | 'bitnot'
  | 'arithmetic'
  | 'bitwise'
  | 'concat'
  | 'dateAdd'
  | 'logical'
  | 'compare'
  | 'equals'
  | 'identity'
  | 'coalesce'
  | 'conditional';

export const operatorEmitters: Emitters<OperatorKind> = {
  not: (node, emit) => `!${emit.operand(node.operand)}`,
  negate: (node, emit) => negated(node.numeric, emit.operand(node.operand)),
  bitnot: (node, emit) =>
    node.numeric === 'integer'
      ? `(~${emit.operand(node.operand)})`
      : `BigInt.asIntN(64, ~${emit.operand(node.operand)})`,
  arithmetic: (node, emit) =>
    `${mark(node.span)}${arithmetic(node, emit.operand(node.left), emit.operand(node.right))}`,
  bitwise: (node, emit) => `${mark(node.span)}${bitwise(node, emit.operand(node.left), emit.operand(node.right))}`,
  concat: (node, emit) => `(${concatenation(node.parts, emit)})`,
  dateAdd: (node, emit) =>
    `${mark(node.span)}$.${node.on}Add(${emit.operand(node.left)}, ${emit.operand(node.right)}, ${node.operator}1)`,
  logical: (node, emit) => `(${emit.operand(node.left)} ${node.operator} ${emit.operand(node.right)})`,
  compare: (node, emit) => `${mark(node.span)}${comparison(node, emit)}`,
  equals: (node, emit) => equality(node, emit),
  identity: (node, emit) =>
    `(${emit.expression(node.left)} ${node.isNegated ? '!==' : '==='} ${emit.expression(node.right)})`,
  coalesce: (node, emit) => `(${emit.expression(node.left)} ?? ${emit.expression(node.right)})`,
  conditional: (node, emit) =>
    `(${emit.operand(node.condition)} ? ${emit.expression(node.whenTrue)} : ${emit.expression(node.whenFalse)})`
};

function negated(kind: NumericKind, operand: string): string {
  switch (kind) {
    case 'integer':
      return `(-${operand} | 0)`;
    case 'long':
      return `BigInt.asIntN(64, -${operand})`;
    case 'double':
      return `$.double(-${operand}.value)`;
    case 'decimal':
      return `${operand}.negate()`;
  }
}

const DECIMAL_METHOD = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

function arithmetic(node: NodeOf<'arithmetic'>, left: string, right: string): string {
  const { operator, numeric } = node;
  switch (numeric) {
    case 'integer':
      if (operator === '*') return `$imul(${left}, ${right})`;
      return operator === '/' ? `$integerDivide(${left}, ${right})` : `(${left} ${operator} ${right} | 0)`;
    case 'long':
      return operator === '/' ? `$.longDivide(${left}, ${right})` : `BigInt.asIntN(64, ${left} ${operator} ${right})`;
    case 'double':
      return operator === '/'
        ? `$.doubleDivide(${left}, ${right})`
        : `$.double(${left}.value ${operator} ${right}.value)`;
    case 'decimal':
      return `${left}.${DECIMAL_METHOD[operator]}(${right})`;
  }
}

const LONG_SHIFT = { '<<': 'longShiftLeft', '>>': 'longShiftRight', '>>>': 'longShiftRightUnsigned' } as const;

function bitwise(node: NodeOf<'bitwise'>, left: string, right: string): string {
  const { operator, on } = node;
  if (on === 'boolean') return `!!(${left} ${operator} ${right})`;
  if (operator === '&' || operator === '|' || operator === '^') return `(${left} ${operator} ${right})`;
  if (on === 'long') return `$.${LONG_SHIFT[operator]}(${left}, ${right})`;
  const count =
    node.right.type.kind === 'primitive' && node.right.type.name === 'Long' ? `Number(${right} & 31n)` : right;
  return operator === '>>>' ? `(${left} >>> ${count} | 0)` : `(${left} ${operator} ${count})`;
}

/** Types whose JavaScript text is their Apex text, null included. */
const PLAIN_TEXT = new Set(['String', 'Id', 'Integer', 'Long', 'Boolean']);

function concatenation(parts: readonly BoundExpression[], emit: FunctionEmitter): string {
  const texts = parts.map((part) => {
    const code = emit.expression(part);
    return part.type.kind === 'primitive' && PLAIN_TEXT.has(part.type.name) ? code : `$text(${code})`;
  });
  const first = parts[0];
  const isText = first?.kind === 'literal' && first.literal.type === 'string';
  return `${isText ? '' : '"" + '}${texts.join(' + ')}`;
}

const INTEGER_COMPARISON = { '<': '$less', '<=': '$lessOrEqual', '>': '$greater', '>=': '$greaterOrEqual' } as const;

/**
 * "If x or y equal null, the expression evaluates to false", and "a non-null String or ID value is always greater than
 * a null value" (Apex Developer Guide, operators). Comparing functions give NaN for null, so every comparison with it is
 * false.
 */
function comparison(node: NodeOf<'compare'>, emit: FunctionEmitter): string {
  const { operator } = node;
  const left = emit.expression(node.left);
  const right = emit.expression(node.right);
  switch (node.by) {
    case 'integer':
    case 'long':
      if (emit.isNonNull(node.left) && emit.isNonNull(node.right)) return `(${left} ${operator} ${right})`;
      return `${INTEGER_COMPARISON[operator]}(${left}, ${right})`;
    case 'string':
    case 'id':
      return `($compareStrings(${left}, ${right}) ${operator} 0)`;
    case 'double':
    case 'decimal':
    case 'date':
    case 'datetime':
    case 'time':
    case 'boolean':
    case 'object':
      return `($.compareValues(${left}, ${right}) ${operator} 0)`;
  }
}

const EQUALITY_FUNCTION: Readonly<Partial<Record<ComparisonKind, string>>> = {
  string: '$sameText',
  double: '$.sameDouble',
  decimal: '$.sameDecimal'
};

function equality(node: NodeOf<'equals'>, emit: FunctionEmitter): string {
  const left = emit.expression(node.left);
  const right = emit.expression(node.right);
  const isPlain =
    isNullLiteral(node.left) ||
    isNullLiteral(node.right) ||
    node.by === 'integer' ||
    node.by === 'long' ||
    node.by === 'boolean' ||
    node.by === 'id';
  if (isPlain) return `(${left} ${node.isNegated ? '!==' : '==='} ${right})`;
  return `${node.isNegated ? '!' : ''}${EQUALITY_FUNCTION[node.by] ?? '$.equals'}(${left}, ${right})`;
}

function isNullLiteral(node: BoundExpression): boolean {
  return node.kind === 'literal' && node.literal.type === 'null';
}

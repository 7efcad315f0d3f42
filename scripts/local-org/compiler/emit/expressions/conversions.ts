/** Casts, implicit conversions and type tests. */
import type { Conversion } from '../../bound';
import type { ApexType } from '../../types';
import { typeName } from '../../types';
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { UnitContext } from '../unit-context';
import type { FunctionEmitter } from '../function-emitter';
import type { Emitters, NodeOf } from './table';

/** Names of the support functions. Each keeps null as it is. */
const FUNCTION_BY_CONVERSION: Readonly<Record<Conversion, string>> = {
  integerToLong: '$integerToLong',
  integerToDouble: '$.integerToDouble',
  integerToDecimal: '$.integerToDecimal',
  longToDouble: '$.longToDouble',
  longToDecimal: '$.longToDecimal',
  longToInteger: '$.longToInteger',
  doubleToDecimal: '$.doubleToDecimal',
  decimalToDouble: '$.decimalToDouble',
  decimalToInteger: '$.decimalToInteger',
  decimalToLong: '$.decimalToLong',
  doubleToInteger: '$.doubleToInteger',
  doubleToLong: '$.doubleToLong',
  dateToDatetime: '$.dateToDatetime',
  datetimeToDate: '$.datetimeToDate',
  stringToId: '$.stringToId',
  rowsToRecord: '$.rowsToRecord'
};

export const conversionEmitters: Emitters<'cast' | 'convert' | 'group' | 'instanceof'> = {
  cast(node, emit) {
    const test = typeTest(node.type, emit.unit);
    return `${mark(node.span)}$.cast(${emit.expression(node.operand)}, ${test}, ${quote(typeName(node.type))})`;
  },
  convert: (node, emit) =>
    literalConversion(node, emit) ??
    `${mark(node.span)}${FUNCTION_BY_CONVERSION[node.conversion]}(${emit.expression(node.operand)})`,
  group: (node, emit) => emit.expression(node.inner),
  instanceof: (node, emit) => `${typeTest(node.testType, emit.unit)}(${emit.expression(node.operand)})`
};

/** A predicate for run-time values; null is never an instance. */
export function typeTest(type: ApexType, unit: UnitContext): string {
  return unit.constant('i', `$.typeTest(${quote(typeName(type))})`);
}

/** Integer literals become constants of the wider type. */
function literalConversion(node: NodeOf<'convert'>, emit: FunctionEmitter): string | null {
  const { operand } = node;
  if (operand.kind !== 'literal' || operand.literal.type !== 'integer') return null;
  const { value } = operand.literal;
  switch (node.conversion) {
    case 'integerToLong':
      return value < 0 ? `(${value}n)` : `${value}n`;
    case 'integerToDecimal':
      return emit.unit.constant('N', `$.decimalLiteral("${value}")`);
    case 'integerToDouble':
      return emit.unit.constant('N', `$.doubleLiteral("${value}")`);
    default:
      return null;
  }
}

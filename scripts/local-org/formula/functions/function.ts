/** How functions of formulas are defined. */
import type { FormulaNode } from '../ast';
import type { FormulaContext } from '../context';
import type { FormulaValue } from '../values';

export interface FunctionCall {
  readonly nodes: readonly FormulaNode[];
  readonly context: FormulaContext;
  readonly evaluate: (node: FormulaNode) => FormulaValue;
}

export interface FormulaFunction {
  readonly minimum: number;
  /** Infinity for functions that take as many arguments as there are. */
  readonly maximum: number;
  readonly evaluate: (call: FunctionCall) => FormulaValue;
  /** Positions of arguments that may be a picklist field as it is, without TEXT(). */
  readonly picklistArguments?: readonly number[];
  /** Positions of arguments that must be a field. */
  readonly fieldArguments?: readonly number[];
}

/** A function of values: all arguments are computed first. */
export function ofValues(
  minimum: number,
  maximum: number,
  compute: (values: readonly FormulaValue[], context: FormulaContext) => FormulaValue
): FormulaFunction {
  return { minimum, maximum, evaluate: ({ nodes, context, evaluate }) => compute(nodes.map(evaluate), context) };
}

/** The argument at a position; null when it is not given. */
export function at(values: readonly FormulaValue[], position: number): FormulaValue {
  return values[position] ?? null;
}

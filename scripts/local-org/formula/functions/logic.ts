/** Logical functions. They compute only the arguments that decide. */
import type { FormulaNode } from '../ast';
import { areEqual, isBlank, truthOf, type FormulaValue } from '../values';
import { at, ofValues, type FormulaFunction, type FunctionCall } from './function';

function evaluateAt({ nodes, evaluate }: FunctionCall, position: number): FormulaValue {
  const node = nodes[position];
  return node ? evaluate(node) : null;
}

function evaluateCase(call: FunctionCall): FormulaValue {
  const subject = evaluateAt(call, 0);
  const last = call.nodes.length - 1;
  for (let position = 1; position + 1 <= last - 1; position += 2) {
    if (areEqual(subject, evaluateAt(call, position))) return evaluateAt(call, position + 1);
  }
  return evaluateAt(call, last);
}

const isTrue = (call: FunctionCall) => (node: FormulaNode) => truthOf(call.evaluate(node));

export const logicFunctions: Readonly<Record<string, FormulaFunction>> = {
  AND: { minimum: 1, maximum: Infinity, evaluate: (call) => call.nodes.every(isTrue(call)) },
  OR: { minimum: 1, maximum: Infinity, evaluate: (call) => call.nodes.some(isTrue(call)) },
  NOT: ofValues(1, 1, (values) => !truthOf(at(values, 0))),
  IF: {
    minimum: 3,
    maximum: 3,
    evaluate: (call) => (truthOf(evaluateAt(call, 0)) ? evaluateAt(call, 1) : evaluateAt(call, 2))
  },
  CASE: { minimum: 4, maximum: Infinity, evaluate: evaluateCase, picklistArguments: [0] },
  ISBLANK: { ...ofValues(1, 1, (values) => isBlank(at(values, 0))), picklistArguments: [0] },
  /** Text is never null for ISNULL, only blank. */
  ISNULL: { ...ofValues(1, 1, (values) => at(values, 0) === null), picklistArguments: [0] },
  BLANKVALUE: ofValues(2, 2, (values) => (isBlank(at(values, 0)) ? at(values, 1) : at(values, 0))),
  NULLVALUE: ofValues(2, 2, (values) => (at(values, 0) === null ? at(values, 1) : at(values, 0)))
};

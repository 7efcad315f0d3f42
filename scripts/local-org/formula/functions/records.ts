/** Functions about the record and its fields. */
import { FormulaValueError, type FormulaNode } from '../ast';
import { areEqual, textOf } from '../values';
import type { FormulaFunction, FunctionCall } from './function';

function pathOf(node: FormulaNode | undefined): readonly string[] {
  if (node?.kind !== 'reference') throw new FormulaValueError('A field was expected');
  return node.path;
}

function textAt(call: FunctionCall, position: number): string {
  const node = call.nodes[position];
  return node ? textOf(call.evaluate(node)) : '';
}

function isChanged({ nodes, context }: FunctionCall): boolean {
  const path = pathOf(nodes[0]);
  return !context.isNew && !areEqual(context.read(path), context.readPrior(path));
}

/** Values of multi-select picklists are kept with semicolons between them. */
function includes(call: FunctionCall): boolean {
  return textOf(call.context.read(pathOf(call.nodes[0])))
    .split(';')
    .includes(textAt(call, 1));
}

const FIELD_FIRST = { picklistArguments: [0], fieldArguments: [0] } as const;

export const recordFunctions: Readonly<Record<string, FormulaFunction>> = {
  ISNEW: { minimum: 0, maximum: 0, evaluate: ({ context }) => context.isNew },
  ISCLONE: { minimum: 0, maximum: 0, evaluate: ({ context }) => context.isClone },
  ISCHANGED: { minimum: 1, maximum: 1, evaluate: isChanged, ...FIELD_FIRST },
  PRIORVALUE: {
    minimum: 1,
    maximum: 1,
    evaluate: ({ nodes, context }) => context.readPrior(pathOf(nodes[0])),
    ...FIELD_FIRST
  },
  ISPICKVAL: {
    minimum: 2,
    maximum: 2,
    evaluate: (call) => textOf(call.evaluate(call.nodes[0] as FormulaNode)) === textAt(call, 1),
    picklistArguments: [0]
  },
  INCLUDES: { minimum: 2, maximum: 2, evaluate: includes, ...FIELD_FIRST }
};

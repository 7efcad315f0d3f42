/** The functions of formulas by name, one table for each group. */
import type { FormulaFunction } from './function';
import { dateFunctions } from './dates';
import { logicFunctions } from './logic';
import { mathFunctions } from './math';
import { recordFunctions } from './records';
import { textFunctions } from './texts';

const functions = new Map<string, FormulaFunction>(
  [logicFunctions, textFunctions, mathFunctions, dateFunctions, recordFunctions].flatMap((table) =>
    Object.entries(table)
  )
);

/** By name in upper case; undefined for functions that the local org does not have. */
export function findFunction(name: string): FormulaFunction | undefined {
  return functions.get(name);
}

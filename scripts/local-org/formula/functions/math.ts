/** Numeric functions. A blank argument gives a blank result. */
import { Decimal } from '../../library/system/Decimal';
import { FormulaValueError } from '../ast';
import { integerOf, numberOf, type FormulaValue } from '../values';
import { at, ofValues, type FormulaFunction } from './function';

function ofNumber(compute: (value: Decimal) => Decimal): FormulaFunction {
  return ofValues(1, 1, (values) => {
    const value = numberOf(at(values, 0));
    return value === null ? null : compute(value);
  });
}

/** Functions that have no exact result. */
function ofDouble(compute: (value: number) => number): FormulaFunction {
  return ofNumber((value) => {
    const result = compute(value.toNumber());
    if (!Number.isFinite(result)) throw new FormulaValueError('The result is not a number');
    return Decimal.fromDouble(result);
  });
}

function extreme(values: readonly FormulaValue[], sign: 1 | -1): Decimal | null {
  const numbers = values.map(numberOf).filter((value) => value !== null);
  return numbers.length === 0
    ? null
    : numbers.reduce((best, value) => (value.compareTo(best) * sign > 0 ? value : best));
}

function modulo(values: readonly FormulaValue[]): Decimal | null {
  const [a, b] = [numberOf(at(values, 0)), numberOf(at(values, 1))];
  if (a === null || b === null) return null;
  if (b.compareTo(Decimal.ZERO) === 0) throw new FormulaValueError('Division by zero');
  return a.subtract(a.divideAt(b, 0, 'DOWN').multiply(b));
}

export const mathFunctions: Readonly<Record<string, FormulaFunction>> = {
  ABS: ofNumber((value) => value.abs()),
  /** Halves go away from zero. */
  ROUND: ofValues(2, 2, (values) => numberOf(at(values, 0))?.setScale(integerOf(at(values, 1)), 'HALF_UP') ?? null),
  TRUNC: ofValues(1, 2, (values) => numberOf(at(values, 0))?.setScale(integerOf(at(values, 1)), 'DOWN') ?? null),
  /** Towards zero, as the formula reference says; MFLOOR goes down. */
  FLOOR: ofNumber((value) => value.setScale(0, 'DOWN')),
  CEILING: ofNumber((value) => value.setScale(0, 'UP')),
  MFLOOR: ofNumber((value) => value.setScale(0, 'FLOOR')),
  MCEILING: ofNumber((value) => value.setScale(0, 'CEILING')),
  MIN: ofValues(1, Infinity, (values) => extreme(values, -1)),
  MAX: ofValues(1, Infinity, (values) => extreme(values, 1)),
  MOD: ofValues(2, 2, modulo),
  SQRT: ofDouble(Math.sqrt),
  EXP: ofDouble(Math.exp),
  LN: ofDouble(Math.log),
  LOG: ofDouble(Math.log10)
};

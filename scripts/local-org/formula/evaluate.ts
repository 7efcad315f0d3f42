/** Computes formulas. */
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { ApexTime } from '../library/system/Time';
import { FormulaValueError, type BinaryOperator, type FormulaNode } from './ast';
import type { FormulaContext } from './context';
import { findFunction } from './functions';
import { parseFormula } from './parse';
import { areEqual, compare, isBlank, numberOf, textOf, truthOf, type FormulaValue } from './values';

const parsedByText = new Map<string, FormulaNode>();

/** Parses a formula, or answers the tree of an earlier time. */
export function compileFormula(text: string): FormulaNode {
  let node = parsedByText.get(text);
  if (!node) parsedByText.set(text, (node = parseFormula(text)));
  return node;
}

/**
 * The value of a formula.
 * @throws FormulaValueError when it has none (`#Error!`)
 */
export function evaluate(node: FormulaNode, context: FormulaContext): FormulaValue {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'reference':
      return context.read(node.path);
    case 'not':
      return !truthOf(evaluate(node.operand, context));
    case 'negate':
      return numberOf(evaluate(node.operand, context))?.negate() ?? null;
    case 'binary':
      return evaluateBinary(node.operator, node.left, node.right, context);
    case 'call': {
      const found = findFunction(node.name);
      if (!found) throw new FormulaValueError(`The local org does not know the function ${node.name}`);
      return found.evaluate({ nodes: node.arguments, context, evaluate: (argument) => evaluate(argument, context) });
    }
  }
}

function evaluateBinary(
  operator: BinaryOperator,
  leftNode: FormulaNode,
  rightNode: FormulaNode,
  context: FormulaContext
): FormulaValue {
  const left = evaluate(leftNode, context);
  if (operator === '&&') return truthOf(left) && truthOf(evaluate(rightNode, context));
  if (operator === '||') return truthOf(left) || truthOf(evaluate(rightNode, context));
  const right = evaluate(rightNode, context);
  switch (operator) {
    case '=':
      return areEqual(...zeroForBlank(left, right, context));
    case '<>':
      return !areEqual(...zeroForBlank(left, right, context));
    case '&':
      return textOf(left) + textOf(right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, compare(...zeroForBlank(left, right, context)));
    default:
      return compute(operator, left, right, context);
  }
}

/** Next to a number a blank is zero, when the formula says so. */
function zeroForBlank(left: FormulaValue, right: FormulaValue, context: FormulaContext): [FormulaValue, FormulaValue] {
  if (!context.areBlanksZero) return [left, right];
  if (left instanceof Decimal && isBlank(right)) return [left, Decimal.ZERO];
  return right instanceof Decimal && isBlank(left) ? [Decimal.ZERO, right] : [left, right];
}

/** A comparison with a blank is never true. */
function isOrdered(operator: '<' | '<=' | '>' | '>=', order: number | null): boolean {
  if (order === null) return false;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

const DAY = 86_400_000;

/** `+ - * / ^` on numbers; `+ -` on dates (days) and times (milliseconds); `+` on texts. */
function compute(
  operator: '+' | '-' | '*' | '/' | '^',
  left: FormulaValue,
  right: FormulaValue,
  context: FormulaContext
): FormulaValue {
  if (operator === '+' || operator === '-') {
    if (typeof left === 'string' || typeof right === 'string') return addTexts(operator, left, right);
    const moved = moveInTime(operator, left, right);
    if (moved !== undefined) return moved;
  }
  const [a, b] = [numberOf(left) ?? blankNumber(context), numberOf(right) ?? blankNumber(context)];
  if (a === null || b === null) return null;
  switch (operator) {
    case '+':
      return a.add(b);
    case '-':
      return a.subtract(b);
    case '*':
      return a.multiply(b);
    case '/':
      if (b.compareTo(Decimal.ZERO) === 0) throw new FormulaValueError('Division by zero');
      return a.divide(b);
    case '^':
      return Decimal.fromDouble(Math.pow(a.toNumber(), b.toNumber())).stripTrailingZeros();
  }
}

function blankNumber(context: FormulaContext): Decimal | null {
  return context.areBlanksZero ? Decimal.ZERO : null;
}

function addTexts(operator: '+' | '-', left: FormulaValue, right: FormulaValue): string {
  if (operator === '-') throw new FormulaValueError('Texts cannot be subtracted');
  return textOf(left) + textOf(right);
}

/** Undefined when no date or time takes part. */
function moveInTime(operator: '+' | '-', left: FormulaValue, right: FormulaValue): FormulaValue | undefined {
  if (isMoment(right) && !isMoment(left)) return operator === '+' ? moveInTime('+', right, left) : null;
  if (!isMoment(left)) return undefined;
  if (isMoment(right)) return operator === '-' ? distance(left, right) : null;
  const amount = numberOf(right);
  if (amount === null) return null;
  const signed = (operator === '+' ? amount : amount.negate()).toNumber();
  if (left instanceof ApexDate) return left.addDays(Math.trunc(signed));
  return left instanceof ApexDatetime
    ? new ApexDatetime(Math.round(left.millis + signed * DAY))
    : new ApexTime((((left.millis + signed) % DAY) + DAY) % DAY);
}

type Moment = ApexDate | ApexDatetime | ApexTime;

function isMoment(value: FormulaValue): value is Moment {
  return value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime;
}

/** Days between dates or moments, milliseconds between times. */
function distance(left: Moment, right: Moment): Decimal {
  if (left instanceof ApexDate && right instanceof ApexDate)
    return Decimal.fromInteger(left.toEpochDay() - right.toEpochDay());
  if (left instanceof ApexTime && right instanceof ApexTime) return Decimal.fromInteger(left.millis - right.millis);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime)
    return Decimal.fromDouble((left.millis - right.millis) / DAY);
  throw new FormulaValueError('A date and a date/time cannot be subtracted from one another');
}

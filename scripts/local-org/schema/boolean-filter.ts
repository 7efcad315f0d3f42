/** The filter logic of rules: `1 AND (2 OR 3)`, with conditions by their numbers. */

export type BooleanFilter =
  | { readonly kind: 'item'; /** 0-based. */ readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly BooleanFilter[] }
  | { readonly kind: 'not'; readonly part: BooleanFilter };

/** The text is no filter logic, or names a condition that does not exist. */
export class BooleanFilterError extends Error {}

/**
 * Reads filter logic.
 *
 * @param count how many conditions there are
 * @throws BooleanFilterError
 */
export function parseBooleanFilter(text: string, count: number): BooleanFilter {
  const tokens = text.toUpperCase().match(/\d+|[A-Z]+|[()]|\S/g) ?? [];
  let position = 0;
  const result = readChain();
  if (position < tokens.length) throw refused(tokens[position]);
  return result;

  /** AND and OR may not stand side by side without parentheses; the platform refuses that, too. */
  function readChain(): BooleanFilter {
    const parts = [readOne()];
    const operator = tokens[position];
    if (operator !== 'AND' && operator !== 'OR') return parts[0] as BooleanFilter;
    while (tokens[position] === operator) {
      position++;
      parts.push(readOne());
    }
    return { kind: operator === 'AND' ? 'and' : 'or', parts };
  }

  function readOne(): BooleanFilter {
    const token = tokens[position++];
    if (token === 'NOT') return { kind: 'not', part: readOne() };
    if (token === '(') {
      const inner = readChain();
      if (tokens[position++] !== ')') throw new BooleanFilterError('a closing parenthesis is missing');
      return inner;
    }
    const number = Number(token);
    if (!Number.isInteger(number)) throw refused(token);
    if (number < 1 || number > count) throw new BooleanFilterError(`there is no condition ${number}, only ${count}`);
    return { kind: 'item', index: number - 1 };
  }

  function refused(token: string | undefined): BooleanFilterError {
    return new BooleanFilterError(token === undefined ? 'it ends too early' : `${token} cannot stand there`);
  }
}

/** Whether the filter holds; without one all conditions must. Conditions are asked for only when they matter. */
export function holds(filter: BooleanFilter | null, count: number, test: (index: number) => boolean): boolean {
  if (!filter) return Array.from({ length: count }, (_, index) => index).every(test);
  switch (filter.kind) {
    case 'item':
      return test(filter.index);
    case 'and':
      return filter.parts.every((part) => holds(part, count, test));
    case 'or':
      return filter.parts.some((part) => holds(part, count, test));
    case 'not':
      return !holds(filter.part, count, test);
  }
}

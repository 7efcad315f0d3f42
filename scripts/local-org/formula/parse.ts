/** Parses formula text by precedence climbing. */
import { Decimal } from '../library/system/Decimal';
import { FormulaSyntaxError, type BinaryOperator, type FormulaNode } from './ast';
import { tokenize, type Token } from './tokenize';

/** Loosest first. Operators of a level are left-associative. */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>' },
  { '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '*': '*', '/': '/' },
  { '^': '^' }
];

const CONSTANTS: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

/**
 * The tree of a formula.
 * @throws FormulaSyntaxError
 */
export function parseFormula(text: string): FormulaNode {
  const parser = new FormulaParser(tokenize(text));
  const node = parser.expression(0);
  parser.expectEnd();
  return node;
}

class FormulaParser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  expression(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.expression(level + 1);
    for (
      let operator = operators[this.peek().text];
      this.peek().kind === 'symbol' && operator;
      operator = operators[this.peek().text]
    ) {
      const { at } = this.take();
      left = { kind: 'binary', operator, left, right: this.expression(level + 1), at };
    }
    return left;
  }

  expectEnd(): void {
    const token = this.peek();
    if (token.kind !== 'end') throw new FormulaSyntaxError(`Unexpected "${token.text}"`, token.at);
  }

  private unary(): FormulaNode {
    const token = this.peek();
    if (token.kind === 'symbol' && (token.text === '!' || token.text === '-' || token.text === '+')) {
      this.take();
      const operand = this.unary();
      return token.text === '+' ? operand : { kind: token.text === '!' ? 'not' : 'negate', operand, at: token.at };
    }
    return this.primary();
  }

  private primary(): FormulaNode {
    const token = this.take();
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Decimal.parse(token.text), at: token.at };
      case 'text':
        return { kind: 'literal', value: token.text, at: token.at };
      case 'name':
        return this.isNext('(') ? this.call(token) : nameNode(token);
      default:
        if (token.text !== '(')
          throw new FormulaSyntaxError(
            token.kind === 'end' ? 'The formula ends too early' : `Unexpected "${token.text}"`,
            token.at
          );
        return this.parenthesized();
    }
  }

  private parenthesized(): FormulaNode {
    const inner = this.expression(0);
    this.expect(')');
    return inner;
  }

  private call(name: Token): FormulaNode {
    this.expect('(');
    const given: FormulaNode[] = [];
    if (!this.isNext(')')) {
      do given.push(this.expression(0));
      while (this.takeIf(','));
    }
    this.expect(')');
    return { kind: 'call', name: name.text.toUpperCase(), arguments: given, at: name.at };
  }

  private peek(): Token {
    return this.tokens[this.next] as Token;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next++;
    return token;
  }

  private isNext(symbol: string): boolean {
    return this.peek().kind === 'symbol' && this.peek().text === symbol;
  }

  private takeIf(symbol: string): boolean {
    const isThere = this.isNext(symbol);
    if (isThere) this.take();
    return isThere;
  }

  private expect(symbol: string): void {
    const token = this.peek();
    if (!this.takeIf(symbol))
      throw new FormulaSyntaxError(
        `Expected "${symbol}"${token.kind === 'end' ? '' : ` but found "${token.text}"`}`,
        token.at
      );
  }
}

function nameNode(token: Token): FormulaNode {
  const constant = CONSTANTS[token.text.toUpperCase()];
  if (constant !== undefined) return { kind: 'literal', value: constant, at: token.at };
  return { kind: 'reference', path: token.text.split('.'), at: token.at };
}

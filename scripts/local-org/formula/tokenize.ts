/** Cuts formula text into tokens. */
import { FormulaSyntaxError } from './ast';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  /** For texts: the value without quotes and escapes. */
  readonly text: string;
  readonly at: number;
}

/** Blanks and comments, then one of: number, name with its path, symbol. Texts are read by hand. */
const BLANKS = /(?:\s+|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /\$?[A-Za-z_][\w]*(?::[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*(?::[A-Za-z_]\w*)?)*/y;
const SYMBOL = /\|\||&&|<>|!=|==|<=|>=|[-+*/^&=<>!(),]/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** @throws FormulaSyntaxError for characters that no formula has */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token.token);
    at = skipBlanks(text, token.end);
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

function skipBlanks(text: string, at: number): number {
  return at + (matchAt(BLANKS, text, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function readToken(text: string, at: number): { token: Token; end: number } {
  const first = text.charAt(at);
  if (first === '"' || first === "'") return readText(text, at, first);
  const kinds = [
    ['number', NUMBER],
    ['name', NAME],
    ['symbol', SYMBOL]
  ] as const;
  for (const [kind, pattern] of kinds) {
    const found = matchAt(pattern, text, at);
    if (found) return { token: { kind, text: found, at }, end: at + found.length };
  }
  throw new FormulaSyntaxError(`Unexpected character ${first}`, at);
}

function readText(text: string, start: number, quote: string): { token: Token; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { token: { kind: 'text', text: value, at: start }, end: at + 1 };
    if (character === '\\' && at + 1 < text.length) {
      const escaped = text.charAt(++at);
      value += ESCAPES[escaped] ?? escaped;
    } else value += character;
  }
  throw new FormulaSyntaxError('A text has no closing quote', start);
}

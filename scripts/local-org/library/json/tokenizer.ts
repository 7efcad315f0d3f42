/** Reads JSON token by token, with the messages of the platform's parser. */
import { newException } from '../../runtime/exceptions';

/** Constants of `System.JSONToken`. */
export type TokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface Token {
  readonly kind: TokenKind;
  /** The string without quotes and escapes, the number as written, `{`, `true`, … */
  readonly text: string;
  /** Index in the source where the token begins. */
  readonly start: number;
  /** The field that a value belongs to; null for elements of arrays and for the root. */
  readonly fieldName: string | null;
}

type Container = 'object' | 'array';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
};
const VALUE_EXPECTED = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

export class JsonTokenizer {
  readonly source: string;
  #at = 0;
  readonly #open: Container[] = [];
  /** Names of the fields whose values are open containers, outermost first. */
  readonly #names: (string | null)[] = [];
  #fieldName: string | null = null;
  /** Whether a value has been read in the innermost container, so that a comma must come. */
  #needsComma = false;

  constructor(source: string) {
    this.source = source;
  }

  /** The next token, or null at the end. @throws System.JSONException for what is no JSON */
  next(): Token | null {
    this.#skipSpace();
    const container = this.#open.at(-1);
    if (container === undefined && this.#needsComma) return null;
    if (this.#at >= this.source.length) return this.#endOfInput(container);
    if (container && this.source.charAt(this.#at) === (container === 'object' ? '}' : ']'))
      return this.#close(container);
    if (this.#needsComma && container) this.#comma(container);
    return container === 'object' && this.#fieldName === null ? this.#name() : this.#value();
  }

  /** `[line:1, column:8]` of an index in the source. */
  location(index: number): string {
    const { line, column } = this.#position(index);
    return `[line:${line}, column:${column}]`;
  }

  #position(index: number): { line: number; column: number } {
    const before = this.source.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  #skipSpace(): void {
    while (/[ \t\r\n]/.test(this.source.charAt(this.#at))) this.#at++;
  }

  #endOfInput(container: Container | undefined): null {
    if (container === undefined) return null;
    throw this.#problem(`Unexpected end-of-input: expected close marker for ${container.toUpperCase()}`);
  }

  #comma(container: Container): void {
    if (this.source.charAt(this.#at) !== ',')
      this.#unexpected(`was expecting comma to separate ${container.toUpperCase()} entries`);
    this.#at++;
    this.#needsComma = false;
    this.#skipSpace();
  }

  #name(): Token {
    const start = this.#at;
    if (this.source.charAt(start) !== '"') this.#unexpected('was expecting double-quote to start field name');
    const text = this.#string();
    this.#skipSpace();
    if (this.source.charAt(this.#at) !== ':')
      this.#unexpected('was expecting a colon to separate field name and value');
    this.#at++;
    this.#fieldName = text;
    return { kind: 'FIELD_NAME', text, start, fieldName: text };
  }

  #value(): Token {
    const start = this.#at;
    const character = this.source.charAt(start);
    if (character === '{') return this.#openContainer('object');
    if (character === '[') return this.#openContainer('array');
    if (character === '"') return this.#scalar('VALUE_STRING', this.#string(), start);
    for (const [word, kind] of [
      ['true', 'VALUE_TRUE'],
      ['false', 'VALUE_FALSE'],
      ['null', 'VALUE_NULL']
    ] as const) {
      if (!this.source.startsWith(word, start)) continue;
      this.#at += word.length;
      return this.#scalar(kind, word, start);
    }
    return this.#number(start);
  }

  #number(start: number): Token {
    const expression = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    expression.lastIndex = start;
    const match = expression.exec(this.source);
    if (!match) return this.#unexpected(VALUE_EXPECTED);
    this.#at += match[0].length;
    if (/[\w.]/.test(this.source.charAt(this.#at))) this.#unexpected('Unexpected character in numeric value');
    return this.#scalar(match[1] || match[2] ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', match[0], start);
  }

  #scalar(kind: TokenKind, text: string, start: number): Token {
    const token = { kind, text, start, fieldName: this.#fieldName };
    this.#fieldName = null;
    this.#needsComma = true;
    return token;
  }

  #openContainer(container: Container): Token {
    const start = this.#at++;
    const token: Token = {
      kind: container === 'object' ? 'START_OBJECT' : 'START_ARRAY',
      text: this.source.charAt(start),
      start,
      fieldName: this.#fieldName
    };
    this.#open.push(container);
    this.#names.push(this.#fieldName);
    this.#fieldName = null;
    this.#needsComma = false;
    return token;
  }

  #close(container: Container): Token {
    if (this.#fieldName !== null) this.#unexpected(VALUE_EXPECTED);
    const start = this.#at++;
    this.#open.pop();
    this.#needsComma = true;
    const fieldName = this.#names.pop() ?? null;
    return {
      kind: container === 'object' ? 'END_OBJECT' : 'END_ARRAY',
      text: this.source.charAt(start),
      start,
      fieldName
    };
  }

  #string(): string {
    let result = '';
    for (let i = this.#at + 1; i < this.source.length;) {
      const end = this.#plainUntil(i);
      result += this.source.slice(i, end);
      i = end;
      const character = this.source.charAt(i);
      if (character === '"') {
        this.#at = i + 1;
        return result;
      }
      this.#at = i;
      if (character !== '\\') break;
      const escaped = this.#escape(i);
      result += escaped.text;
      i += escaped.length;
    }
    if (this.#at < this.source.length && this.source.charAt(this.#at) < ' ') {
      this.#unexpectedCode(
        'Illegal unquoted character',
        'has to be escaped using backslash to be included in string value'
      );
    }
    this.#at = this.source.length;
    throw this.#problem('Unexpected end-of-input: was expecting closing quote for a string value');
  }

  /** The index of the next quote, backslash or control character. */
  #plainUntil(start: number): number {
    let i = start;
    while (i < this.source.length) {
      const code = this.source.charCodeAt(i);
      if (code === 34 || code === 92 || code < 32) break;
      i++;
    }
    return i;
  }

  #escape(at: number): { text: string; length: number } {
    const letter = this.source.charAt(at + 1);
    if (letter === 'u') {
      const digits = this.source.slice(at + 2, at + 6);
      if (/^[0-9A-Fa-f]{4}$/.test(digits)) return { text: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
    }
    const text = ESCAPES[letter];
    if (text !== undefined) return { text, length: 2 };
    this.#at = at + 1;
    return this.#unexpectedCode('Unrecognized character escape', null);
  }

  #unexpected(expectation: string): never {
    return this.#unexpectedCode('Unexpected character', expectation);
  }

  #unexpectedCode(problem: string, expectation: string | null): never {
    if (this.#at >= this.source.length) throw this.#problem('Unexpected end-of-input');
    const character = this.source.charAt(this.#at);
    throw this.#problem(
      `${problem} ('${character}' (code ${character.charCodeAt(0)}))${expectation === null ? '' : `: ${expectation}`}`
    );
  }

  #problem(text: string) {
    const { line, column } = this.#position(this.#at);
    return newException('System.JSONException', `${text} at input location [${line},${column}]`);
  }
}

/**
 * Java patterns as JavaScript regular expressions with the flag `v`.
 *
 * Every capturing group n of Java becomes the named group `_n`, so that the look-ahead groups that stand for possessive
 * quantifiers and atomic groups do not disturb the numbers.
 */
import { bracketClass, predefinedClass } from './character-class';
import { escapedCharacter, literal, PatternReader } from './reader';
import type { Flags } from './reader';

export interface TranslatedPattern {
  readonly source: string;
  /** `v`, or `vi`. */
  readonly flags: string;
  readonly groupCount: number;
  readonly groupByName: ReadonlyMap<string, number>;
}

const LINE_END = '\\r\\n|[\\n\\r\\x85\\u2028\\u2029]';
const INPUT_START = '^';
const INPUT_END = '$';
const LAST_LINE_END = `(?=(?:${LINE_END})?${INPUT_END})`;
const LINE_START = `(?:${INPUT_START}|(?<=\\r\\n|[\\n\\x85\\u2028\\u2029]|\\r(?!\\n)))(?!${INPUT_END})`;
const ANY_LINE_END = `(?:(?=${LINE_END})(?<!\\r(?=\\n))|${INPUT_END})`;
const NO_FLAGS: Flags = { ignoreCase: false, dotAll: false, multiline: false, comments: false };
const FLAG_BY_LETTER: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  s: 'dotAll',
  m: 'multiline',
  x: 'comments'
};

/** @throws System.StringException `Invalid regex: …` */
export function translatePattern(pattern: string): TranslatedPattern {
  const translator = new Translator(pattern);
  const source = translator.translate();
  return {
    source,
    flags: translator.isCaseIgnored ? 'vi' : 'v',
    groupCount: translator.groupCount,
    groupByName: translator.groupByName
  };
}

class Translator {
  readonly #reader: PatternReader;
  groupCount = 0;
  readonly groupByName = new Map<string, number>();
  isCaseIgnored = false;
  #atomicCount = 0;
  #flags = NO_FLAGS;

  constructor(pattern: string) {
    this.#reader = new PatternReader(pattern);
  }

  translate(): string {
    const leading = this.#reader.takeMatch(/\(\?([imsxudU]+)\)/y);
    if (leading) {
      this.#setFlags(leading[1] ?? '', true);
      this.isCaseIgnored = this.#flags.ignoreCase;
      this.#flags = { ...this.#flags, ignoreCase: false };
    }
    const source = this.#alternatives();
    if (!this.#reader.isAtEnd) this.#reader.fail("Unmatched closing ')'");
    return source;
  }

  #alternatives(): string {
    const flags = this.#flags;
    let source = '';
    while (!this.#reader.isAtEnd && !this.#reader.startsWith(')')) {
      source += this.#reader.take('|') ? '|' : this.#term();
    }
    this.#flags = flags;
    return source;
  }

  #term(): string {
    const reader = this.#reader;
    if (this.#flags.comments && reader.takeMatch(/\s+|#[^\n]*\n?/y)) return '';
    if (reader.take('\\Q')) return this.#quotedText();
    const atom = this.#atom();
    return atom === '' ? '' : this.#quantified(atom);
  }

  /** Literal text up to `\E`; a quantifier behind it counts for the last character. */
  #quotedText(): string {
    const reader = this.#reader;
    const end = reader.pattern.indexOf('\\E', reader.at);
    const text = reader.pattern.slice(reader.at, end < 0 ? undefined : end);
    reader.at = end < 0 ? reader.pattern.length : end + 2;
    const characters = [...text].map((character) => this.#literal(character));
    const last = characters.pop();
    return last === undefined ? '' : characters.join('') + this.#quantified(last);
  }

  #quantified(atom: string): string {
    const quantifier = this.#reader.takeMatch(/(?:[*+?]|\{\d+(?:,\d*)?\})([?+]?)/y);
    if (!quantifier) return atom;
    const [text, mode] = quantifier;
    return mode === '+' ? this.#atomic(`${atom}${text.slice(0, -1)}`) : `${atom}${text}`;
  }

  /** What matched once is not given back: a look-ahead is atomic in JavaScript, too. */
  #atomic(source: string): string {
    const name = `_a${++this.#atomicCount}`;
    return `(?:(?=(?<${name}>${source}))\\k<${name}>)`;
  }

  #atom(): string {
    const reader = this.#reader;
    const start = reader.at;
    const character = reader.next();
    switch (character) {
      case '(':
        return this.#group(start);
      case '[':
        return bracketClass(reader, this.#flags);
      case '.':
        return this.#flags.dotAll ? '[\\s\\S]' : '[^\\n\\r\\x85\\u2028\\u2029]';
      case '^':
        return this.#flags.multiline ? LINE_START : INPUT_START;
      case '$':
        return this.#flags.multiline ? ANY_LINE_END : LAST_LINE_END;
      case '\\':
        return this.#escape(start);
      case '*':
      case '+':
      case '?':
        return reader.fail(`Dangling meta character '${character}'`, start);
      case '{':
        return reader.fail('Illegal repetition', start);
      default:
        return this.#literal(character);
    }
  }

  #literal(character: string): string {
    const other = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();
    if (!this.#flags.ignoreCase || other === character || other.length !== character.length) return literal(character);
    return `[${literal(character)}${literal(other)}]`;
  }

  #group(start: number): string {
    const reader = this.#reader;
    const opening = reader.takeMatch(
      /\?(?:([:=!>])|(<[=!])|<([A-Za-z][A-Za-z0-9]*)>|([imsxudU]*)(-[imsxudU]+)?([:)]))/y
    );
    if (!opening) {
      if (reader.startsWith('?')) reader.fail('Unknown inline modifier or group');
      return this.#capture(start, null);
    }
    const [, kind, lookBehind, name, on, off, end] = opening;
    if (name !== undefined) return this.#capture(start, name);
    if (kind === '>') return this.#atomic(this.#body(start));
    if (kind !== undefined || lookBehind !== undefined) return `(?${kind ?? lookBehind ?? ''}${this.#body(start)})`;
    const before = this.#flags;
    this.#setFlags(on ?? '', true);
    this.#setFlags((off ?? '').slice(1), false);
    if (end === ')') return '';
    const body = this.#body(start);
    this.#flags = before;
    return `(?:${body})`;
  }

  #capture(start: number, name: string | null): string {
    const number = ++this.groupCount;
    if (name !== null) {
      if (this.groupByName.has(name)) this.#reader.fail(`Named capturing group <${name}> is already defined`, start);
      this.groupByName.set(name, number);
    }
    return `(?<_${number}>${this.#body(start)})`;
  }

  #body(start: number): string {
    const body = this.#alternatives();
    if (!this.#reader.take(')')) this.#reader.fail('Unclosed group', Math.max(start, this.#reader.pattern.length));
    return body;
  }

  #setFlags(letters: string, value: boolean): void {
    for (const letter of letters) {
      const flag = FLAG_BY_LETTER[letter];
      if (flag) this.#flags = { ...this.#flags, [flag]: value };
    }
  }

  #escape(start: number): string {
    const reader = this.#reader;
    const contents = predefinedClass(reader);
    if (contents) return contents;
    const reference = reader.takeMatch(/[1-9]\d*|k<([A-Za-z][A-Za-z0-9]*)>/y);
    if (reference) return this.#backReference(reference, start);
    const boundary = reader.takeMatch(/[bBAZzRG]/y)?.[0];
    if (boundary) return this.#boundary(boundary, start);
    const character = escapedCharacter(reader);
    return character === null ? reader.fail('Illegal/unsupported escape sequence', start) : this.#literal(character);
  }

  #boundary(letter: string, start: number): string {
    switch (letter) {
      case 'A':
        return INPUT_START;
      case 'z':
        return INPUT_END;
      case 'Z':
        return LAST_LINE_END;
      case 'R':
        return `(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])`;
      case 'G':
        return this.#reader.fail('The local org does not know \\G', start);
      default:
        return `\\${letter}`;
    }
  }

  /** `\11` is group 11 when there is one, and else group 1 and the digit 1. */
  #backReference(match: RegExpExecArray, start: number): string {
    const [text, name] = match;
    if (name !== undefined) {
      const number = this.groupByName.get(name);
      return number === undefined
        ? this.#reader.fail(`(named capturing group <${name}> does not exit`, start)
        : `\\k<_${number}>`;
    }
    let digits = text;
    while (digits.length > 1 && Number(digits) > this.groupCount) digits = digits.slice(0, -1);
    if (Number(digits) > this.groupCount) return '(?!)';
    return `\\k<_${digits}>${text.slice(digits.length)}`;
  }
}

import { newException } from '../../runtime/exceptions';

/** Flags that `(?i)` and its kind switch while a pattern is read. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
}

/** Reads a Java pattern from left to right. */
export class PatternReader {
  readonly pattern: string;
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** One character (code point) without moving; empty at the end. */
  peek(): string {
    const code = this.pattern.codePointAt(this.at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  startsWith(text: string): boolean {
    return this.pattern.startsWith(text, this.at);
  }

  /** Moves over `text` when it comes next. */
  take(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Moves over what the sticky expression matches here. */
  takeMatch(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const match = expression.exec(this.pattern);
    if (match) this.at += match[0].length;
    return match;
  }

  /** @throws System.StringException `Invalid regex: Unclosed group near index 3` */
  fail(problem: string, index = this.at): never {
    throw newException('System.StringException', `Invalid regex: ${problem} near index ${index}\n${this.pattern}`);
  }
}

/** A character as a JavaScript pattern with the flag `v` takes it literally, inside and outside of classes. */
export function literal(character: string): string {
  if (/^[A-Za-z0-9_]$/.test(character) || character > '\u007f') {
    return character >= '\ud800' && character <= '\udfff' && character.length === 1
      ? `\\u${character.charCodeAt(0).toString(16)}`
      : character;
  }
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The character of an escape that means exactly one; null when the escape means something else. The `\` has been read. */
export function escapedCharacter(reader: PatternReader): string | null {
  const hex = reader.takeMatch(/x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})/y);
  if (hex) return String.fromCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16));
  const octal = reader.takeMatch(/0([0-3]?[0-7]{1,2})/y);
  if (octal) return String.fromCharCode(Number.parseInt(octal[1] ?? '0', 8));
  const control = reader.takeMatch(/c(.)/y);
  if (control) return String.fromCharCode((control[1] ?? '').charCodeAt(0) ^ 64);
  const simple: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\u0007', e: '\u001b' };
  const known = simple[reader.peek()];
  if (known) {
    reader.next();
    return known;
  }
  return /^[A-Za-z0-9]$/.test(reader.peek()) || reader.isAtEnd ? null : reader.next();
}

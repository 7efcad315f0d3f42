import { newException } from '../../runtime/exceptions';
import { JsonTokenizer } from './tokenizer';
import type { Token, TokenKind } from './tokenizer';

/** Tokens one after the other, with the current one at hand. */
export class TokenCursor {
  readonly #tokenizer: JsonTokenizer;
  current: Token | null = null;

  constructor(source: string) {
    this.#tokenizer = new JsonTokenizer(source);
  }

  next(): Token | null {
    this.current = this.#tokenizer.next();
    return this.current;
  }

  /** The current token. @throws System.JSONException when there is none */
  require(): Token {
    if (!this.current) throw newException('System.JSONException', 'No content to map to Object due to end of input');
    return this.current;
  }

  /** Moves to the token that ends the current object or array; does nothing on other tokens. */
  skipChildren(): void {
    if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
    for (let depth = 1; depth > 0;) {
      const kind: TokenKind | undefined = this.next()?.kind;
      if (kind === 'START_OBJECT' || kind === 'START_ARRAY') depth++;
      else if (kind === 'END_OBJECT' || kind === 'END_ARRAY') depth--;
      else if (kind === undefined) return;
    }
  }

  /** `[line:1, column:8]` of the current token. */
  location(): string {
    return this.#tokenizer.location(this.current?.start ?? this.#tokenizer.source.length);
  }
}

/** A cursor on the first token. @throws System.JSONException when there is none */
export function openCursor(source: string): TokenCursor {
  const cursor = new TokenCursor(source);
  cursor.next();
  cursor.require();
  return cursor;
}

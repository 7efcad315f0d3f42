/** Compiled patterns and what can be done with them on a text. */
import { newException } from '../../runtime/exceptions';
import { translatePattern } from './translate';
import type { TranslatedPattern } from './translate';

/** A group's place in the text; null when the group took no part in the match. */
export type Place = readonly [start: number, end: number] | null;

export interface JavaMatch {
  readonly start: number;
  readonly end: number;
  /** By number; group 0 is the whole match. */
  readonly groups: readonly (string | null)[];
  readonly places: readonly Place[];
}

/** "The input sequence for a regular expression can be accessed only 1,000,000 times" (Apex Developer Guide, Using Patterns and Matchers). */
const MAXIMUM_ACCESSES = 1_000_000;

type MatchMode = 'find' | 'lookingAt' | 'matches';

/** One Java pattern, ready to match. */
export class JavaPattern {
  readonly pattern: string;
  readonly translated: TranslatedPattern;
  readonly #expressions = new Map<MatchMode, RegExp>();

  constructor(pattern: string) {
    this.pattern = pattern;
    this.translated = translatePattern(pattern);
    this.#expression('find');
  }

  get groupCount(): number {
    return this.translated.groupCount;
  }

  /** The first match at or after `from`, exactly at `from`, or of the rest from there as a whole. */
  match(text: string, from: number, mode: MatchMode): JavaMatch | null {
    // Accesses cannot be counted here; a text that is longer than the limit is sure to exceed it when all of it is read.
    if (text.length - from > MAXIMUM_ACCESSES && mode !== 'lookingAt')
      throw newException('System.LimitException', 'Regex too complicated');
    const expression = this.#expression(mode);
    expression.lastIndex = from;
    const found = expression.exec(text);
    if (!found) return null;
    const indices = (found as RegExpExecArray & { indices: { groups?: Record<string, [number, number] | undefined> } })
      .indices;
    const groups: (string | null)[] = [found[0]];
    const places: Place[] = [[found.index, found.index + found[0].length]];
    for (let number = 1; number <= this.groupCount; number++) {
      groups.push(found.groups?.[`_${number}`] ?? null);
      places.push(indices.groups?.[`_${number}`] ?? null);
    }
    return { start: found.index, end: found.index + found[0].length, groups, places };
  }

  /** All matches from left to right; after an empty one the search goes on one character later. */
  *matches(text: string): Generator<JavaMatch, void, undefined> {
    let from = 0;
    while (from <= text.length) {
      const match = this.match(text, from, 'find');
      if (!match) return;
      yield match;
      from = positionAfter(match, text);
    }
  }

  /** `String.split` of Java 8: without a limit trailing empty texts are dropped, a negative limit keeps them. */
  split(text: string, limit = 0): string[] {
    const parts: string[] = [];
    let start = 0;
    for (const match of this.matches(text)) {
      if (limit > 0 && parts.length === limit - 1) break;
      if (match.end === 0) continue;
      parts.push(text.slice(start, match.start));
      start = match.end;
    }
    parts.push(text.slice(start));
    if (start === 0) return [text];
    if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
    return parts;
  }

  replaceAll(text: string, replacement: string): string {
    return this.#replace(text, replacement, this.matches(text));
  }

  replaceFirst(text: string, replacement: string): string {
    const match = this.match(text, 0, 'find');
    return this.#replace(text, replacement, match ? [match] : []);
  }

  #replace(text: string, replacement: string, matches: Iterable<JavaMatch>): string {
    let result = '';
    let end = 0;
    for (const match of matches) {
      result += text.slice(end, match.start) + this.#expand(replacement, match);
      end = match.end;
    }
    return result + text.slice(end);
  }

  /** `$1` and `${name}` stand for groups, a backslash takes the next character literally. */
  #expand(replacement: string, match: JavaMatch): string {
    let result = '';
    for (let i = 0; i < replacement.length; i++) {
      const character = replacement.charAt(i);
      if (character === '\\') {
        if (++i >= replacement.length)
          throw newException('System.StringException', 'character to be escaped is missing');
        result += replacement.charAt(i);
      } else if (character === '$') {
        const { number, length } = this.#groupReference(replacement.slice(i + 1));
        result += match.groups[number] ?? '';
        i += length;
      } else result += character;
    }
    return result;
  }

  #groupReference(text: string): { number: number; length: number } {
    const name = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text);
    if (name) {
      const number = this.translated.groupByName.get(name[1] ?? '');
      if (number === undefined) throw newException('System.StringException', `No group with name {${name[1] ?? ''}}`);
      return { number, length: name[0].length };
    }
    let digits = /^\d/.exec(text)?.[0];
    if (digits === undefined) throw newException('System.StringException', 'Illegal group reference');
    if (Number(digits) > this.groupCount) throw newException('System.StringException', `No group ${digits}`);
    while (/^\d/.test(text.slice(digits.length)) && Number(text.slice(0, digits.length + 1)) <= this.groupCount) {
      digits = text.slice(0, digits.length + 1);
    }
    return { number: Number(digits), length: digits.length };
  }

  #expression(mode: MatchMode): RegExp {
    let expression = this.#expressions.get(mode);
    if (!expression) {
      const { source, flags } = this.translated;
      const body = mode === 'matches' ? `(?:${source})$` : source;
      try {
        expression = new RegExp(body, `${flags}d${mode === 'find' ? 'g' : 'y'}`);
      } catch (error) {
        throw newException('System.StringException', `Invalid regex: ${String(error)}\n${this.pattern}`);
      }
      this.#expressions.set(mode, expression);
    }
    return expression;
  }
}

/** Where the next search begins. After an empty match it is one character later, never inside of a surrogate pair. */
export function positionAfter(match: JavaMatch, text: string): number {
  if (match.end > match.start) return match.end;
  return match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1);
}

const MAXIMUM_CACHED_PATTERNS = 1000;
const compiledByPattern = new Map<string, JavaPattern>();

/** Compiles a pattern, or takes the one compiled before. */
export function compilePattern(pattern: string): JavaPattern {
  let compiled = compiledByPattern.get(pattern);
  if (!compiled) {
    if (compiledByPattern.size >= MAXIMUM_CACHED_PATTERNS) compiledByPattern.clear();
    compiledByPattern.set(pattern, (compiled = new JavaPattern(pattern)));
  }
  return compiled;
}

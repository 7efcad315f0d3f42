/** Character classes of Java patterns: predefined ones, properties, unions, intersections. */
import { propertyClass } from './property';
import { escapedCharacter, literal } from './reader';
import type { Flags, PatternReader } from './reader';

const HORIZONTAL_SPACE = '\\x20\\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000';
const VERTICAL_SPACE = '\\n\\x0B\\f\\r\\x85\\u2028\\u2029';
/** Java's predefined classes know ASCII only. */
const PREDEFINED: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: '\\x09-\\x0D\\x20',
  h: HORIZONTAL_SPACE,
  v: VERTICAL_SPACE
};

/** A class for `\d`, `\W`, `\p{Lu}`, `\PL`; null when none comes next. The `\` has been read. */
export function predefinedClass(reader: PatternReader): string | null {
  const letter = reader.takeMatch(/[dwshv]/iy)?.[0];
  if (letter) return `[${letter === letter.toLowerCase() ? '' : '^'}${PREDEFINED[letter.toLowerCase()] ?? ''}]`;
  const start = reader.at;
  const property = reader.takeMatch(/([pP])(?:\{(\^?)([^}]*)\}|([A-Z]))/y);
  if (!property) return null;
  const name = property[3] ?? property[4] ?? '';
  const contents = propertyClass(name);
  if (!contents) return reader.fail(`Unknown character property name {${name}}`, start);
  return `[${property[1] === 'P' ? '^' : ''}${contents}]`;
}

/** A bracket expression; the `[` has been read. */
export function bracketClass(reader: PatternReader, flags: Flags): string {
  const start = reader.at - 1;
  const isNegated = reader.take('^');
  const operands = [''];
  let isFirst = true;
  while (!reader.startsWith(']') || isFirst) {
    if (reader.isAtEnd) reader.fail('Unclosed character class', start);
    if (reader.take('&&')) operands.push('');
    else operands[operands.length - 1] += element(reader, flags);
    isFirst = false;
  }
  reader.next();
  const parts = operands.filter((operand) => operand !== '');
  const contents = parts.length > 1 ? parts.map((part) => `[${part}]`).join('&&') : (parts[0] ?? '');
  return `[${isNegated ? '^' : ''}${contents}]`;
}

function element(reader: PatternReader, flags: Flags): string {
  if (flags.comments && reader.takeMatch(/\s+|#[^\n]*/y)) return '';
  if (reader.take('[')) return bracketClass(reader, flags);
  if (reader.take('\\Q')) return quoted(reader);
  const low = single(reader);
  if (typeof low !== 'string') return low.contents;
  if (reader.startsWith('-') && !/^-(?:\]|\[|&&|$)/.test(reader.pattern.slice(reader.at))) {
    const start = reader.at;
    reader.next();
    const high = single(reader);
    if (typeof high !== 'string' || high < low) return reader.fail('Illegal character range', start);
    return range(low, high, flags);
  }
  return range(low, low, flags);
}

/** One character, or the class that an escape stands for. */
function single(reader: PatternReader): string | { readonly contents: string } {
  if (!reader.take('\\')) return reader.next();
  const contents = predefinedClass(reader);
  if (contents) return { contents };
  return escapedCharacter(reader) ?? reader.fail('Illegal/unsupported escape sequence');
}

function quoted(reader: PatternReader): string {
  let contents = '';
  while (!reader.isAtEnd && !reader.take('\\E')) contents += literal(reader.next());
  return contents;
}

function range(low: string, high: string, flags: Flags): string {
  const plain = low === high ? literal(low) : `${literal(low)}-${literal(high)}`;
  return flags.ignoreCase ? plain + otherCase(low, high, 'a', 'z', -32) + otherCase(low, high, 'A', 'Z', 32) : plain;
}

/** The letters of a range in the other case. */
function otherCase(low: string, high: string, first: string, last: string, distance: number): string {
  const from = low > first ? low : first;
  const to = high < last ? high : last;
  if (from > to) return '';
  const shift = (character: string) => String.fromCharCode(character.charCodeAt(0) + distance);
  return `${shift(from)}-${shift(to)}`;
}

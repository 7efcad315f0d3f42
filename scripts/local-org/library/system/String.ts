/** `System.String`. Texts are JavaScript strings; methods follow Java and Apache Commons Lang, as the platform does. */
import { newException } from '../../runtime/exceptions';
import { textHash } from '../equality';
import { required } from '../null-argument';
import { compilePattern } from '../regex/compiled';
import { platformType } from '../registry';
import type { Implementations } from '../registry';
import { runningUserTimeZone } from '../running-user';
import { apexToString } from '../stringify';
import * as characters from '../text/characters';
import * as escape from '../text/escape';
import * as measure from '../text/measure';
import { formatMessage } from '../text/message-format';
import * as shape from '../text/shape';
import { GMT } from '../time-zone';
import type { ApexDate } from './Date';
import type { ApexDatetime } from './Datetime';
import { ApexList } from './List';

type Text = string | null;
const lower = (text: string) => text.toLowerCase();
const list = (texts: string[]) => new ApexList('String', texts);

function startPosition(text: string, position: number): number {
  return Math.max(0, Math.min(position, text.length));
}

function codePointAt(text: string, index: number): number {
  if (index < 0 || index >= text.length)
    throw newException('System.StringException', `String index out of range: ${index}`);
  return text.codePointAt(index) ?? 0;
}

function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length)
    throw newException('System.StringException', `String index out of range: ${index}`);
  const isPair =
    index > 1 && /[\udc00-\udfff]/.test(text.charAt(index - 1)) && /[\ud800-\udbff]/.test(text.charAt(index - 2));
  return text.codePointAt(index - (isPair ? 2 : 1)) ?? 0;
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  let at = index;
  for (let i = 0; i < Math.abs(offset); i++) {
    at +=
      offset > 0
        ? String.fromCodePoint(codePointAt(text, at)).length
        : -String.fromCodePoint(codePointBefore(text, at)).length;
  }
  return at;
}

/** The first or last index that a test accepts, or -1. */
function indexWhere(text: string, test: (character: string) => boolean): number {
  for (let i = 0; i < text.length; i++) if (test(text.charAt(i))) return i;
  return -1;
}

/** Commons Lang finds the empty text where the search begins, if that is not behind the end. */
function indexOfIgnoreCase(text: string, part: string, start: number): number {
  if (start > text.length - part.length + 1) return -1;
  return part === '' ? start : lower(text).indexOf(lower(part), start);
}

const search: Implementations = {
  contains: (self: string, part: Text) => self.includes(required(part)),
  containsAny: (self: string, set: Text) => indexWhere(self, (each) => required(set).includes(each)) >= 0,
  containsIgnoreCase: (self: string, part: Text) => lower(self).includes(lower(required(part))),
  containsNone: (self: string, set: Text) => indexWhere(self, (each) => required(set).includes(each)) < 0,
  containsOnly: (self: string, set: Text) => indexWhere(self, (each) => !required(set).includes(each)) < 0,
  containsWhitespace: (self: string) => indexWhere(self, characters.isWhitespace) >= 0,
  countMatches: (self: string, part: Text) => measure.countMatches(self, required(part)),
  endsWith: (self: string, end: Text) => self.endsWith(required(end)),
  endsWithIgnoreCase: (self: string, end: Text) => lower(self).endsWith(lower(required(end))),
  'indexOf/1': (self: string, part: Text) => self.indexOf(required(part)),
  'indexOf/2': (self: string, part: Text, start: number) => self.indexOf(required(part), startPosition(self, start)),
  indexOfAny: (self: string, set: Text) => indexWhere(self, (each) => required(set).includes(each)),
  indexOfAnyBut: (self: string, set: Text) =>
    set === '' ? -1 : indexWhere(self, (each) => !required(set).includes(each)),
  'indexOfChar/1': (self: string, code: number) => self.indexOf(String.fromCodePoint(code)),
  'indexOfChar/2': (self: string, code: number, start: number) =>
    self.indexOf(String.fromCodePoint(code), startPosition(self, start)),
  indexOfDifference: (self: string, other: Text) => measure.indexOfDifference(self, required(other)),
  'indexOfIgnoreCase/1': (self: string, part: Text) => lower(self).indexOf(lower(required(part))),
  'indexOfIgnoreCase/2': (self: string, part: Text, start: number) =>
    indexOfIgnoreCase(self, required(part), Math.max(start, 0)),
  'lastIndexOf/1': (self: string, part: Text) => self.lastIndexOf(required(part)),
  'lastIndexOf/2': (self: string, part: Text, end: number) => (end < 0 ? -1 : self.lastIndexOf(required(part), end)),
  'lastIndexOfChar/1': (self: string, code: number) => self.lastIndexOf(String.fromCodePoint(code)),
  'lastIndexOfChar/2': (self: string, code: number, end: number) =>
    end < 0 ? -1 : self.lastIndexOf(String.fromCodePoint(code), end),
  'lastIndexOfIgnoreCase/1': (self: string, part: Text) => lower(self).lastIndexOf(lower(required(part))),
  'lastIndexOfIgnoreCase/2': (self: string, part: Text, end: number) =>
    end < 0 ? -1 : lower(self).lastIndexOf(lower(required(part)), end),
  startsWith: (self: string, start: Text) => self.startsWith(required(start)),
  startsWithIgnoreCase: (self: string, start: Text) => lower(self).startsWith(lower(required(start)))
};

const kinds: Implementations = {
  isAllLowerCase: (self: string) => characters.allAndSome(self, characters.isLower),
  isAllUpperCase: (self: string) => characters.allAndSome(self, characters.isUpper),
  isAlpha: (self: string) => characters.allAndSome(self, characters.isLetter),
  isAlphaSpace: (self: string) => characters.all(self, (each) => each === ' ' || characters.isLetter(each)),
  isAlphanumeric: (self: string) => characters.allAndSome(self, characters.isLetterOrDigit),
  isAlphanumericSpace: (self: string) =>
    characters.all(self, (each) => each === ' ' || characters.isLetterOrDigit(each)),
  isAsciiPrintable: (self: string) => characters.all(self, (each) => each >= ' ' && each <= '~'),
  isNumeric: (self: string) => characters.allAndSome(self, characters.isDigit),
  isNumericSpace: (self: string) => characters.all(self, (each) => each === ' ' || characters.isDigit(each)),
  isWhitespace: (self: string) => characters.all(self, characters.isWhitespace)
};

/** What stands before or behind a separator; `fallback` when there is none. */
function part(
  self: string,
  separator: Text,
  at: (text: string, separator: string) => number,
  isBefore: boolean,
  fallback: string
): string {
  if (separator === null) return isBefore ? self : '';
  const index = at(self, separator);
  if (index < 0) return fallback;
  return isBefore ? self.slice(0, index) : self.slice(index + separator.length);
}

const first = (text: string, separator: string) => text.indexOf(separator);
const last = (text: string, separator: string) => text.lastIndexOf(separator);

function removeAtStart(self: string, start: Text, ignoresCase: boolean): string {
  if (start === null) return self;
  const starts = ignoresCase ? lower(self).startsWith(lower(start)) : self.startsWith(start);
  return starts ? self.slice(start.length) : self;
}

function removeAtEnd(self: string, end: Text, ignoresCase: boolean): string {
  if (end === null || end === '') return self;
  const ends = ignoresCase ? lower(self).endsWith(lower(end)) : self.endsWith(end);
  return ends ? self.slice(0, -end.length) : self;
}

const parts: Implementations = {
  abbreviate: shape.abbreviate,
  center: (self: string, size: number, pad?: Text) => shape.center(self, size, pad ?? ' '),
  deleteWhitespace: (self: string) => [...self].filter((each) => !characters.isWhitespace(each)).join(''),
  difference: (self: string, other: Text) => {
    const index = measure.indexOfDifference(self, required(other));
    return index < 0 ? '' : required(other).slice(index);
  },
  left: (self: string, length: number) => self.slice(0, Math.max(length, 0)),
  leftPad: (self: string, length: number, pad?: Text) => shape.leftPad(self, length, pad ?? ' '),
  mid: shape.mid,
  normalizeSpace: (self: string) => self.trim().replace(/\s+/g, ' '),
  overlay: (self: string, replacement: Text, start: number, end: number) =>
    shape.overlay(self, replacement ?? '', start, end),
  remove: (self: string, removed: Text) => (removed === null || removed === '' ? self : self.replaceAll(removed, '')),
  removeEnd: (self: string, end: Text) => removeAtEnd(self, end, false),
  removeEndIgnoreCase: (self: string, end: Text) => removeAtEnd(self, end, true),
  removeStart: (self: string, start: Text) => removeAtStart(self, start, false),
  removeStartIgnoreCase: (self: string, start: Text) => removeAtStart(self, start, true),
  'repeat/1': (self: string, count: number) => self.repeat(Math.max(count, 0)),
  'repeat/2': (self: string, separator: Text, count: number) =>
    new Array<string>(Math.max(count, 0)).fill(self).join(separator ?? ''),
  reverse: (self: string) => [...self].reverse().join(''),
  right: (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
  rightPad: (self: string, length: number, pad?: Text) => shape.rightPad(self, length, pad ?? ' '),
  stripHtmlTags: shape.stripHtmlTags,
  substring: (self: string, start: number, end?: number) =>
    shape.substring(self, required(start), end === undefined ? undefined : required(end)),
  substringAfter: (self: string, separator: Text) => part(self, separator, first, false, ''),
  substringAfterLast: (self: string, separator: Text) => part(self, separator, last, false, ''),
  substringBefore: (self: string, separator: Text) => part(self, separator, first, true, self),
  substringBeforeLast: (self: string, separator: Text) => part(self, separator, last, true, self),
  'substringBetween/1': (self: string, tag: Text) => shape.substringBetween(self, required(tag), required(tag)),
  'substringBetween/2': (self: string, open: Text, close: Text) =>
    shape.substringBetween(self, required(open), required(close)),
  trim: shape.trim
};

const changes: Implementations = {
  capitalize: (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
  replace: (self: string, target: Text, replacement: Text) =>
    self.replaceAll(required(target), () => required(replacement)),
  replaceAll: (self: string, pattern: Text, replacement: Text) =>
    compilePattern(required(pattern)).replaceAll(self, required(replacement)),
  replaceFirst: (self: string, pattern: Text, replacement: Text) =>
    compilePattern(required(pattern)).replaceFirst(self, required(replacement)),
  'split/1': (self: string, pattern: Text) => list(compilePattern(required(pattern)).split(self)),
  'split/2': (self: string, pattern: Text, limit: number) => list(compilePattern(required(pattern)).split(self, limit)),
  splitByCharacterType: (self: string) => list(characters.splitByCharacterType(self, false)),
  splitByCharacterTypeCamelCase: (self: string) => list(characters.splitByCharacterType(self, true)),
  swapCase: shape.swapCase,
  'toLowerCase/0': lower,
  'toLowerCase/1': (self: string, locale: Text) => self.toLocaleLowerCase(required(locale).replaceAll('_', '-')),
  'toUpperCase/0': (self: string) => self.toUpperCase(),
  'toUpperCase/1': (self: string, locale: Text) => self.toLocaleUpperCase(required(locale).replaceAll('_', '-')),
  uncapitalize: (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  ...escape
};

function levenshtein(self: string, other: Text, threshold?: number): number {
  const distance = measure.levenshteinDistance(self, required(other));
  return threshold !== undefined && distance > threshold ? -1 : distance;
}

function join(values: Iterable<unknown> | null, separator: Text): string {
  return [...required(values)].map((value) => (value === null ? '' : apexToString(value))).join(separator ?? '');
}

/** `String.valueOf(Object)`: null stays null, also that of the other overloads. */
function valueOf(value: unknown): Text {
  return value === null ? null : apexToString(value);
}

platformType({
  name: 'System.String',
  isInstance: (value) => typeof value === 'string',
  statics: {
    escapeSingleQuotes: (text: Text) => (text === null ? null : text.replace(/'/g, "\\'")),
    format: (template: Text, args: Iterable<unknown> | null) =>
      formatMessage(required(template), [...required(args)].map(apexToString)),
    fromCharArray: (codes: ApexList | null) =>
      required(codes)
        .items.map((code) => String.fromCodePoint(code as number))
        .join(''),
    getCommonPrefix: (texts: ApexList | null) => measure.commonPrefix(required(texts).items as string[]),
    isBlank: (text: Text) => text === null || characters.all(text, characters.isWhitespace),
    isEmpty: (text: Text) => text === null || text === '',
    isNotBlank: (text: Text) => text !== null && !characters.all(text, characters.isWhitespace),
    isNotEmpty: (text: Text) => text !== null && text !== '',
    join,
    'valueOf(Date)': (date: ApexDate | null) => date?.toString() ?? null,
    'valueOf(Datetime)': (datetime: ApexDatetime | null) => datetime?.toLocalText(runningUserTimeZone()) ?? null,
    valueOf,
    valueOfGmt: (datetime: ApexDatetime | null) => datetime?.toLocalText(GMT) ?? null
  },
  methods: {
    ...search,
    ...kinds,
    ...parts,
    ...changes,
    charAt: codePointAt,
    codePointAt,
    codePointBefore,
    codePointCount: (self: string, start: number, end: number) => [...shape.substring(self, start, end)].length,
    compareTo: (self: string, other: Text) => measure.compareText(self, required(other)),
    equals: (self: string, other: unknown) => self === other,
    equalsIgnoreCase: (self: string, other: Text) => other !== null && lower(self) === lower(other),
    getChars: (self: string) =>
      new ApexList(
        'Integer',
        [...self].map((character) => character.codePointAt(0) ?? 0)
      ),
    getLevenshteinDistance: levenshtein,
    hashCode: textHash,
    length: (self: string) => self.length,
    offsetByCodePoints,
    toString: (self: string) => self
  }
});

/** `System.Matcher`: a pattern at work on a text. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { positionAfter } from '../regex/compiled';
import type { JavaMatch, JavaPattern } from '../regex/compiled';
import { platformType } from '../registry';

export class ApexMatcher {
  #pattern: JavaPattern;
  #text: string;
  #match: JavaMatch | null = null;
  /** Where the next `find` begins, relative to the region. */
  #next = 0;
  #regionStart = 0;
  #regionEnd: number;

  constructor(pattern: JavaPattern, text: string) {
    this.#pattern = pattern;
    this.#text = text;
    this.#regionEnd = text.length;
  }

  get pattern(): JavaPattern {
    return this.#pattern;
  }

  /** The part of the text that is searched. Anchors match at its borders, and nothing outside of it is seen. */
  get #region(): string {
    return this.#text.slice(this.#regionStart, this.#regionEnd);
  }

  matches(): boolean {
    return this.#found(this.#pattern.match(this.#region, 0, 'matches'));
  }

  lookingAt(): boolean {
    return this.#found(this.#pattern.match(this.#region, 0, 'lookingAt'));
  }

  find(): boolean {
    const region = this.#region;
    return this.#found(this.#next > region.length ? null : this.#pattern.match(region, this.#next, 'find'));
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.#text.length)
      throw newException('System.StringException', `Illegal start index: ${start}`);
    this.reset();
    this.#next = start;
    return this.find();
  }

  group(number: number): string | null {
    return this.#require(number).groups[number] ?? null;
  }

  /** -1 for a group that took no part in the match. */
  start(number: number): number {
    const place = this.#require(number).places[number];
    return place ? place[0] + this.#regionStart : -1;
  }

  end(number: number): number {
    const place = this.#require(number).places[number];
    return place ? place[1] + this.#regionStart : -1;
  }

  reset(text = this.#text): this {
    this.#text = text;
    this.#match = null;
    this.#next = 0;
    this.#regionStart = 0;
    this.#regionEnd = text.length;
    return this;
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.#text.length || start > end)
      throw newException('System.StringException', `Illegal region: ${start}, ${end}`);
    this.reset();
    this.#regionStart = start;
    this.#regionEnd = end;
    return this;
  }

  get regionStart(): number {
    return this.#regionStart;
  }

  get regionEnd(): number {
    return this.#regionEnd;
  }

  /** Whether the last match ended at the end of the region, or there was none. */
  get hitEnd(): boolean {
    return this.#match === null || this.end(0) === this.#regionEnd;
  }

  usePattern(pattern: JavaPattern): this {
    this.#pattern = pattern;
    this.#match = null;
    return this;
  }

  replaceAll(replacement: string): string {
    return this.#pattern.replaceAll(this.reset().#text, replacement);
  }

  replaceFirst(replacement: string): string {
    return this.#pattern.replaceFirst(this.reset().#text, replacement);
  }

  #found(match: JavaMatch | null): boolean {
    this.#match = match;
    if (match) this.#next = positionAfter(match, this.#region);
    return match !== null;
  }

  #require(number: number): JavaMatch {
    if (!this.#match) throw newException('System.StringException', 'No match found');
    if (number < 0 || number > this.#pattern.groupCount)
      throw newException('System.StringException', `No group ${number}`);
    return this.#match;
  }
}

platformType({
  name: 'System.Matcher',
  jsClass: ApexMatcher,
  statics: { quoteReplacement: (text: string | null) => required(text).replace(/[\\$]/g, '\\$&') },
  methods: {
    end: (self: ApexMatcher, group = 0) => self.end(group),
    'find/0': (self: ApexMatcher) => self.find(),
    'find/1': (self: ApexMatcher, start: number) => self.findFrom(start),
    group: (self: ApexMatcher, group = 0) => self.group(group),
    groupCount: (self: ApexMatcher) => self.pattern.groupCount,
    hasAnchoringBounds: () => true,
    hasTransparentBounds: () => false,
    /** The end of the input was reached by the last match; a search that failed has always reached it. */
    hitEnd: (self: ApexMatcher) => self.hitEnd,
    lookingAt: (self: ApexMatcher) => self.lookingAt(),
    matches: (self: ApexMatcher) => self.matches(),
    pattern: (self: ApexMatcher) => self.pattern,
    region: (self: ApexMatcher, start: number, end: number) => self.region(start, end),
    regionEnd: (self: ApexMatcher) => self.regionEnd,
    regionStart: (self: ApexMatcher) => self.regionStart,
    replaceAll: (self: ApexMatcher, replacement: string | null) => self.replaceAll(required(replacement)),
    replaceFirst: (self: ApexMatcher, replacement: string | null) => self.replaceFirst(required(replacement)),
    'reset/0': (self: ApexMatcher) => self.reset(),
    'reset/1': (self: ApexMatcher, text: string | null) => self.reset(required(text)),
    start: (self: ApexMatcher, group = 0) => self.start(group),
    usePattern: (self: ApexMatcher, pattern: JavaPattern | null) => self.usePattern(required(pattern))
  }
});

/** Padding, cutting and joining of `String`, as Apache Commons Lang defines them. */
import { newException } from '../../runtime/exceptions';

function padding(length: number, pad: string): string {
  return length <= 0
    ? ''
    : (pad === '' ? ' ' : pad).repeat(Math.ceil(length / Math.max(pad.length, 1))).slice(0, length);
}

export function leftPad(text: string, length: number, pad = ' '): string {
  return padding(length - text.length, pad) + text;
}

export function rightPad(text: string, length: number, pad = ' '): string {
  return text + padding(length - text.length, pad);
}

export function center(text: string, length: number, pad = ' '): string {
  if (length <= text.length) return text;
  return rightPad(leftPad(text, text.length + Math.floor((length - text.length) / 2), pad), length, pad);
}

/** Cut to `width` characters with three dots at the end, and at the start when `offset` is not near it. */
export function abbreviate(text: string, width: number, offset = 0): string {
  if (text === '') return '';
  if (width < 4) throw newException('System.IllegalArgumentException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  const start = Math.min(offset, text.length);
  const from = text.length - start < width - 3 ? text.length - (width - 3) : start;
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throw newException('System.IllegalArgumentException', 'Minimum abbreviation width with offset is 7');
  return from + width - 3 < text.length
    ? `...${abbreviate(text.slice(from), width - 3)}`
    : `...${text.slice(text.length - (width - 3))}`;
}

/** @throws System.StringException `Starting position out of bounds: 9`, `Ending position out of bounds: 9` */
export function substring(text: string, start: number, end = text.length): string {
  if (start < 0 || start > text.length)
    throw newException('System.StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length)
    throw newException('System.StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

export function mid(text: string, start: number, length: number): string {
  if (length < 0 || start > text.length) return '';
  const from = Math.max(start, 0);
  return text.slice(from, from + length);
}

export function overlay(text: string, replacement: string, start: number, end: number): string {
  const bounded = (position: number) => Math.max(0, Math.min(position, text.length));
  const [from, to] = [bounded(start), bounded(end)].sort((a, b) => a - b) as [number, number];
  return text.slice(0, from) + replacement + text.slice(to);
}

/** Null when one of the marks is missing. */
export function substringBetween(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

export function swapCase(text: string): string {
  const swap = (character: string) => {
    const lower = character.toLowerCase();
    const other = character === lower ? character.toUpperCase() : lower;
    return other.length === character.length ? other : character;
  };
  return [...text].map(swap).join('');
}

/** Java's `trim`: everything up to the space character counts as white. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

/** Plain text of HTML: without tags, comments and style sheets; entities become characters. */
export function stripHtmlTags(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[A-Za-z!?][^>]*>/gi, '');
}

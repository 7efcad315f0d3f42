/** The patterns of Java's `SimpleDateFormat`, in English. */
import { newException } from '../runtime/exceptions';
import { offsetAt, utcMillis, wallClockAt, zoneName } from './time-zone';
import type { WallClock } from './time-zone';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;

interface Moment {
  readonly clock: WallClock;
  readonly millis: number;
  readonly zone: string;
}

type Letter = (moment: Moment, count: number) => string;

const number = (value: number, count: number) => String(value).padStart(count, '0');
const text = (name: string | undefined, count: number) => (count >= 4 ? (name ?? '') : (name ?? '').slice(0, 3));

/** One entry for each pattern letter. */
const LETTERS: Readonly<Record<string, Letter>> = {
  G: () => 'AD',
  y: ({ clock }, count) => year(clock.year, count),
  Y: ({ clock }, count) => year(weekYear(clock), count),
  M: ({ clock }, count) => (count >= 3 ? text(MONTHS[clock.month - 1], count) : number(clock.month, count)),
  L: ({ clock }, count) => (count >= 3 ? text(MONTHS[clock.month - 1], count) : number(clock.month, count)),
  w: ({ clock }, count) => number(weekOfYear(clock), count),
  W: ({ clock }, count) => number(Math.floor((clock.day - 1 + weekday({ ...clock, day: 1 })) / 7) + 1, count),
  D: ({ clock }, count) => number((dayStart(clock) - utcMillis(clock.year, 1, 1)) / DAY + 1, count),
  d: ({ clock }, count) => number(clock.day, count),
  F: ({ clock }, count) => number(Math.floor((clock.day - 1) / 7) + 1, count),
  E: ({ clock }, count) => text(WEEKDAYS[weekday(clock)], count),
  u: ({ clock }, count) => number(weekday(clock) || 7, count),
  a: ({ clock }) => (clock.hour < 12 ? 'AM' : 'PM'),
  H: ({ clock }, count) => number(clock.hour, count),
  k: ({ clock }, count) => number(clock.hour || 24, count),
  K: ({ clock }, count) => number(clock.hour % 12, count),
  h: ({ clock }, count) => number(clock.hour % 12 || 12, count),
  m: ({ clock }, count) => number(clock.minute, count),
  s: ({ clock }, count) => number(clock.second, count),
  S: ({ clock }, count) => number(clock.millisecond, count),
  z: ({ zone, millis }, count) => zoneName(zone, millis, count >= 4 ? 'long' : 'short'),
  Z: ({ zone, millis }) => offsetText(offsetAt(zone, millis), ''),
  X: ({ zone, millis }, count) => isoOffset(offsetAt(zone, millis), count)
};

/**
 * A moment as a `SimpleDateFormat` pattern tells, in a zone.
 *
 * @throws System.IllegalArgumentException for unknown letters and an open quote
 */
export function formatDatetime(millis: number, pattern: string, zone: string): string {
  const moment = { clock: wallClockAt(millis, zone), millis, zone };
  let result = '';
  for (let i = 0; i < pattern.length;) {
    const character = pattern.charAt(i);
    if (character === "'") {
      const quoted = quotedText(pattern, i);
      result += quoted.text;
      i = quoted.end;
    } else if (/[A-Za-z]/.test(character)) {
      let end = i;
      while (pattern.charAt(end) === character) end++;
      result += letter(character)(moment, end - i);
      i = end;
    } else {
      result += character;
      i++;
    }
  }
  return result;
}

function letter(character: string): Letter {
  const found = LETTERS[character];
  if (!found) throw newException('System.IllegalArgumentException', `Illegal pattern character '${character}'`);
  return found;
}

/** Text between quotes stands for itself; two quotes are one, inside and outside. */
function quotedText(pattern: string, start: number): { text: string; end: number } {
  if (pattern.charAt(start + 1) === "'") return { text: "'", end: start + 2 };
  let result = '';
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern.charAt(i) !== "'") result += pattern.charAt(i);
    else if (pattern.charAt(i + 1) === "'") {
      result += "'";
      i++;
    } else return { text: result, end: i + 1 };
  }
  throw newException('System.IllegalArgumentException', 'Unterminated quote');
}

/** Two letters are the last two digits, all other counts the whole year. */
function year(value: number, count: number): string {
  return count === 2 ? number(value % 100, 2) : number(value, count);
}

function dayStart(clock: WallClock): number {
  return utcMillis(clock.year, clock.month, clock.day);
}

/** 0 is Sunday. */
function weekday(clock: WallClock): number {
  return new Date(dayStart(clock)).getUTCDay();
}

/** Weeks of the locale en_US: from Sunday, and the first week is the one with January 1. */
function weekOfYear(clock: WallClock): number {
  if (weekYear(clock) > clock.year) return 1;
  const firstWeekday = new Date(utcMillis(clock.year, 1, 1)).getUTCDay();
  return Math.floor(((dayStart(clock) - utcMillis(clock.year, 1, 1)) / DAY + firstWeekday) / 7) + 1;
}

function weekYear(clock: WallClock): number {
  const saturday = new Date(dayStart(clock) + (6 - weekday(clock)) * DAY);
  return saturday.getUTCFullYear();
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${number(Math.floor(minutes / 60), 2)}${separator}${number(Math.floor(minutes % 60), 2)}`;
}

function isoOffset(offset: number, count: number): string {
  if (offset === 0) return 'Z';
  return count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 2 ? '' : ':');
}

/** `TODAY`, `LAST_N_DAYS:30` and their kind: spans of calendar days in the user's time zone. */
import { momentOf, utcMillis, wallClockAt } from '../../library/time-zone';
import { queryException } from './errors';

const DAY = 86_400_000;

/** Days since 1970; `end` is the first day after the span. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

interface Calendar {
  readonly today: number;
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Midnight of a day in a zone, in milliseconds since 1970. */
export function startOfDay(epochDay: number, timeZone: string): number {
  const date = new Date(epochDay * DAY);
  const clock = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0
  };
  return momentOf(clock, timeZone);
}

/** The day that calendars in the zone show at a moment. */
export function dayAt(millis: number, timeZone: string): number {
  const { year, month, day } = wallClockAt(millis, timeZone);
  return utcMillis(year, month, day) / DAY;
}

/**
 * The days that a date literal means at the moment `now`. Fiscal years are calendar years.
 *
 * @throws System.QueryException for an unknown literal
 */
export function dateLiteralSpan(name: string, n: number | null, now: number, timeZone: string): DaySpan {
  const { year, month } = wallClockAt(now, timeZone);
  const calendar = { today: dayAt(now, timeZone), year, month };
  const plain = name.replace('FISCAL_', '');
  const count = n ?? 1;
  const { today } = calendar;
  switch (plain) {
    case 'TODAY':
      return days(today, 1);
    case 'YESTERDAY':
      return days(today - 1, 1);
    case 'TOMORROW':
      return days(today + 1, 1);
    case 'LAST_90_DAYS':
      return { start: today - 90, end: today + 1 };
    case 'NEXT_90_DAYS':
      return { start: today + 1, end: today + 91 };
    case 'LAST_N_DAYS':
      return { start: today - count, end: today + 1 };
    case 'NEXT_N_DAYS':
      return { start: today + 1, end: today + 1 + count };
    case 'N_DAYS_AGO':
      return days(today - count, 1);
    default:
      return unitSpan(plain, count, calendar) ?? unknownLiteral(name);
  }
}

function unitSpan(name: string, n: number, calendar: Calendar): DaySpan | null {
  const match =
    /^(?:(THIS|LAST|NEXT|LAST_N|NEXT_N)_(WEEK|MONTH|QUARTER|YEAR)S?|N_(WEEK|MONTH|QUARTER|YEAR)S_AGO)$/.exec(name);
  if (!match) return null;
  const unit = (match[2] ?? match[3]) as Unit;
  const start = (offset: number) => startOfUnit(unit, offset, calendar);
  switch (match[1]) {
    case 'THIS':
      return { start: start(0), end: start(1) };
    case 'LAST':
      return { start: start(-1), end: start(0) };
    case 'NEXT':
      return { start: start(1), end: start(2) };
    case 'LAST_N':
      return { start: start(-n), end: start(0) };
    case 'NEXT_N':
      return { start: start(1), end: start(1 + n) };
    default:
      return { start: start(-n), end: start(1 - n) };
  }
}

/** The first day of the unit that lies `offset` units from the current one. Weeks begin on Sunday. */
function startOfUnit(unit: Unit, offset: number, { today, year, month }: Calendar): number {
  const monthStart = (y: number, m: number) => Date.UTC(y, m - 1, 1) / DAY;
  switch (unit) {
    case 'WEEK':
      return today - new Date(today * DAY).getUTCDay() + offset * 7;
    case 'MONTH':
      return monthStart(year, month + offset);
    case 'QUARTER':
      return monthStart(year, Math.floor((month - 1) / 3) * 3 + 1 + offset * 3);
    case 'YEAR':
      return monthStart(year + offset, 1);
    default:
      return today + offset;
  }
}

function days(start: number, count: number): DaySpan {
  return { start, end: start + count };
}

function unknownLiteral(name: string): never {
  throw queryException(`unexpected token: '${name}'`);
}

/** Cron expressions of `System.schedule`: `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`. */
import { momentOf, offsetAt, wallClockAt } from '../library/time-zone';
import { newException } from './exceptions';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400_000;
/** Years that are searched from the first one that can match: a 29 February may be eight years off. */
const SEARCHED_YEARS = 9;
const LAST_YEAR = 2099;

type Matcher = (date: Date) => boolean;

interface Schedule {
  readonly second: number;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly years: readonly number[];
  readonly isDay: Matcher;
}

/**
 * The next moment after `from` (milliseconds since 1970) at which the expression fires, or null when it never does again.
 * The expression means clocks in `zone`, that of the user who schedules.
 *
 * @throws System.StringException for an expression that the platform refuses
 */
export function nextFireTime(expression: string, from: number, zone: string): number | null {
  const clock = nextClockTime(parse(expression), from + offsetAt(zone, from));
  return clock === null ? null : momentOf(wallClockAt(clock, 'GMT'), zone);
}

/** As {@link nextFireTime}, on clock times that are written as if they were GMT. */
function nextClockTime(schedule: Schedule, from: number): number | null {
  const thisYear = new Date(from).getUTCFullYear();
  for (const year of schedule.years.filter((candidate) => candidate >= thisYear).slice(0, SEARCHED_YEARS)) {
    const firstDay = year === thisYear ? Math.floor(from / DAY) * DAY : Date.UTC(year, 0, 1);
    for (let day = firstDay; day < Date.UTC(year + 1, 0, 1); day += DAY) {
      const time = schedule.isDay(new Date(day)) ? firstTimeAfter(schedule, day, from) : null;
      if (time !== null) return time;
    }
  }
  return null;
}

function firstTimeAfter(schedule: Schedule, dayStart: number, from: number): number | null {
  for (const hour of schedule.hours) {
    for (const minute of schedule.minutes) {
      const time = dayStart + ((hour * 60 + minute) * 60 + schedule.second) * 1000;
      if (time > from) return time;
    }
  }
  return null;
}

function parse(expression: string): Schedule {
  const parts = expression.trim().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = parts;
  if (parts.length < 6 || parts.length > 7) throw invalid(expression);
  const second = values(seconds, 0, 59, [], expression);
  if (second.length !== 1)
    throw newException(
      'System.AsyncException',
      'Based on configured schedule, the given trigger will never fire: seconds must be one number.'
    );
  const isMonth = oneOf(values(month, 1, 12, MONTHS, expression), (date) => date.getUTCMonth() + 1);
  const isDayOfMonth = dayOfMonthMatcher(dayOfMonth, expression);
  const isDayOfWeek = dayOfWeekMatcher(dayOfWeek, expression);
  return {
    second: second[0] ?? 0,
    minutes: values(minutes, 0, 59, [], expression),
    hours: values(hours, 0, 23, [], expression),
    years: values(year, 1970, LAST_YEAR, [], expression),
    isDay: (date) => isMonth(date) && isDayOfMonth(date) && isDayOfWeek(date)
  };
}

function oneOf(allowed: readonly number[], part: (date: Date) => number): Matcher {
  const set = new Set(allowed);
  return (date) => set.has(part(date));
}

function dayOfMonthMatcher(text: string, expression: string): Matcher {
  if (text === '?') return () => true;
  if (text.toUpperCase() === 'L') return (date) => date.getUTCDate() === daysInMonth(date);
  if (/^\d+W$/i.test(text)) return (date) => date.getUTCDate() === nearestWeekday(date, Number.parseInt(text, 10));
  return oneOf(values(text, 1, 31, [], expression), (date) => date.getUTCDate());
}

function dayOfWeekMatcher(text: string, expression: string): Matcher {
  if (text === '?') return () => true;
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth) {
    const weekday = number(nth[1] ?? '', WEEKDAYS, 1);
    return (date) => date.getUTCDay() + 1 === weekday && Math.ceil(date.getUTCDate() / 7) === Number(nth[2]);
  }
  const last = /^(\w+)L$/i.exec(text);
  if (last) {
    const weekday = number(last[1] ?? '', WEEKDAYS, 1);
    return (date) => date.getUTCDay() + 1 === weekday && date.getUTCDate() + 7 > daysInMonth(date);
  }
  return oneOf(values(text, 1, 7, WEEKDAYS, expression), (date) => date.getUTCDay() + 1);
}

/** The numbers that one part stands for: `*`, `5`, `1,3`, `MON-FRI`, `0/15`. `names` are numbered from `minimum`. */
function values(
  text: string,
  minimum: number,
  maximum: number,
  names: readonly string[],
  expression: string
): number[] {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText] = part.split('/');
    const [startText = '', endText] = range.split('-');
    const start = startText === '*' ? minimum : number(startText, names, minimum);
    const isOpen = startText === '*' || (stepText !== undefined && endText === undefined);
    const end = endText === undefined ? (isOpen ? maximum : start) : number(endText, names, minimum);
    const step = stepText === undefined ? 1 : Number(stepText);
    if (![start, end, step].every(Number.isInteger) || start < minimum || end > maximum || step < 1)
      throw invalid(expression);
    for (let value = start; value <= end; value += step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function number(text: string, names: readonly string[], first: number): number {
  const index = names.indexOf(text.toUpperCase());
  return index >= 0 ? index + first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

function nearestWeekday(date: Date, day: number): number {
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)).getUTCDay();
  if (weekday === 6) return day === 1 ? 3 : day - 1;
  if (weekday === 0) return day === daysInMonth(date) ? day - 2 : day + 1;
  return day;
}

function invalid(expression: string) {
  return newException('System.StringException', `Illegal cron expression: ${expression}`);
}

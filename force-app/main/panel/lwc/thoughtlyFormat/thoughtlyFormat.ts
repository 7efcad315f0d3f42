/** Durations, dates and texts with placeholders, in the language and time zone of the user. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;
const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', SECONDS_PER_HOUR],
  ['minute', SECONDS_PER_MINUTE]
];

const locale = supportedLocale();
const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** Date and time, or blank for nothing and for what is no date. */
export const formatDateTime = dateWriter({ dateStyle: 'medium', timeStyle: 'short' });

/** Day with its name, or blank. */
export const formatDate = dateWriter({ dateStyle: 'full' });

/** A date without a time, which belongs to no time zone, or blank. */
export const formatDay = dateWriter({ timeZone: 'UTC' });

/** Time of the day, or blank. */
export const formatTime = dateWriter({ timeStyle: 'short' });

/** Replaces `{0}`, `{1}`, … of a label. A placeholder without a value stays as it is. */
export function formatLabel(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

/** A duration for people, from seconds: `3 min 28 sec`, `1 hr 5 min`. Blank when there is none. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return '';
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / SECONDS_PER_HOUR);
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE) % SECONDS_PER_MINUTE;
  if (hours > 0) return `${formatUnit(hours, 'hour')} ${formatUnit(minutes, 'minute')}`;
  const rest = formatUnit(whole % SECONDS_PER_MINUTE, 'second');
  return minutes > 0 ? `${formatUnit(minutes, 'minute')} ${rest}` : rest;
}

/** A place in a recording, from seconds: `0:04`, `12:30`, `1:02:09`. */
export function formatClock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const hours = Math.floor(whole / SECONDS_PER_HOUR);
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE) % SECONDS_PER_MINUTE;
  const tail = pad(whole % SECONDS_PER_MINUTE);
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** Seconds of a place such as `1:05` or `1:02:09`, or of a bare number of seconds; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  if (!/^\d{1,5}(:\d{1,2}){0,2}$/.test(text.trim())) return undefined;
  return text
    .trim()
    .split(':')
    .reduce((seconds, part) => seconds * SECONDS_PER_MINUTE + Number(part), 0);
}

/** How long ago, or how soon: `2 days ago`, `in 3 hours`. */
export function formatRelative(iso: string | null | undefined, now: number = Date.now()): string {
  const time = parseTime(iso);
  if (time === undefined) return '';
  const seconds = (time - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', SECONDS_PER_MINUTE];
  return relativeFormat.format(Math.trunc(seconds / size), unit);
}

/** Milliseconds since 1970 of an ISO time stamp, or undefined. */
export function parseTime(iso: string | null | undefined): number | undefined {
  if (!iso) return undefined;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function formatUnit(amount: number, unit: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit }).format(amount);
}

/** The user's locale, or the browser's when the platform names one that the browser does not know. */
function supportedLocale(): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(LOCALE)[0];
  } catch {
    return undefined;
  }
}

/** Writes ISO time stamps in one way. */
function dateWriter(options: Intl.DateTimeFormatOptions): (iso: string | null | undefined) => string {
  const format = createFormat(options);
  return (iso) => {
    const time = parseTime(iso);
    return time === undefined ? '' : format.format(time);
  };
}

function createFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}

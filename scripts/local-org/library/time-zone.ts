/** Wall-clock arithmetic in named time zones, on the zone data that Node carries. */

/** A point of wall-clock time. Months count from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export const GMT = 'GMT';

/** Zone offsets change on quarter hours only, so one lookup serves a quarter. */
const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;
const MAXIMUM_CACHED_OFFSETS = 50_000;
const formatterByZone = new Map<string, Intl.DateTimeFormat>();
const offsetByQuarter = new Map<string, number>();

/** Whether Node knows the zone: an IANA name, `GMT`, or `GMT+02:00`. */
export function isTimeZone(zone: string): boolean {
  return fixedOffset(zone) !== null || findFormatter(zone) !== null;
}

/** Milliseconds that the zone's clocks are ahead of GMT at that moment. Unknown zones count as GMT, as in Java. */
export function offsetAt(zone: string, millis: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const key = `${zone}|${Math.floor(millis / QUARTER_HOUR)}`;
  const known = offsetByQuarter.get(key);
  if (known !== undefined) return known;
  const offset = computeOffset(zone, millis);
  if (offsetByQuarter.size >= MAXIMUM_CACHED_OFFSETS) offsetByQuarter.clear();
  offsetByQuarter.set(key, offset);
  return offset;
}

/** What a clock in the zone shows at that moment. */
export function wallClockAt(millis: number, zone: string): WallClock {
  const shifted = new Date(millis + offsetAt(zone, millis));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds()
  };
}

/**
 * The moment at which a clock in the zone shows that time. Fields may run over their borders (month 14, day 0). A time
 * that daylight saving skips moves forward by the gap; of a time that comes twice the later one counts, as in Java.
 */
export function momentOf(clock: WallClock, zone: string): number {
  const asGmt =
    utcMillis(clock.year, clock.month, clock.day) +
    ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 +
    clock.millisecond;
  const offsets = [offsetAt(zone, asGmt - DAY), offsetAt(zone, asGmt + DAY)];
  const fitting = offsets.filter((offset) => offsetAt(zone, asGmt - offset) === offset);
  return asGmt - Math.min(...(fitting.length > 0 ? fitting : [offsets[0] ?? 0]));
}

/** Midnight GMT of a day, also for the years 0 to 99, which `Date.UTC` takes for 1900 to 1999. */
export function utcMillis(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** The zone's name at that moment: `short` gives `PST`, `long` gives `Pacific Standard Time`. */
export function zoneName(zone: string, millis: number, style: 'short' | 'long'): string {
  if (fixedOffset(zone) !== null) return zone;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(millis);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function fixedOffset(zone: string): number | null {
  if (zone === 'GMT' || zone === 'UTC' || zone === 'Z') return 0;
  const match = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function computeOffset(zone: string, millis: number): number {
  const formatter = findFormatter(zone);
  if (!formatter) return 0;
  const value: Record<string, number> = {};
  for (const part of formatter.formatToParts(millis)) value[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = value;
  const shown = utcMillis(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000;
  return shown - Math.floor(millis / 1000) * 1000;
}

function findFormatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatterByZone.get(zone);
  if (known) return known;
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    });
    formatterByZone.set(zone, formatter);
    return formatter;
  } catch {
    return null;
  }
}

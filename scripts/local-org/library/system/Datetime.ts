/** `System.Datetime`: a moment. Fields and texts of it depend on the time zone of the running user. */
import { newException } from '../../runtime/exceptions';
import { formatDatetime } from '../date-format';
import { platformType } from '../registry';
import { currentMillis, runningUserTimeZone } from '../running-user';
import { GMT, momentOf, wallClockAt } from '../time-zone';
import type { WallClock } from '../time-zone';
import { ApexDate } from './Date';
import { ApexTime } from './Time';

/** Immutable. `millis` since 1970-01-01 GMT. */
export class ApexDatetime {
  readonly millis: number;

  constructor(millis: number) {
    this.millis = millis;
  }

  /** What clocks and calendars in the zone show. */
  in(zone: string): WallClock {
    return wallClockAt(this.millis, zone);
  }

  equals(other: ApexDatetime): boolean {
    return this.millis === other.millis;
  }

  compareTo(other: ApexDatetime): number {
    return Math.sign(this.millis - other.millis);
  }

  /** `2024-02-29T12:30:00.000Z`, the form of JSON. */
  toIsoText(): string {
    return new Date(this.millis).toISOString();
  }

  /** `2024-02-29 12:30:00` in GMT, as debug lines and concatenations show it. */
  toString(): string {
    return this.toLocalText(GMT);
  }

  /** `2024-02-29 12:30:00` in a zone: `String.valueOf(Datetime)` with that of the running user. */
  toLocalText(zone: string): string {
    return formatDatetime(this.millis, 'yyyy-MM-dd HH:mm:ss', zone);
  }
}

function fromClock(
  zone: string,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0
): ApexDatetime {
  return new ApexDatetime(momentOf({ year, month, day, hour, minute, second, millisecond: 0 }, zone));
}

function fromDateAndTime(zone: string, date: ApexDate | null, time: ApexTime | null): ApexDatetime {
  if (date === null || time === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const { year, month, day } = date;
  const { hour, minute, second, millisecond } = time;
  return new ApexDatetime(momentOf({ year, month, day, hour, minute, second, millisecond }, zone));
}

/** `2024-02-29 12:30:00` in a zone. */
function fromText(text: string | null, zone: string): ApexDatetime {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text.trim());
  if (!match) throw newException('System.TypeException', `Invalid date/time: ${text}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return fromClock(zone, year, month, day, hour, minute, second);
}

/** The forms of the locale en_US: `2/29/2024, 12:30 PM`, also without the comma. */
function parseLocal(text: string | null): ApexDatetime {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2})\s?([AP])M$/i.exec(text.trim());
  if (!match) throw newException('System.TypeException', `Invalid date/time: ${text}`);
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const isAfternoon = match[6]?.toUpperCase() === 'P';
  return fromClock(runningUserTimeZone(), year, month, day, (hour % 12) + (isAfternoon ? 12 : 0), minute);
}

function fromObject(value: unknown): ApexDatetime | null {
  if (value === null || value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.toEpochDay() * 86_400_000);
  return fromText(String(value), runningUserTimeZone());
}

function addMillis(self: ApexDatetime, millis: number): ApexDatetime {
  return new ApexDatetime(self.millis + millis);
}

/** Calendar arithmetic goes by the day in GMT and keeps the time of day. */
function addMonths(self: ApexDatetime, months: number): ApexDatetime {
  const day = ApexDate.at(self.millis, GMT);
  return addMillis(self, (day.addMonths(months).toEpochDay() - day.toEpochDay()) * 86_400_000);
}

function dayOfYear(self: ApexDatetime, zone: string): number {
  const day = ApexDate.at(self.millis, zone);
  return day.toEpochDay() - new ApexDate(day.year, 1, 1).toEpochDay() + 1;
}

function timeAt(self: ApexDatetime, zone: string): ApexTime {
  const { hour, minute, second, millisecond } = self.in(zone);
  return ApexTime.of(hour, minute, second, millisecond);
}

function formatWith(self: ApexDatetime, pattern: string | null, zone: string | null): string {
  if (pattern === null || zone === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return formatDatetime(self.millis, pattern, zone);
}

const local = (self: ApexDatetime) => self.in(runningUserTimeZone());

platformType({
  name: 'System.Datetime',
  jsClass: ApexDatetime,
  statics: {
    'newInstance/1': (millis: bigint) => new ApexDatetime(Number(millis)),
    'newInstance/2': (date: ApexDate, time: ApexTime) => fromDateAndTime(runningUserTimeZone(), date, time),
    newInstance: (year: number, month: number, day: number, hour?: number, minute?: number, second?: number) =>
      fromClock(runningUserTimeZone(), year, month, day, hour, minute, second),
    'newInstanceGmt/2': (date: ApexDate, time: ApexTime) => fromDateAndTime(GMT, date, time),
    newInstanceGmt: (year: number, month: number, day: number, hour?: number, minute?: number, second?: number) =>
      fromClock(GMT, year, month, day, hour, minute, second),
    now: () => new ApexDatetime(currentMillis()),
    parse: parseLocal,
    'valueOf(String)': (text: string | null) => fromText(text, runningUserTimeZone()),
    'valueOf(Object)': fromObject,
    valueOfGmt: (text: string | null) => fromText(text, GMT)
  },
  methods: {
    addDays: (self: ApexDatetime, days: number) => addMillis(self, days * 86_400_000),
    addHours: (self: ApexDatetime, hours: number) => addMillis(self, hours * 3_600_000),
    addMinutes: (self: ApexDatetime, minutes: number) => addMillis(self, minutes * 60_000),
    addMonths,
    addSeconds: (self: ApexDatetime, seconds: number) => addMillis(self, seconds * 1000),
    addYears: (self: ApexDatetime, years: number) => addMonths(self, 12 * years),
    date: (self: ApexDatetime) => ApexDate.at(self.millis, runningUserTimeZone()),
    dateGmt: (self: ApexDatetime) => ApexDate.at(self.millis, GMT),
    day: (self: ApexDatetime) => local(self).day,
    dayGmt: (self: ApexDatetime) => self.in(GMT).day,
    dayOfYear: (self: ApexDatetime) => dayOfYear(self, runningUserTimeZone()),
    dayOfYearGmt: (self: ApexDatetime) => dayOfYear(self, GMT),
    'format/0': (self: ApexDatetime) => formatDatetime(self.millis, 'M/d/yyyy, h:mm a', runningUserTimeZone()),
    'format/1': (self: ApexDatetime, pattern: string | null) => formatWith(self, pattern, runningUserTimeZone()),
    'format/2': formatWith,
    formatGmt: (self: ApexDatetime, pattern: string | null) => formatWith(self, pattern, GMT),
    formatLong: (self: ApexDatetime) => formatDatetime(self.millis, 'M/d/yyyy, h:mm:ss a z', runningUserTimeZone()),
    getTime: (self: ApexDatetime) => BigInt(self.millis),
    hour: (self: ApexDatetime) => local(self).hour,
    hourGmt: (self: ApexDatetime) => self.in(GMT).hour,
    isSameDay: (self: ApexDatetime, other: ApexDatetime) =>
      ApexDate.at(self.millis, runningUserTimeZone()).equals(ApexDate.at(other.millis, runningUserTimeZone())),
    millisecond: (self: ApexDatetime) => local(self).millisecond,
    millisecondGmt: (self: ApexDatetime) => self.in(GMT).millisecond,
    minute: (self: ApexDatetime) => local(self).minute,
    minuteGmt: (self: ApexDatetime) => self.in(GMT).minute,
    month: (self: ApexDatetime) => local(self).month,
    monthGmt: (self: ApexDatetime) => self.in(GMT).month,
    second: (self: ApexDatetime) => local(self).second,
    secondGmt: (self: ApexDatetime) => self.in(GMT).second,
    time: (self: ApexDatetime) => timeAt(self, runningUserTimeZone()),
    timeGmt: (self: ApexDatetime) => timeAt(self, GMT),
    year: (self: ApexDatetime) => local(self).year,
    yearGmt: (self: ApexDatetime) => self.in(GMT).year
  }
});

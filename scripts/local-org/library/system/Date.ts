/** `System.Date`: a calendar day without a time and without a zone. */
import { newException } from '../../runtime/exceptions';
import { currentMillis, runningUserTimeZone } from '../running-user';
import { platformType } from '../registry';
import { utcMillis, wallClockAt } from '../time-zone';
import { ApexDatetime } from './Datetime';

const DAY = 86_400_000;

/** Immutable. Months count from 1. */
export class ApexDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Months and days may run over their borders: month 13 is January of the next year, day 0 the last of the month before. */
  static of(year: number, month: number, day: number): ApexDate {
    return ApexDate.fromEpochDay(utcMillis(year, month, day) / DAY);
  }

  static fromEpochDay(epochDay: number): ApexDate {
    const date = new Date(epochDay * DAY);
    return new ApexDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }

  /** The day that a calendar in the zone shows at that moment. */
  static at(millis: number, zone: string): ApexDate {
    const { year, month, day } = wallClockAt(millis, zone);
    return new ApexDate(year, month, day);
  }

  /** `2024-02-29`, also with a time behind it that is left out; null when the text has another form. */
  static tryParse(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text.trim());
    return match ? ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  }

  /** Days since 1970-01-01. */
  toEpochDay(): number {
    return utcMillis(this.year, this.month, this.day) / DAY;
  }

  addDays(days: number): ApexDate {
    return ApexDate.fromEpochDay(this.toEpochDay() + days);
  }

  /** The same day of another month, or its last day when it is shorter. */
  addMonths(months: number): ApexDate {
    const index = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    return new ApexDate(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  equals(other: ApexDate): boolean {
    return this.year === other.year && this.month === other.month && this.day === other.day;
  }

  compareTo(other: ApexDate): number {
    return Math.sign(this.year - other.year || this.month - other.month || this.day - other.day);
  }

  /** `2024-02-29` */
  toString(): string {
    return `${String(this.year).padStart(4, '0')}-${String(this.month).padStart(2, '0')}-${String(this.day).padStart(2, '0')}`;
  }
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  return new Date(utcMillis(year, month + 1, 0)).getUTCDate();
}

function dateFromText(text: string | null): ApexDate {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const date = ApexDate.tryParse(text);
  if (!date) throw newException('System.TypeException', `Invalid date: ${text}`);
  return date;
}

function dateFromObject(value: unknown): ApexDate | null {
  if (value === null || value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return ApexDate.at(value.millis, 'GMT');
  return dateFromText(String(value));
}

/** The short form of the locale en_US, `2/29/2024`. */
function parseLocalDate(text: string | null): ApexDate {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!match) throw newException('System.TypeException', `Invalid date: ${text}`);
  return ApexDate.of(Number(match[3]), Number(match[1]), Number(match[2]));
}

/** Weeks begin on Sunday, as in the locale en_US. */
function startOfWeek(self: ApexDate): ApexDate {
  const weekday = new Date(utcMillis(self.year, self.month, self.day)).getUTCDay();
  return self.addDays(-weekday);
}

platformType({
  name: 'System.Date',
  jsClass: ApexDate,
  statics: {
    daysInMonth,
    isLeapYear,
    newInstance: ApexDate.of,
    parse: parseLocalDate,
    today: () => ApexDate.at(currentMillis(), runningUserTimeZone()),
    'valueOf(String)': dateFromText,
    'valueOf(Object)': dateFromObject
  },
  methods: {
    addDays: (self: ApexDate, days: number) => self.addDays(days),
    addMonths: (self: ApexDate, months: number) => self.addMonths(months),
    addYears: (self: ApexDate, years: number) => self.addMonths(12 * years),
    day: (self: ApexDate) => self.day,
    dayOfYear: (self: ApexDate) => self.toEpochDay() - new ApexDate(self.year, 1, 1).toEpochDay() + 1,
    daysBetween: (self: ApexDate, other: ApexDate) => other.toEpochDay() - self.toEpochDay(),
    format: (self: ApexDate) => `${self.month}/${self.day}/${self.year}`,
    isSameDay: (self: ApexDate, other: ApexDate) => self.equals(other),
    month: (self: ApexDate) => self.month,
    // "ignoring the difference in days" (Apex Reference, monthsBetween)
    monthsBetween: (self: ApexDate, other: ApexDate) => (other.year - self.year) * 12 + other.month - self.month,
    toStartOfMonth: (self: ApexDate) => new ApexDate(self.year, self.month, 1),
    toStartOfWeek: startOfWeek,
    year: (self: ApexDate) => self.year
  }
});

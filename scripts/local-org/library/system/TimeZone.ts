/** `System.TimeZone`. */
import { required } from '../null-argument';
import { platformType } from '../registry';
import { currentMillis } from '../running-user';
import { GMT, isTimeZone, offsetAt, zoneName } from '../time-zone';
import type { ApexDatetime } from './Datetime';

export class ApexTimeZone {
  /** An IANA name, or `GMT`. */
  readonly id: string;

  /** Unknown zones are GMT, as in Java. */
  constructor(id: string) {
    this.id = isTimeZone(id) ? id : GMT;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }

  hashText(): string {
    return `TimeZone ${this.id}`;
  }

  toString(): string {
    return this.id;
  }
}

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)` */
function displayName(self: ApexTimeZone): string {
  const now = currentMillis();
  const minutes = Math.abs(offsetAt(self.id, now)) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const sign = offsetAt(self.id, now) < 0 ? '-' : '+';
  return `(GMT${sign}${two(minutes / 60)}:${two(minutes % 60)}) ${zoneName(self.id, now, 'long')} (${self.id})`;
}

platformType({
  name: 'System.TimeZone',
  jsClass: ApexTimeZone,
  statics: { getTimeZone: (id: string | null) => new ApexTimeZone(required(id)) },
  methods: {
    getDisplayName: displayName,
    getID: (self: ApexTimeZone) => self.id,
    getOffset: (self: ApexTimeZone, datetime: ApexDatetime | null) => offsetAt(self.id, required(datetime).millis),
    toString: (self: ApexTimeZone) => self.id
  }
});

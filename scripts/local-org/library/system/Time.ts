/** `System.Time`: a time of day without a day and without a zone. */
import { platformType } from '../registry';

const DAY = 86_400_000;

/** Immutable. `millis` of the day, 0 to 86,399,999. */
export class ApexTime {
  readonly millis: number;

  /** Milliseconds outside of a day wrap around. */
  constructor(millis: number) {
    this.millis = ((millis % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.millis / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.millis / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.millis / 1000) % 60;
  }

  get millisecond(): number {
    return this.millis % 1000;
  }

  equals(other: ApexTime): boolean {
    return this.millis === other.millis;
  }

  compareTo(other: ApexTime): number {
    return Math.sign(this.millis - other.millis);
  }

  /** `18:30:02.020Z` */
  toString(): string {
    const two = (value: number) => String(value).padStart(2, '0');
    return `${two(this.hour)}:${two(this.minute)}:${two(this.second)}.${String(this.millisecond).padStart(3, '0')}Z`;
  }
}

platformType({
  name: 'System.Time',
  jsClass: ApexTime,
  statics: { newInstance: ApexTime.of },
  methods: {
    addHours: (self: ApexTime, hours: number) => new ApexTime(self.millis + hours * 3_600_000),
    addMinutes: (self: ApexTime, minutes: number) => new ApexTime(self.millis + minutes * 60_000),
    addSeconds: (self: ApexTime, seconds: number) => new ApexTime(self.millis + seconds * 1000),
    addMilliseconds: (self: ApexTime, milliseconds: number) => new ApexTime(self.millis + milliseconds),
    hour: (self: ApexTime) => self.hour,
    minute: (self: ApexTime) => self.minute,
    second: (self: ApexTime) => self.second,
    millisecond: (self: ApexTime) => self.millisecond
  }
});

/** `System.Version`. */
import { required } from '../null-argument';
import { platformType } from '../registry';

export class ApexVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;

  constructor(major: number | null, minor: number | null, patch: number | null = null) {
    this.major = required(major);
    this.minor = required(minor);
    this.patch = patch;
  }

  compareTo(other: ApexVersion): number {
    return Math.sign(this.major - other.major || this.minor - other.minor || (this.patch ?? 0) - (other.patch ?? 0));
  }

  toString(): string {
    return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join('.');
  }
}

platformType({
  name: 'System.Version',
  jsClass: ApexVersion,
  constructors: {
    '/2': (major: number | null, minor: number | null) => new ApexVersion(major, minor),
    '/3': (major: number | null, minor: number | null, patch: number | null) => new ApexVersion(major, minor, patch)
  },
  methods: {
    compareTo: (self: ApexVersion, other: ApexVersion | null) => self.compareTo(required(other)),
    major: (self: ApexVersion) => self.major,
    minor: (self: ApexVersion) => self.minor,
    patch: (self: ApexVersion) => self.patch
  }
});

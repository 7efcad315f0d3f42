/** `System.Cookie`. */
import { platformType } from '../registry';

class ApexCookie {
  readonly name: string | null;
  readonly value: string | null;
  readonly path: string | null;
  /** Seconds; -1 for the session. */
  readonly maximumAge: number | null;
  readonly isSecure: boolean | null;
  readonly sameSite: string | null;
  readonly isHttpOnly: boolean | null;

  constructor(...[name, value, path, maximumAge, isSecure, sameSite, isHttpOnly]: unknown[]) {
    this.name = name as string | null;
    this.value = value as string | null;
    this.path = path as string | null;
    this.maximumAge = maximumAge as number | null;
    this.isSecure = isSecure as boolean | null;
    this.sameSite = (sameSite ?? null) as string | null;
    this.isHttpOnly = (isHttpOnly ?? false) as boolean | null;
  }
}

const construct = (...values: unknown[]) => new ApexCookie(...values);

platformType({
  name: 'System.Cookie',
  jsClass: ApexCookie,
  constructors: { '/5': construct, '/6': construct, '/7': construct },
  methods: {
    getDomain: () => null,
    getMaxAge: (self: ApexCookie) => self.maximumAge,
    getName: (self: ApexCookie) => self.name,
    getPath: (self: ApexCookie) => self.path,
    getSameSite: (self: ApexCookie) => self.sameSite,
    getValue: (self: ApexCookie) => self.value,
    isHttpOnly: (self: ApexCookie) => self.isHttpOnly,
    isSecure: (self: ApexCookie) => self.isSecure
  }
});

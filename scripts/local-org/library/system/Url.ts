/** `System.URL`, after `java.net.URL`. */
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

export class ApexUrl {
  readonly protocol: string;
  /** `user@host:port`; empty when there is none. */
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;

  /** @throws System.StringException `no protocol: …` for anything that is no absolute address */
  constructor(spec: string) {
    const match = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(spec.trim());
    if (!match) throw newException('System.StringException', `no protocol: ${spec}`);
    const [, protocol = '', authority = '', path = '', query, ref] = match;
    this.protocol = protocol.toLowerCase();
    this.authority = authority;
    this.path = path;
    this.query = query ?? null;
    this.ref = ref ?? null;
  }

  get userInfo(): string | null {
    const at = this.authority.lastIndexOf('@');
    return at < 0 ? null : this.authority.slice(0, at);
  }

  get host(): string {
    return this.authority.slice(this.authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  }

  /** -1 when none is given. */
  get port(): number {
    const port = /:(\d+)$/.exec(this.authority)?.[1];
    return port === undefined ? -1 : Number(port);
  }

  get defaultPort(): number {
    return DEFAULT_PORTS[this.protocol] ?? -1;
  }

  /** Path and query. */
  get file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }

  /** Whether both mean one file, whatever comes behind `#`. */
  isSameFile(other: ApexUrl): boolean {
    const port = (url: ApexUrl) => (url.port < 0 ? url.defaultPort : url.port);
    return (
      this.protocol === other.protocol &&
      this.host.toLowerCase() === other.host.toLowerCase() &&
      port(this) === port(other) &&
      this.file === other.file
    );
  }

  toString(): string {
    const authority = this.authority === '' ? '' : `//${this.authority}`;
    return `${this.protocol}:${authority}${this.file}${this.ref === null ? '' : `#${this.ref}`}`;
  }
}

function fromParts(
  protocol: string | null,
  host: string | null,
  ...rest: [number | null, string | null] | [string | null]
): ApexUrl {
  const file = rest.at(-1) as string | null;
  const port = rest.length === 2 && rest[0] !== null && rest[0] >= 0 ? `:${rest[0]}` : '';
  return new ApexUrl(`${required(protocol)}://${required(host)}${port}${required(file)}`);
}

/** An address seen from another one: `../b?x=1` from `https://host/a/c`. */
function relative(context: ApexUrl | null, spec: string | null): ApexUrl {
  return new ApexUrl(new URL(required(spec), String(required(context))).href);
}

function orgUrl(): ApexUrl {
  return new ApexUrl(currentTransaction().org.instanceUrl);
}

platformType({
  name: 'System.Url',
  jsClass: ApexUrl,
  constructors: {
    '(String)': (spec: string | null) => new ApexUrl(required(spec)),
    '/2': relative,
    '/3': fromParts,
    '/4': fromParts
  },
  statics: { getCurrentRequestUrl: orgUrl, getOrgDomainUrl: orgUrl, getSalesforceBaseUrl: orgUrl },
  methods: {
    getAuthority: (self: ApexUrl) => self.authority,
    getDefaultPort: (self: ApexUrl) => self.defaultPort,
    getFile: (self: ApexUrl) => self.file,
    getHost: (self: ApexUrl) => self.host,
    getPath: (self: ApexUrl) => self.path,
    getPort: (self: ApexUrl) => self.port,
    getProtocol: (self: ApexUrl) => self.protocol,
    getQuery: (self: ApexUrl) => self.query,
    getRef: (self: ApexUrl) => self.ref,
    getUserInfo: (self: ApexUrl) => self.userInfo,
    sameFile: (self: ApexUrl, other: ApexUrl | null) => self.isSameFile(required(other)),
    toExternalForm: (self: ApexUrl) => String(self),
    toString: (self: ApexUrl) => String(self)
  }
});

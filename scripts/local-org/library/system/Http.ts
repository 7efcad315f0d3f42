/** `System.Http`, `HttpRequest` and `HttpResponse`. Requests never leave the local org: mocks answer them. */
import { newException } from '../../runtime/exceptions';
import { callMethod } from '../../runtime/objects';
import { findMock } from '../../runtime/test-context';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexBlob } from './Blob';
import { ApexList } from './List';

/** Headers by name without regard to case; the spelling of the first stays. */
class Headers {
  readonly #values = new Map<string, { readonly name: string; readonly value: string }>();

  get(name: string | null): string | null {
    return this.#values.get(required(name).toLowerCase())?.value ?? null;
  }

  set(name: string | null, value: string | null): void {
    this.#values.set(required(name).toLowerCase(), { name: required(name), value: value ?? '' });
  }

  names(): string[] {
    return [...this.#values.values()].map(({ name }) => name);
  }
}

abstract class HttpMessage {
  readonly headers = new Headers();
  body: ApexBlob | null = null;

  get bodyText(): string {
    return this.body?.toText() ?? '';
  }

  set bodyText(text: string | null) {
    this.body = ApexBlob.fromText(required(text));
  }
}

export class ApexHttpRequest extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  isCompressed = false;
  timeout: number | null = null;
  clientCertificate: string | null = null;

  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class ApexHttpResponse extends HttpMessage {
  status: string | null = null;
  statusCode = 0;

  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

/** The platform waits at most two minutes for an answer. */
const LONGEST_TIMEOUT = 120_000;

function setTimeout(self: ApexHttpRequest, timeout: number | null): void {
  if (required(timeout) < 1 || required(timeout) > LONGEST_TIMEOUT) {
    throw newException(
      'System.CalloutException',
      `Invalid timeout: ${timeout}. Must be between 1 and ${LONGEST_TIMEOUT}`
    );
  }
  self.timeout = timeout;
}

/** @throws System.CalloutException when the request is incomplete, when rows wait for their commit, and without a mock */
function send(_self: object, request: ApexHttpRequest | null): unknown {
  const { limits, isTest } = currentTransaction();
  if (required(request).endpoint === null) throw newException('System.CalloutException', 'No endpoint given');
  if (required(request).method === null) throw newException('System.CalloutException', 'No method given');
  if (limits.used('dmlStatements') > 0) {
    throw newException(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out'
    );
  }
  limits.consume('callouts');
  const mock = findMock('HttpCalloutMock');
  if (mock instanceof PlatformMock) return mock.respond(required(request));
  if (mock) return callMethod(mock, 'respond', [request], ['HttpRequest']);
  const remedy = isTest
    ? 'Set one with Test.setMock(HttpCalloutMock.class, …).'
    : 'Only tests can call out, with Test.setMock(HttpCalloutMock.class, …).';
  throw newException(
    'System.CalloutException',
    `The local org does not send requests, and there is no mock for ${required(request).endpoint}. ${remedy}`
  );
}

/** Mocks of the platform's own. */
export abstract class PlatformMock {
  abstract respond(request: ApexHttpRequest): ApexHttpResponse;
}

class ApexHttp {
  toString(): string {
    return 'Http';
  }
}

platformType({
  name: 'System.Http',
  jsClass: ApexHttp,
  constructors: { '()': () => new ApexHttp() },
  methods: { send, toString: String }
});

const bodyMethods = {
  getBody: (self: HttpMessage) => self.bodyText,
  getBodyAsBlob: (self: HttpMessage) => self.body,
  getHeader: (self: HttpMessage, name: string | null) => self.headers.get(name),
  setBody: (self: HttpMessage, body: string | null) => {
    self.bodyText = body;
  },
  setBodyAsBlob: (self: HttpMessage, body: ApexBlob | null) => {
    self.body = required(body);
  },
  setHeader: (self: HttpMessage, name: string | null, value: string | null) => self.headers.set(name, value),
  toString: String
};

platformType({
  name: 'System.HttpRequest',
  jsClass: ApexHttpRequest,
  constructors: { '()': () => new ApexHttpRequest() },
  methods: {
    ...bodyMethods,
    getCompressed: (self: ApexHttpRequest) => self.isCompressed,
    getEndpoint: (self: ApexHttpRequest) => self.endpoint,
    getMethod: (self: ApexHttpRequest) => self.method,
    setClientCertificate: (self: ApexHttpRequest, certificate: string | null) => {
      self.clientCertificate = certificate;
    },
    setClientCertificateName: (self: ApexHttpRequest, name: string | null) => {
      self.clientCertificate = name;
    },
    setCompressed: (self: ApexHttpRequest, isCompressed: boolean | null) => {
      self.isCompressed = isCompressed === true;
    },
    setEndpoint: (self: ApexHttpRequest, endpoint: string | null) => {
      self.endpoint = required(endpoint);
    },
    setMethod: (self: ApexHttpRequest, method: string | null) => {
      self.method = required(method);
    },
    setTimeout
  }
});

platformType({
  name: 'System.HttpResponse',
  jsClass: ApexHttpResponse,
  constructors: { '()': () => new ApexHttpResponse() },
  methods: {
    ...bodyMethods,
    getHeaderKeys: (self: ApexHttpResponse) => new ApexList('String', self.headers.names()),
    getStatus: (self: ApexHttpResponse) => self.status,
    getStatusCode: (self: ApexHttpResponse) => self.statusCode,
    setStatus: (self: ApexHttpResponse, status: string | null) => {
      self.status = status;
    },
    setStatusCode: (self: ApexHttpResponse, statusCode: number | null) => {
      self.statusCode = required(statusCode);
    }
  }
});

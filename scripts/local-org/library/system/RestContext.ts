/** `System.RestContext`, `RestRequest` and `RestResponse`: an Apex REST call as the called method sees it. */
import { transactionState } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexBlob } from './Blob';
import { ApexMap } from './Map';

const textMap = () => new ApexMap('String', 'String');

export class RestRequestValue {
  headers: ApexMap | null = textMap();
  params: ApexMap | null = textMap();
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
}

export class RestResponseValue {
  headers: ApexMap | null = textMap();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
}

interface RestContextState {
  request: RestRequestValue | null;
  response: RestResponseValue | null;
}

const REST_CONTEXT = Symbol('RestContext');

function context(): RestContextState {
  return transactionState<RestContextState>(REST_CONTEXT, () => ({ request: null, response: null }));
}

/** What a server knows of a call. */
export interface RestCall {
  readonly method: string;
  /** Path behind `/services/apexrest`: `/thoughtly/v1/calls/42`. */
  readonly uri: string;
  /** Path with the mapping of the class: `/services/apexrest/thoughtly/v1/*`. */
  readonly resourcePath: string;
  readonly headers: Iterable<readonly [string, string]>;
  readonly parameters: Iterable<readonly [string, string]>;
  /** Null when the platform takes the body apart for the method's parameters. */
  readonly body: Uint8Array | null;
  readonly remoteAddress: string;
}

export function restRequestOf(call: RestCall): RestRequestValue {
  const request = new RestRequestValue();
  request.headers = new ApexMap('String', 'String', call.headers);
  request.params = new ApexMap('String', 'String', call.parameters);
  request.httpMethod = call.method;
  request.remoteAddress = call.remoteAddress;
  request.requestBody = call.body === null ? null : new ApexBlob(call.body);
  request.requestURI = call.uri;
  request.resourcePath = call.resourcePath;
  return request;
}

/** What the called method left in `RestContext.response`, as a server needs it. */
export interface RestAnswer {
  readonly statusCode: number | null;
  readonly responseBody: ApexBlob | null;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Runs `work` in the current transaction with a request and an empty response.
 *
 * @param work gets the answer as a view that always shows the current state of the response
 */
export function runInRestContext<T>(request: RestRequestValue, work: (answer: RestAnswer) => T): T {
  const state = context();
  state.request = request;
  state.response = new RestResponseValue();
  return work({
    get statusCode() {
      return state.response?.statusCode ?? null;
    },
    get responseBody() {
      return state.response?.responseBody ?? null;
    },
    get headers() {
      return Object.fromEntries(
        (state.response?.headers?.entries() ?? []).map(([name, value]) => [String(name), String(value)])
      );
    }
  });
}

/** A property that is simply a field of the value. */
function field<T extends object>(name: keyof T) {
  return {
    get: (self: T) => self[name],
    set: (self: T, value: T[keyof T]) => {
      self[name] = value;
    }
  };
}

platformType({
  name: 'System.RestContext',
  staticProperties: {
    request: {
      get: () => context().request,
      set: (request: RestRequestValue | null) => {
        context().request = request;
      }
    },
    response: {
      get: () => context().response,
      set: (response: RestResponseValue | null) => {
        context().response = response;
      }
    }
  }
});

platformType({
  name: 'System.RestRequest',
  jsClass: RestRequestValue,
  constructors: { '()': () => new RestRequestValue() },
  methods: {
    addHeader: (self: RestRequestValue, name: string | null, value: string | null) => {
      self.headers?.put(required(name), value);
    },
    addParameter: (self: RestRequestValue, name: string | null, value: string | null) => {
      self.params?.put(required(name), value);
    }
  },
  properties: {
    headers: field<RestRequestValue>('headers'),
    httpMethod: field<RestRequestValue>('httpMethod'),
    params: field<RestRequestValue>('params'),
    remoteAddress: field<RestRequestValue>('remoteAddress'),
    requestBody: field<RestRequestValue>('requestBody'),
    requestURI: field<RestRequestValue>('requestURI'),
    resourcePath: field<RestRequestValue>('resourcePath')
  }
});

platformType({
  name: 'System.RestResponse',
  jsClass: RestResponseValue,
  constructors: { '()': () => new RestResponseValue() },
  methods: {
    addHeader: (self: RestResponseValue, name: string | null, value: string | null) => {
      self.headers?.put(required(name), value);
    }
  },
  properties: {
    headers: field<RestResponseValue>('headers'),
    responseBody: field<RestResponseValue>('responseBody'),
    statusCode: field<RestResponseValue>('statusCode')
  }
});

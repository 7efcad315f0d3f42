/** `StaticResourceCalloutMock` and `MultiStaticResourceCalloutMock`: answers to callouts out of static resources. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexHttpResponse, PlatformMock } from '../system/Http';
import type { ApexHttpRequest } from '../system/Http';
import { staticResourceBody } from './static-resource';

abstract class ResourceMock extends PlatformMock {
  status: string | null = null;
  statusCode = 0;
  readonly headers: [string, string | null][] = [];

  /** Name of the static resource that answers a request. */
  abstract resourceFor(endpoint: string | null): string;

  override respond(request: ApexHttpRequest): ApexHttpResponse {
    const response = new ApexHttpResponse();
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [name, value] of this.headers) response.headers.set(name, value);
    response.body = staticResourceBody(this.resourceFor(request.endpoint));
    return response;
  }
}

class StaticResourceMock extends ResourceMock {
  resource: string | null = null;

  override resourceFor(): string {
    return required(this.resource);
  }
}

class MultiStaticResourceMock extends ResourceMock {
  readonly resourceByEndpoint = new Map<string, string>();

  override resourceFor(endpoint: string | null): string {
    const resource = this.resourceByEndpoint.get(String(endpoint));
    if (resource === undefined)
      throw newException('System.CalloutException', `The mock has no static resource for ${endpoint}`);
    return resource;
  }
}

const methods = {
  respond: (self: ResourceMock, request: ApexHttpRequest | null) => self.respond(required(request)),
  setStatus: (self: ResourceMock, status: string | null) => {
    self.status = status;
  },
  setStatusCode: (self: ResourceMock, statusCode: number | null) => {
    self.statusCode = required(statusCode);
  },
  setHeader: (self: ResourceMock, name: string | null, value: string | null) => {
    self.headers.push([required(name), value]);
  }
};

platformType({
  name: 'System.StaticResourceCalloutMock',
  jsClass: StaticResourceMock,
  constructors: { '()': () => new StaticResourceMock() },
  methods: {
    ...methods,
    setStaticResource: (self: StaticResourceMock, name: string | null) => {
      self.resource = required(name);
    }
  }
});
platformType({
  name: 'System.MultiStaticResourceCalloutMock',
  jsClass: MultiStaticResourceMock,
  constructors: { '()': () => new MultiStaticResourceMock() },
  methods: {
    ...methods,
    setStaticResource: (self: MultiStaticResourceMock, endpoint: string | null, name: string | null) => {
      self.resourceByEndpoint.set(required(endpoint), required(name));
    }
  }
});

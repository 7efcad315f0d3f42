/** `/services/apexrest/**`: classes with `@RestResource`. */
import type { ApexBlob } from '../library/system/Blob';
import { restRequestOf, runInRestContext } from '../library/system/RestContext';
import type { OrgUser } from '../org';
import { setEntryPoint } from '../runtime/entry-point';
import { ApexException } from '../runtime/exceptions';
import type { RuntimeMethod, RuntimeType } from '../runtime/type-info';
import { apexFromJson, apexToJson } from './apex-json';
import { requireClassAccess } from './class-access';
import type { ServerContext } from './context';
import { methodNotAllowed, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Resource {
  readonly type: RuntimeType;
  /** As in the annotation: `/thoughtly/v1/*`. */
  readonly mapping: string;
}

/** Runs the method of the most specific resource that the address matches, as the token's user. */
export function answerApexRest(context: ServerContext, user: OrgUser, request: ServerRequest): ServerAnswer {
  const path = `/${request.segments.slice(2).join('/')}`;
  const resource = findResource(context, path);
  if (!resource) throw new RestError(404, 'NOT_FOUND', 'Could not find a match for URL');
  requireClassAccess(context, user, resource.type.name);
  const method = findVerb(resource.type, request.method);
  if (!method)
    throw methodNotAllowed(
      request.method,
      VERBS.filter((verb) => findVerb(resource.type, verb))
    );
  if (/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
    throw new RestError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Apex REST does not take multipart/form-data');
  }
  return run(context, user, request, { resource, method, path });
}

interface Route {
  readonly resource: Resource;
  readonly method: RuntimeMethod;
  readonly path: string;
}

function run(
  context: ServerContext,
  user: OrgUser,
  request: ServerRequest,
  { resource, method, path }: Route
): ServerAnswer {
  const { org } = context;
  const transaction = org.newTransaction({ userId: user.id, kind: 'synchronous' });
  setEntryPoint(transaction, { quiddity: 'REST' });
  const restRequest = restRequestOf({
    method: request.method,
    uri: path,
    resourcePath: `/services/apexrest${resource.mapping}`,
    headers: request.rawHeaders,
    parameters: request.query,
    body: method.parameters.length === 0 ? request.body : null,
    remoteAddress: request.remoteAddress
  });
  try {
    return org.run(transaction, () =>
      runInRestContext(restRequest, (response) => {
        const result = org.program.invokeStatic(resource.type.name, method.key, argumentsOf(context, method, request));
        return answerOf(response, method, () => apexToJson(org, result, 'rest'));
      })
    );
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    throw new RestError(500, 'APEX_ERROR', `${String(error)}\n\n${error['getstacktracestring()']()}`);
  }
}

function answerOf(
  response: { statusCode: number | null; responseBody: ApexBlob | null; headers: Readonly<Record<string, string>> },
  method: RuntimeMethod,
  result: () => unknown
): ServerAnswer {
  const headers = {
    ...(hasHeader(response.headers, 'content-type') ? {} : { 'Content-Type': 'application/json' }),
    ...response.headers
  };
  if (method.returnType !== 'void')
    return { status: response.statusCode ?? 200, headers, body: JSON.stringify(result()) };
  if (response.responseBody === null) return { status: response.statusCode ?? 204, headers: response.headers };
  return { status: response.statusCode ?? 200, headers, body: Buffer.from(response.responseBody.bytes) };
}

function hasHeader(headers: Readonly<Record<string, string>>, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name);
}

function argumentsOf({ org }: ServerContext, method: RuntimeMethod, request: ServerRequest): unknown[] {
  if (method.parameters.length === 0) return [];
  const body = jsonBody(request);
  const unknownName = Object.keys(body).find((name) => !method.parameters.some((parameter) => parameter.name === name));
  if (unknownName !== undefined)
    throw new RestError(
      400,
      'JSON_PARSER_ERROR',
      `Unexpected parameter encountered during deserialization: ${unknownName}`
    );
  return method.parameters.map((parameter) => apexFromJson(org, body[parameter.name], parameter.type));
}

function findVerb(type: RuntimeType, verb: string): RuntimeMethod | undefined {
  const annotation = `http${verb.toLowerCase()}`;
  return type.methods.find((method) => method.annotations.some((candidate) => candidate.name === annotation));
}

/** An exact mapping wins over wildcards, a longer wildcard over a shorter one. `/a/*` also answers `/a`. Case counts. */
function findResource(context: ServerContext, path: string): Resource | undefined {
  const matching = resources(context).filter(({ mapping }) => matches(mapping, path));
  return matching.sort((a, b) => specificity(b.mapping) - specificity(a.mapping))[0];
}

function matches(mapping: string, path: string): boolean {
  if (!mapping.endsWith('/*')) return mapping === path || `${mapping}/` === path;
  const base = mapping.slice(0, -2);
  return path === base || path.startsWith(`${base}/`);
}

function specificity(mapping: string): number {
  return mapping.length * 2 + (mapping.endsWith('*') ? 0 : 1);
}

function resources({ org }: ServerContext): Resource[] {
  return [...org.program.types.values()].flatMap((type) => {
    const annotation = type.annotations.find((candidate) => candidate.name === 'restresource');
    const mapping = annotation?.values['urlmapping'];
    return typeof mapping === 'string' ? [{ type, mapping }] : [];
  });
}

/** `/services/data`: the standard REST API. Every version from 30.0 on answers alike. */
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { methodNotAllowed, notFound } from './errors';
import type { ServerAnswer, ServerRequest } from './http';
import { answerComposite } from './rest-composite';
import { answerQuery } from './rest-query';
import { answerSObjects } from './rest-sobjects';

/** The versions that the list of versions names; labels as Salesforce's release calendar has them. */
const VERSIONS = [
  { label: "Summer '25", version: '64.0' },
  { label: "Winter '26", version: '65.0' },
  { label: "Spring '26", version: '66.0' }
];
const OLDEST_VERSION = 30;
const RESOURCES = ['composite', 'limits', 'query', 'queryAll', 'sobjects'];

/** Answers any address below `/services/data`. The list of versions needs no session. */
export function answerRestApi(context: ServerContext, request: ServerRequest): ServerAnswer {
  const [, , versionText, resource, ...rest] = request.segments;
  if (versionText === undefined) {
    return {
      status: 200,
      body: VERSIONS.map(({ label, version }) => ({ label, url: `/services/data/v${version}`, version }))
    };
  }
  const [, number] = /^v(\d+)\.0$/.exec(versionText) ?? [];
  if (number === undefined || Number(number) < OLDEST_VERSION) throw notFound();
  const user = context.sessions.requireUser(request);
  const version = `/services/data/${versionText}`;
  if (resource === undefined)
    return { status: 200, body: Object.fromEntries(RESOURCES.map((name) => [name, `${version}/${name}`])) };
  return answerResource(context, user, { version, resource, rest, request });
}

interface Place {
  readonly version: string;
  readonly resource: string;
  readonly rest: readonly string[];
  readonly request: ServerRequest;
}

function answerResource(
  context: ServerContext,
  user: OrgUser,
  { version, resource, rest, request }: Place
): ServerAnswer {
  switch (resource.toLowerCase()) {
    case 'query':
    case 'queryall':
      if (request.method !== 'GET') throw methodNotAllowed(request.method, ['GET', 'HEAD']);
      return answerQuery(context, user, version, request, resource.toLowerCase() === 'queryall');
    case 'sobjects':
      return answerSObjects({ context, user, version, request }, rest);
    case 'limits':
      return { status: 200, body: limits(context) };
    case 'composite':
      return answerComposite({ context, user, version, request }, rest);
    default:
      throw notFound();
  }
}

/** The numbers are those of a Developer org; only executions of asynchronous Apex are counted. */
function limits({ org }: ServerContext): unknown {
  const { maximum, remaining } = org.allowances.asyncApexExecutions;
  const unused = (maximum: number) => ({ Max: maximum, Remaining: maximum });
  return {
    DailyApiRequests: unused(15_000),
    DailyAsyncApexExecutions: { Max: maximum, Remaining: remaining },
    DataStorageMB: unused(5),
    FileStorageMB: unused(20),
    HourlyPublishedPlatformEvents: unused(50_000),
    SingleEmail: unused(15)
  };
}

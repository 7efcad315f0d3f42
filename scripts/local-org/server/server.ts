/** The HTTP server of a local org: OAuth, Apex REST, the REST API, what components call, and the pages. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalOrg, OrgUser } from '../org';
import { answerApexMethod } from './apex-method';
import { answerApexRest } from './apex-rest';
import type { ServerContext } from './context';
import { notFound, RestError, toRestError } from './errors';
import { readRequest, send } from './http';
import type { ServerAnswer, ServerRequest } from './http';
import { answerSingleAccess, answerToken, answerUserInfo } from './oauth';
import { QueryPages } from './query-pages';
import { answerRestApi } from './rest-api';
import { answerSession } from './page-session';
import { Sessions } from './sessions';
import { answerUiApi } from './ui-api';
import { answerConditions } from './conditions';

/** Answers pages and static files; false when the address is none of its own. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface RunningServer {
  readonly server: Server;
  readonly url: string;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly pages?: PageHandler;
  /** Called for each request that failed for a reason that is not the caller's. */
  readonly onError?: (error: unknown) => void;
}

/** Starts the server on the loopback address and sets the org's address. */
export async function startServer(org: LocalOrg, options: ServerOptions): Promise<RunningServer> {
  const context: ServerContext = { org, sessions: new Sessions(org), queryPages: new QueryPages() };
  const server = createServer((incoming, outgoing) => {
    void handle(context, options, incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  org.instanceUrl = `http://localhost:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { server, url: org.instanceUrl, sessions: context.sessions, close };
}

async function handle(
  context: ServerContext,
  options: ServerOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> {
  try {
    if (options.pages && !isApi(incoming.url ?? '/') && (await options.pages(incoming, outgoing))) return;
    send(outgoing, await answer(context, await readRequest(incoming)));
  } catch (error) {
    const failure = failureAnswer(error);
    if (failure.status >= 500) options.onError?.(error);
    if (!outgoing.headersSent) send(outgoing, failure);
    else outgoing.end();
  }
}

function failureAnswer(error: unknown): ServerAnswer {
  try {
    const known = toRestError(error);
    return { status: known.status, body: known.body };
  } catch {
    return {
      status: 500,
      body: [
        { errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred. The log of the local org has it.' }
      ]
    };
  }
}

/** The server's own addresses; all others may be pages. */
function isApi(url: string): boolean {
  return /^\/+(?:services|apex|ui-api|session|local-org)(?:[/?]|$)/.test(url);
}

async function answer(context: ServerContext, request: ServerRequest): Promise<ServerAnswer> {
  const [first, second, third] = request.segments;
  if (first === 'services' && second === 'oauth2') return answerOAuth(context, request, third);
  if (first === 'services' && second === 'data') return answerRestApi(context, request);
  if (first === 'session') return answerSession(context, request);
  const user = (): OrgUser => context.sessions.requireUser(request);
  if (first === 'services' && second === 'apexrest') return answerApexRest(context, user(), request);
  if (first === 'apex' && second !== undefined)
    return answerApexMethod(context, pageUser(context, request), request, second);
  if (first === 'local-org') return answerConditions(context, user(), request);
  if (first === 'ui-api') return answerUiApi(context, pageUser(context, request), request);
  throw notFound();
}

/** Pages have a cookie; somebody who never switched the user is the sales representative, as on the page itself. */
function pageUser(context: ServerContext, request: ServerRequest): OrgUser {
  if (request.headers['authorization'] !== undefined) return context.sessions.requireUser(request);
  return context.sessions.cookieUser(request) ?? context.org.user('rep');
}

function answerOAuth(context: ServerContext, request: ServerRequest, resource: string | undefined): ServerAnswer {
  if (resource === 'token') return answerToken(context, request);
  if (resource === 'userinfo') return answerUserInfo(context, context.sessions.requireUser(request));
  if (resource === 'singleaccess') {
    context.sessions.requireUser(request);
    return answerSingleAccess(context, request);
  }
  throw new RestError(404, 'NOT_FOUND', 'The local org offers /services/oauth2/token and /services/oauth2/userinfo');
}

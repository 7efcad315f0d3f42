/** Serves the pages of the local org: start page, record pages, list views, and everything they load. */
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalOrg } from '../org';
import { PageBuildError, formatPageDiagnostic } from './build/diagnostics';
import { packageDirectory } from './build/packages';
import { answerEvents } from './event-stream';
import { PageHost } from './host';
import type { PageHostOptions } from './host';
import { failureDocument, pageDocument } from './html';
import { sendFile, sendJson, sendText } from './http';
import { localOrgPages } from './model/local-org-data';
import { listPage, startPage } from './model/list-page';
import { PageDataError } from './model/port';
import type { PageData, PageOrg, PageUser } from './model/port';
import { recordPage } from './model/record-page';
import { answerRecording } from './recordings/answer';

export interface PageHandlerOptions extends PageHostOptions {
  /** Who sends a request: the server's session knows. Undefined for somebody without one, who is the first user. */
  readonly userOf: (request: IncomingMessage) => PageUser | undefined;
  /** Where failures of a build are told. Default: the standard error stream. */
  readonly log?: (text: string) => void;
}

/** Answers a request and resolves to true, or resolves to false when the request is not for a page. */
export type PageHandler = ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) & {
  /** Builds ahead of the first request. Rejects with PageBuildError. */
  readonly prepare: () => Promise<void>;
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the pattern of the route matched. */
  readonly parts: readonly string[];
}
type Route = readonly [method: string, pattern: RegExp, answer: (exchange: Exchange) => void | Promise<void>];

const APP_NAME = 'Thoughtly';
const ASSETS = path.join(__dirname, 'assets');

/**
 * Creates the handler of all page requests of a local org. Somebody without a session is the sales representative.
 */
export function createPageHandler(org: LocalOrg, options: PageHandlerOptions): PageHandler {
  return servePages(localOrgPages(org), options);
}

/** As {@link createPageHandler}, over anything that answers what pages ask for. */
export function servePages(org: PageOrg, options: PageHandlerOptions): PageHandler {
  const host = new PageHost(org.schema, options);
  const log = options.log ?? ((text: string) => void process.stderr.write(`${text}\n`));
  const userOf = (request: IncomingMessage): PageUser => options.userOf(request) ?? firstUser(org);
  const routes = [
    ...documentRoutes(org, host, userOf, log),
    ...assetRoutes(host),
    ...recordingRoutes(org),
    ...dataRoutes(org, host, userOf)
  ];

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    for (const [method, pattern, answer] of routes) {
      const match = request.method === method ? pattern.exec(url.pathname) : null;
      if (!match) continue;
      await answerSafely(answer, { request, response, parts: match.slice(1).map(decodeURIComponent) });
      return true;
    }
    return false;
  };
  const prepare = async (): Promise<void> => void (await host.application());
  return Object.assign(handle, { prepare });
}

type UserOf = (request: IncomingMessage) => PageUser;

function firstUser(org: PageOrg): PageUser {
  const user = org.users.find(({ persona }) => persona === 'rep') ?? org.users[0];
  if (!user) throw new Error('This org has no users, so nobody can open a page.');
  return user;
}

function documentRoutes(org: PageOrg, host: PageHost, userOf: UserOf, log: (text: string) => void): Route[] {
  const sendPage = async ({ request, response }: Exchange): Promise<void> => {
    try {
      const { vendor } = await host.application();
      const user = userOf(request);
      const { timeZone, language, locale, customPermissions, userPermissions } = org.dataFor(user.id);
      const ofUser = { timeZone, language, locale: locale.replaceAll('_', '-'), customPermissions, userPermissions };
      const context = { appName: APP_NAME, user, users: org.users, ...ofUser };
      sendText(response, 200, '.html', pageDocument(context, vendor.imports));
    } catch (error) {
      if (!(error instanceof PageBuildError)) throw error;
      log(error.diagnostics.map(formatPageDiagnostic).join('\n'));
      sendText(response, 500, '.html', failureDocument(error.diagnostics));
    }
  };
  return [
    ['GET', /^\/$/, sendPage],
    ['GET', /^\/lightning\//, sendPage]
  ];
}

function assetRoutes(host: PageHost): Route[] {
  const slds = path.join(packageDirectory('@salesforce-ux/design-system-2'), 'dist', 'css', 'bundled');
  return [
    [
      'GET',
      /^\/app\/app\.js$/,
      async ({ response }) => {
        const { code } = await host.application();
        sendText(response, 200, '.js', `${code}\n//# sourceMappingURL=/app/app.js.map\n`);
      }
    ],
    [
      'GET',
      /^\/app\/app\.js\.map$/,
      async ({ response }) => sendText(response, 200, '.map', (await host.application()).sourceMap)
    ],
    ['GET', /^\/app\/([\w.-]+)$/, ({ response, parts }) => sendFile(response, ASSETS, parts[0] ?? '', false)],
    ['GET', /^\/slds\/([\w.-]+)$/, ({ response, parts }) => sendFile(response, slds, parts[0] ?? '', true)],
    [
      'GET',
      /^\/vendor\/(.+)$/,
      async ({ response, parts }) => {
        const { vendor } = await host.application();
        sendFile(response, vendor.directory, parts[0] ?? '', false);
      }
    ]
  ];
}

/** A service worker controls addresses below its own, so this one is at the top. */
function recordingRoutes(org: PageOrg): Route[] {
  return [
    ['GET', /^\/recording-worker\.js$/, ({ response }) => sendFile(response, ASSETS, 'recording-worker.js', false)],
    ['GET', /^\/recordings-stand-in$/, ({ request, response }) => answerRecording(org, request, response)]
  ];
}

function dataRoutes(org: PageOrg, host: PageHost, userOf: UserOf): Route[] {
  const data = ({ request }: Exchange): PageData => org.dataFor(userOf(request).id);
  return [
    [
      'GET',
      /^\/page-api\/events$/,
      ({ request, response }) => answerEvents(org, userOf(request).id, request, response)
    ],
    [
      'POST',
      /^\/page-api\/language\/(\w+)$/,
      ({ request, response, parts }) => {
        org.chooseLanguage(userOf(request).id, parts[0] ?? '');
        sendJson(response, 200, {});
      }
    ],
    ['GET', /^\/page-api\/start$/, (exchange) => sendJson(exchange.response, 200, startPage(data(exchange)))],
    [
      'GET',
      /^\/page-api\/list\/(\w+)$/,
      (exchange) => {
        sendJson(exchange.response, 200, listPage(data(exchange), exchange.parts[0] ?? ''));
      }
    ],
    [
      'GET',
      /^\/page-api\/record\/(\w+)\/(\w+)$/,
      (exchange) => {
        const [object = '', id = ''] = exchange.parts;
        sendJson(exchange.response, 200, recordPage(data(exchange), object, id, host.layout(object)));
      }
    ]
  ];
}

/** Failures become answers in the platform's shape, an array of code and message. */
async function answerSafely(answer: Route[2], exchange: Exchange): Promise<void> {
  try {
    await answer(exchange);
  } catch (error) {
    const known = error instanceof PageDataError ? error : undefined;
    const message = error instanceof Error ? error.message : String(error);
    const body = [{ errorCode: known?.code ?? 'UNKNOWN_EXCEPTION', message }];
    if (!exchange.response.headersSent) sendJson(exchange.response, known?.status ?? 500, body);
  }
}

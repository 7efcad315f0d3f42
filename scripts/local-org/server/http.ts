/** The little of HTTP that the server needs: reading bodies, addresses and answering. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RestError } from './errors';

/** Salesforce refuses larger synchronous requests. */
export const MAXIMUM_BODY_BYTES = 6 * 1024 * 1024;

/** One request, its path decoded and normalised. */
export interface ServerRequest {
  readonly method: string;
  /** Without `//`, decoded per segment, always beginning with `/`. */
  readonly path: string;
  /** As {@link path}, in parts: `['services', 'data']`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values as sent. */
  readonly rawHeaders: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface ServerAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON; undefined sends no body. */
  readonly body?: unknown;
}

/** Reads the body; refuses one that is too large before reading all of it. */
export async function readRequest(incoming: IncomingMessage): Promise<ServerRequest> {
  const url = new URL(`http://localhost${(incoming.url ?? '/').replace(/^\/+/, '/')}`);
  const segments = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  return {
    method: incoming.method ?? 'GET',
    path: `/${segments.join('/')}`,
    segments,
    query: url.searchParams,
    headers: headersOf(incoming),
    rawHeaders: pairs(incoming.rawHeaders),
    body: await readBody(incoming),
    remoteAddress: incoming.socket.remoteAddress ?? ''
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAXIMUM_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAXIMUM_BODY_BYTES) {
    throw new RestError(
      413,
      'REQUEST_ENTITY_TOO_LARGE',
      `The request has ${size} bytes; the largest that is read has ${MAXIMUM_BODY_BYTES}. Split it.`
    );
  }
  return Buffer.concat(chunks);
}

/** Sends an answer. Texts go out as they are, everything else as JSON. */
export function send(outgoing: ServerResponse, answer: ServerAnswer): void {
  const headers: Record<string, string> = { 'Cache-Control': 'no-store', ...answer.headers };
  if (answer.body === undefined) {
    outgoing.writeHead(answer.status, headers);
    outgoing.end();
    return;
  }
  const isRaw = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
  const bytes = Buffer.isBuffer(answer.body)
    ? answer.body
    : Buffer.from(isRaw ? (answer.body as string) : JSON.stringify(answer.body));
  if (!isRaw) headers['Content-Type'] ??= 'application/json;charset=UTF-8';
  outgoing.writeHead(answer.status, { ...headers, 'Content-Length': String(bytes.length) });
  outgoing.end(bytes);
}

/** The body as a JSON object. @throws RestError 400 `JSON_PARSER_ERROR` */
export function jsonBody(request: ServerRequest): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch (error) {
    throw new RestError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RestError(400, 'JSON_PARSER_ERROR', 'The body must be one JSON object');
  }
  return value as Record<string, unknown>;
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? '')
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function pairs(flat: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) found.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return found;
}

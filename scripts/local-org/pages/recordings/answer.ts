/**
 * Stand-in for Thoughtly's recording hosts, which the machine of a newcomer cannot reach, or which do not know the
 * demo calls. The service worker of the page (`assets/recording-worker.js`) brings requests for those hosts here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageOrg } from '../model/port';
import { soundBytes, soundSize } from './sound';

/** Length of a recording whose call has no duration. */
const DEFAULT_SECONDS = 300;
/** A browser asks for the rest of a file in one piece; it gets it in pieces of this size, and asks again. */
const PIECE_BYTES = 1_048_576;

/** Answers a request for the recording at `?url=`, whole or in part (`Range`). */
export function answerRecording(org: PageOrg, request: IncomingMessage, response: ServerResponse): void {
  const address = new URL(request.url ?? '/', 'http://localhost').searchParams.get('url') ?? '';
  const seconds = secondsOf(org, address);
  const size = soundSize(seconds);
  const range = readRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const [start, end] = range ?? [0, size - 1];
  response.writeHead(range ? 206 : 200, {
    'content-type': 'audio/wav',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` })
  });
  response.end(soundBytes(seconds, start, end));
}

/**
 * First and last byte that a `Range` header asks for; undefined without one.
 *
 * @param size of the whole file in bytes
 */
export function readRange(
  header: string | undefined,
  size: number
): readonly [start: number, end: number] | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return undefined;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const last = match[1] && match[2] ? Number(match[2]) : size - 1;
  if (start >= size || last < start) return 'unsatisfiable';
  return [start, Math.min(last, size - 1, start + PIECE_BYTES - 1)];
}

/** As long as the call was. The admin is asked, because calls are private to their owners. */
function secondsOf(org: PageOrg, address: string): number {
  const reader = org.users.find(({ persona }) => persona === 'admin') ?? org.users[0];
  if (!reader) return DEFAULT_SECONDS;
  const rows = org
    .dataFor(reader.id)
    .query('SELECT Recording_URL__c, Duration_Seconds__c FROM Thoughtly_Call__c LIMIT 2000');
  const duration = rows.find((row) => row['Recording_URL__c'] === address)?.['Duration_Seconds__c'];
  return typeof duration === 'number' && duration > 0 ? duration : DEFAULT_SECONDS;
}

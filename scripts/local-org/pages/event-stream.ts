/**
 * The stream behind the stand-in for `lightning/empApi`: one answer that stays open, one line of JSON for each event. The
 * platform speaks CometD; the components see the same messages.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PageDataError } from './model/port';
import type { PageEvent, PageOrg } from './model/port';

const CHANNEL = /^\/event\/(\w+__e)$/;
/** Proxies and browsers give up on answers that say nothing for long. */
const HEARTBEAT_MS = 20_000;

/**
 * Answers `?channel=/event/NAME__e&replayId=-1`. The first line says where it begins: `{"position": 12}`.
 *
 * @throws PageDataError 400 for another kind of channel or no replay id, 403 and 404 as {@link PageOrg.subscribe}
 */
export function answerEvents(org: PageOrg, userId: string, request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const channel = query.get('channel') ?? '';
  const object = CHANNEL.exec(channel)?.[1];
  const replayFrom = Number(query.get('replayId') ?? Number.NaN);
  if (!object || !Number.isInteger(replayFrom))
    throw new PageDataError(400, 'INVALID_CHANNEL', `The local org streams /event/Name__e, not "${channel}".`);
  const early: PageEvent[] = [];
  let send = (event: PageEvent): void => void early.push(event);
  const { position, stop } = org.subscribe(userId, object, replayFrom, (event) => send(event));
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  send = (event) => void response.write(`${JSON.stringify(messageOf(channel, event))}\n`);
  response.write(`${JSON.stringify({ position })}\n`);
  early.forEach(send);
  const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** As the platform's messages are: `message.data.payload.Field__c`, `message.data.event.replayId`. */
function messageOf(channel: string, { replayId, payload }: PageEvent): object {
  return { channel, data: { event: { replayId }, payload } };
}

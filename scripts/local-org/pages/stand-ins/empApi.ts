/**
 * Stand-in for `lightning/empApi` over the local org's stream of platform events. As on the platform, it works in
 * desktop browsers only, a subscription needs Read on the event, and a connection that breaks is opened again from the
 * last event that was seen.
 */
import { pageContext } from './runtime/context';
import { openEventStream } from './runtime/event-stream';
import type { EventMessage } from './runtime/event-stream';

export interface Subscription {
  readonly id: string;
  readonly channel: string;
  readonly replayId: number;
}

const stopById = new Map<string, () => void>();
const errorListeners: ((error: unknown) => void)[] = [];
let subscriptionCount = 0;
let isTracing = false;

export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(pageContext.formFactor === 'Large');
}

/**
 * Resolves when the subscription holds. Rejects when the user may not read the event or there is no such channel.
 *
 * @param replayId -1 for new events, -2 for all that are kept, or the last that was seen
 */
export async function subscribe(
  channel: string,
  replayId: number,
  onMessage: (message: EventMessage) => void
): Promise<Subscription> {
  const id = `subscription-${++subscriptionCount}`;
  const listener = (message: EventMessage): void => {
    if (isTracing) console.info('empApi', message);
    onMessage(message);
  };
  const stop = await openEventStream({ channel, replayId, onMessage: listener, onError: tellError });
  stopById.set(id, stop);
  return { id, channel, replayId };
}

export function unsubscribe(subscription: Subscription, callback?: (response: object) => void): Promise<object> {
  stopById.get(subscription.id)?.();
  const isKnown = stopById.delete(subscription.id);
  const response = { id: subscription.id, subscription: subscription.channel, successful: isKnown };
  callback?.(response);
  return Promise.resolve(response);
}

export function onError(callback: (error: unknown) => void): void {
  errorListeners.push(callback);
}

export function setDebugFlag(isOn: boolean): void {
  isTracing = isOn;
}

function tellError(error: unknown): void {
  for (const listener of errorListeners) listener(error);
}

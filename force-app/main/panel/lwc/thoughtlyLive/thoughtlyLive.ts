/** Tells when conversations may have changed: by platform events where a browser gets them, else by asking. */
import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import type { Subscription } from 'lightning/empApi';

const CHANNEL = '/event/Thoughtly_Call_Synced__e';
/** Only events from now on. */
const NEW_EVENTS = -1;
const POLL_MS = 15_000;

/**
 * Calls back whenever something may have changed, until the returned function is called. A page that nobody looks at
 * asks nothing.
 */
export function watchCalls(onChange: () => void): () => void {
  let isStopped = false;
  let timer: number | undefined;
  let subscription: Subscription | undefined;

  const poll = (): void => {
    if (isStopped) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- phones and some browsers get no platform events
    timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') onChange();
    }, POLL_MS);
  };
  const start = async (): Promise<void> => {
    try {
      if (!(await isEmpEnabled())) throw new Error('No platform events in this browser.');
      subscription = await subscribe(CHANNEL, NEW_EVENTS, onChange);
      if (isStopped) await unsubscribe(subscription);
    } catch {
      // The user may lack access to the event; then asking works all the same.
      poll();
    }
  };
  start().catch(poll);

  return () => {
    isStopped = true;
    window.clearInterval(timer);
    if (subscription) unsubscribe(subscription).catch(ignore);
  };
}

/** A page that goes away has nobody to tell that its subscription could not be ended. */
function ignore(): void {
  // Nothing to do.
}

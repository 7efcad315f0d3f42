/** Tells when conversations may have changed: by platform events where a browser gets them, else by asking. */
import { isEmpEnabled, onError, subscribe, unsubscribe } from 'lightning/empApi';
import type { Subscription } from 'lightning/empApi';

const CHANNEL = '/event/Thoughtly_Call_Synced__e';
/** Only events from now on. */
const NEW_EVENTS = -1;
const POLL_MS = 15_000;
/** Whose conversation is not known yet: the event names nobody, so everybody looks. */
const AMBIGUOUS = 'Ambiguous';

/**
 * Calls back whenever something may have changed, until the returned function is called. A page that nobody looks at
 * asks nothing.
 *
 * @param shownIds ids of the records that the page shows now: events about others are passed over
 */
export function watchCalls(shownIds: () => readonly unknown[], onChange: () => void): () => void {
  let isStopped = false;
  let timer: number | undefined;
  let subscription: Subscription | undefined;

  const poll = (): void => {
    if (isStopped || timer) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- phones and some browsers get no platform events
    timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') onChange();
    }, POLL_MS);
  };
  const handleEvent = (message: unknown): void => {
    const { payload } = (message as { data: { payload: Record<string, unknown> } }).data;
    const named = Object.values(payload);
    if (payload.Match_Status__c === AMBIGUOUS || shownIds().some((id) => named.includes(id))) onChange();
  };
  const start = async (): Promise<void> => {
    if (!(await isEmpEnabled())) {
      poll();
      return;
    }
    onError(poll);
    subscription = await subscribe(CHANNEL, NEW_EVENTS, handleEvent);
    if (isStopped) await unsubscribe(subscription);
  };
  // The user may lack access to the event; then asking works all the same.
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

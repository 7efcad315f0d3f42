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
 * asks nothing and gets no events, because an org has so many deliveries of events a day and no more; it looks once when
 * it is seen again.
 *
 * @param mode `Events`, `Polling` or `Off`
 * @param shownIds ids of the records that the page shows now: events about others are passed over
 */
export function watchCalls(mode: string, shownIds: () => readonly unknown[], onChange: () => void): () => void {
  let isPolling = mode === 'Polling';
  let timer: number | undefined;
  let subscription: Subscription | undefined;
  // Grows with each start and end, so that an answer that comes late knows that nobody waits for it.
  let turn = 0;

  const handleEvent = (message: unknown): void => {
    const { payload } = (message as { data: { payload: Record<string, unknown> } }).data;
    const named = Object.values(payload);
    if (payload.Match_Status__c === AMBIGUOUS || shownIds().some((id) => named.includes(id))) onChange();
  };
  const start = async (): Promise<void> => {
    const mine = ++turn;
    try {
      if (isPolling || !(await isEmpEnabled())) throw new Error('No events here.');
      const begun = await subscribe(CHANNEL, NEW_EVENTS, handleEvent);
      if (mine === turn) subscription = begun;
      else await unsubscribe(begun);
    } catch {
      // The user may lack access to the event, or a phone has none; then asking works all the same.
      // eslint-disable-next-line @lwc/lwc/no-async-operation
      if (mine === turn) timer = window.setInterval(onChange, POLL_MS);
    }
  };
  const end = (): void => {
    turn += 1;
    window.clearInterval(timer);
    if (subscription) unsubscribe(subscription).catch(ignore);
    subscription = undefined;
  };
  const handleVisibility = (): void => {
    end();
    if (document.visibilityState !== 'visible') return;
    onChange();
    start().catch(ignore);
  };

  if (mode === 'Off') return ignore;
  onError(() => {
    if (!subscription) return;
    isPolling = true;
    end();
    start().catch(ignore);
  });
  document.addEventListener('visibilitychange', handleVisibility);
  start().catch(ignore);
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility);
    end();
  };
}

/** A page that goes away has nobody to tell that its subscription could not be ended. */
function ignore(): void {
  // Nothing to do.
}

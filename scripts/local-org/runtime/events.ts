/** When published platform events reach their triggers: after the commit, or when a test delivers them. */
import { deliverEvents, takePendingEvents } from '../data/dml/events';
import type { PendingEvents } from '../data/dml/events';
import type { LocalOrg } from '../org';
import { newException } from './exceptions';
import { callMethod } from './objects';
import type { ApexObject } from './objects';
import type { PublishCallback, TestContext } from './test-context';
import { currentTransaction, runInTransaction } from './transaction';
import type { Transaction } from './transaction';

/**
 * Takes what a transaction that has ended published, and has it delivered: all of it, or of a transaction that failed
 * only what does not wait for the commit (Platform Events Developer Guide, "Publish Behavior").
 */
export function passOnEvents(org: LocalOrg, transaction: Transaction, only?: 'PublishImmediately'): void {
  const published = runInTransaction(transaction, takePendingEvents);
  const events = published.filter(({ object }) => only === undefined || object.publishBehavior === only);
  if (events.length === 0) return;
  if (transaction.test) {
    transaction.test.undeliveredEvents.push(...events);
    return;
  }
  org.eventBus.publish(events);
  const names = events.map(({ object }) => object.name).join(', ');
  org.jobs.addWork(`Platform event ${names}`, () => {
    deliver(org, events, null);
  });
}

/** Delivers all events that the running test has published; those that their subscribers publish in turn, too. */
export function deliverTestEvents(test: TestContext): void {
  const { org } = currentTransaction();
  test.undeliveredEvents.unshift(...takePendingEvents());
  const again: PendingEvents[] = [];
  while (test.undeliveredEvents.length > 0) again.push(...deliver(org, test.undeliveredEvents.splice(0), test));
  test.undeliveredEvents.push(...again);
  for (const pending of test.publishCallbacks.splice(0)) callBack(pending, 'Success');
}

/** Loses what the running test has published, as a failing bus does. */
export function dropTestEvents(test: TestContext): void {
  takePendingEvents();
  test.undeliveredEvents.length = 0;
  for (const pending of test.publishCallbacks.splice(0)) callBack(pending, 'Failure');
}

/** What callbacks of `EventBus.publish` get: the events that were taken, or lost. */
export class PublishOutcome {
  readonly uuids: readonly string[];

  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }
}

/** Has the callback told after the running transaction, or when the test delivers or fails its events. */
export function addPublishCallback(callback: ApexObject, uuids: readonly string[]): void {
  const { test, org, userId, afterCommit } = currentTransaction();
  const pending = { callback, uuids };
  if (test) test.publishCallbacks.push(pending);
  else
    afterCommit.push(() =>
      org.jobs.addWork('Publish callback', () => org.execute(userId, 'synchronous', () => callBack(pending, 'Success')))
    );
}

function callBack({ callback, uuids }: PublishCallback, outcome: 'Success' | 'Failure'): void {
  const parameters = [`eventbus.${outcome}Result`];
  if (!callback.$type.assignableTo.has(`eventbus.eventpublish${outcome.toLowerCase()}callback`)) return;
  callMethod(callback, `on${outcome}`, [new PublishOutcome(uuids)], parameters);
}

/**
 * Subscribers run in a transaction of their own, as the automated user. What they ask for again is delivered at once;
 * in a test it waits for the next delivery, and is answered.
 */
function deliver(org: LocalOrg, events: readonly PendingEvents[], test: TestContext | null): readonly PendingEvents[] {
  const transaction = org.newTransaction({ userId: org.user('automated').id, kind: 'synchronous', test });
  const { failures, again } = org.run(transaction, () => deliverEvents(events));
  if (test) return again;
  if (again.length > 0) deliver(org, again, test);
  const [failure] = failures;
  if (failure !== undefined) throw newException('System.UnexpectedException', failure);
  return [];
}

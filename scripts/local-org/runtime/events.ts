/** When published platform events reach their triggers: after the commit, or when a test delivers them. */
import { deliverEvents, takePendingEvents } from '../data/dml/events';
import type { PendingEvents } from '../data/dml/events';
import type { LocalOrg } from '../org';
import { newException } from './exceptions';
import type { TestContext } from './test-context';
import { currentTransaction, runInTransaction } from './transaction';
import type { Transaction } from './transaction';

/** Takes what a transaction that has ended published, and has it delivered. */
export function passOnEvents(org: LocalOrg, transaction: Transaction): void {
  const events = runInTransaction(transaction, takePendingEvents);
  if (events.length === 0) return;
  if (transaction.test) {
    transaction.test.undeliveredEvents.push(...events);
    return;
  }
  const names = events.map(({ object }) => object.name).join(', ');
  org.jobs.addWork(`Platform event ${names}`, () => deliver(org, events, null));
}

/** Delivers all events that the running test has published; those that their subscribers publish in turn, too. */
export function deliverTestEvents(test: TestContext): void {
  const { org } = currentTransaction();
  test.undeliveredEvents.unshift(...takePendingEvents());
  while (test.undeliveredEvents.length > 0) deliver(org, test.undeliveredEvents.splice(0), test);
}

/** Loses what the running test has published, as a failing bus does. */
export function dropTestEvents(test: TestContext): void {
  takePendingEvents();
  test.undeliveredEvents.length = 0;
}

/** Subscribers run in a transaction of their own, as the automated user. */
function deliver(org: LocalOrg, events: readonly PendingEvents[], test: TestContext | null): void {
  const transaction = org.newTransaction({ userId: org.user('automated').id, kind: 'synchronous', test });
  const [failure] = org.run(transaction, () => deliverEvents(events));
  if (failure !== undefined && !test) throw newException('System.UnexpectedException', failure);
}

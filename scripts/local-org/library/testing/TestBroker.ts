/** Delivery of platform events inside a test. */
import type { TestContext } from '../../runtime/test-context';

/** Delivers all published events; those that the subscribers publish in turn, too. */
export function deliverEvents(test: TestContext): void {
  for (let deliver = test.undeliveredEvents.shift(); deliver; deliver = test.undeliveredEvents.shift()) deliver();
}

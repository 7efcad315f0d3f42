/** What the library has to know of the running user. */
import { currentTransaction, hasCurrentTransaction } from '../runtime/transaction';

/** The zone of new users, when the user row says nothing else. */
export const DEFAULT_TIME_ZONE = 'America/Los_Angeles';

/** Key of the running user's zone in `Transaction.state`; `System.runAs` and the org set it by user id. */
const zoneByUserId = Symbol('time zones of users');

/** The time zone of the running user, an IANA name. Outside of a transaction the default one. */
export function runningUserTimeZone(): string {
  if (!hasCurrentTransaction()) return DEFAULT_TIME_ZONE;
  const transaction = currentTransaction();
  let zones = transaction.state.get(zoneByUserId) as Map<string, string> | undefined;
  if (!zones) transaction.state.set(zoneByUserId, (zones = new Map()));
  const known = zones.get(transaction.userId);
  return known ?? DEFAULT_TIME_ZONE;
}

/** What the library has to know of the running user and of the time. */
import { currentTransaction, hasCurrentTransaction } from '../runtime/transaction';

/** The zone of users whose row says nothing else. */
export const DEFAULT_TIME_ZONE = 'America/Los_Angeles';

/** A field of the running user's row; null when it is empty, or when there is no such row. */
export function runningUserField(field: string): unknown {
  const { org, userId } = currentTransaction();
  return org.database.systemRead(userId)?.[field] ?? null;
}

/** The time zone of the running user, an IANA name. Outside of a transaction the default one. */
export function runningUserTimeZone(): string {
  if (!hasCurrentTransaction()) return DEFAULT_TIME_ZONE;
  const zone = runningUserField('TimeZoneSidKey');
  return typeof zone === 'string' ? zone : DEFAULT_TIME_ZONE;
}

/** Milliseconds since 1970 by the clock of the org, which tests may set. */
export function currentMillis(): number {
  return hasCurrentTransaction() ? currentTransaction().org.now() : Date.now();
}

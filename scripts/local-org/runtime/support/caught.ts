/** What a `catch` of compiled code gets. */
import { ApexException, isCatchable, newException } from '../exceptions';

/**
 * The Apex exception of a JavaScript `catch`. Throws on what Apex code must not see: limits, failed assertions, and
 * errors of the local org itself.
 */
export function caught(error: unknown): ApexException {
  if (error instanceof ApexException && isCatchable(error)) return error;
  throw stackOverflow(error) ?? error;
}

/** A JavaScript stack overflow is Apex's; every other error stays what it is. */
export function stackOverflow(error: unknown): ApexException | null {
  if (!(error instanceof RangeError) || !error.message.includes('call stack')) return null;
  return newException('System.LimitException', 'Maximum stack depth has been reached: 1001');
}

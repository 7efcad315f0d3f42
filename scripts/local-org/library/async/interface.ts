/** Platform interfaces: user classes implement them, and for some the platform has implementations of its own. */
import type { Implementation } from '../registry';
import { ApexObject, callMethod } from '../../runtime/objects';

/**
 * A method of a platform interface. A user's object (also a fake in a test) gets the call; `own` answers for the
 * platform's own implementation.
 *
 * @param parameterTypes as `typeName()` prints them: `Database.BatchableContext`
 */
export function interfaceMethod(name: string, parameterTypes: readonly string[], own?: Implementation): Implementation {
  return (receiver: unknown, ...args: unknown[]) => {
    if (receiver instanceof ApexObject) return callMethod(receiver, name, args, parameterTypes);
    if (own) return own(receiver, ...args);
    throw new Error(`Internal error: ${name} is called on a value that does not implement it`);
  };
}

/** The borders of classes that say `with sharing` or `without sharing`. */
import { currentTransaction } from '../transaction';

/** Sets whether sharing is enforced; answers what was before, for {@link leaveSharing}. */
export function enterSharing(isEnforced: boolean): boolean {
  const transaction = currentTransaction();
  const before = transaction.isSharingEnforced;
  transaction.isSharingEnforced = isEnforced;
  return before;
}

export function leaveSharing(before: boolean): void {
  currentTransaction().isSharingEnforced = before;
}

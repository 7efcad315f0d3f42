/** Set-up objects and other objects may not be written in one transaction, except inside `System.runAs`. */
import { currentTransaction } from '../../runtime/transaction';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

const SETUP_OBJECTS = new Set([
  'Group',
  'GroupMember',
  'QueueSobject',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'UserRole',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess'
]);
/** Updates of a user that change one of these count as set-up. */
const USER_SETUP_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'Username', 'ProfileId'];
const WRITTEN = Symbol('objects written in this transaction');

interface Written {
  setup: string | null;
  other: string | null;
}

/** Adds MIXED_DML_OPERATION to items that do not go with what the transaction has written before. */
export function refuseMixedDml(items: readonly WorkItem[]): void {
  const { state, test } = currentTransaction();
  if (test && test.runAsDepth > 0) return;
  let written = state.get(WRITTEN) as Written | undefined;
  if (!written) state.set(WRITTEN, (written = { setup: null, other: null }));
  for (const item of items) {
    const { name, kind } = item.object;
    if (kind === 'event') continue;
    const isSetup = SETUP_OBJECTS.has(name) || (name === 'User' && isSetupOfUser(item));
    if (!isSetup && name === 'User') continue;
    const original = isSetup ? written.other : written.setup;
    if (original !== null) {
      fail(
        item,
        'MIXED_DML_OPERATION',
        `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${name}, original object: ${original}`
      );
    } else if (isSetup) written.setup = name;
    else written.other = name;
  }
}

function isSetupOfUser({ old, record }: WorkItem): boolean {
  if (!old) return record.peek('UserRoleId') !== null;
  return USER_SETUP_FIELDS.some(
    (field) => record.assignedFields.has(field) && record.peek(field) !== (old[field] ?? null)
  );
}

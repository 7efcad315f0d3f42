/** DML statements of compiled code. */
import type { AccessMode, DmlKind } from '../../data/api';
import type { SObjectValue } from '../../data/sobject';
import { findImplementation, findPlatformType } from '../../library/registry';
import { ApexList } from '../../library/system/List';
import { currentTransaction } from '../transaction';

/**
 * `insert record;`, `update as user records;`: all rows or none.
 *
 * @throws System.DmlException from the data engine, which names the first row that failed
 */
export function dml(
  kind: DmlKind,
  target: unknown,
  accessMode: AccessMode | null,
  externalIdField: string | null
): void {
  const { org, isSharingEnforced } = currentTransaction();
  org.database.dml({
    kind,
    records: recordsOf(target),
    accessMode: accessMode ?? 'system',
    isSharingEnforced,
    allOrNone: true,
    externalIdField
  });
}

/** `merge master duplicate;` is `Database.merge`, but every failure throws. */
export function merge(master: unknown, duplicates: unknown): void {
  const implementation = findImplementation(findPlatformType('System.Database')?.statics, 'merge(SObject,SObject)');
  if (!implementation)
    throw new Error('The local org does not implement merge: re-parent the children and delete the duplicates instead');
  implementation(master, duplicates, true);
}

function recordsOf(target: unknown): SObjectValue[] {
  return target instanceof ApexList ? (target.items as SObjectValue[]) : [target as SObjectValue];
}

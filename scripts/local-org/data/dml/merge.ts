/** Merge of Accounts, Contacts, Leads and Cases: children move to the master, duplicates are deleted. */
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import type { AccessMode, DmlError } from '../api';
import type { OrgDatabase } from '../database';
import type { SObjectValue } from '../sobject';
import type { Tables } from '../tables';

const MERGEABLE = new Set(['Account', 'Contact', 'Lead', 'Case']);
const MAXIMUM_DUPLICATES = 2;

export interface MergeOutcome {
  readonly id: string | null;
  readonly isSuccess: boolean;
  readonly errors: readonly DmlError[];
  /** Ids of the duplicates that are gone. */
  readonly merged: readonly string[];
  /** Ids of records that lead to the master now. */
  readonly reparented: readonly string[];
}

/**
 * Updates the master with its set fields, moves look-ups of the duplicates to it, and deletes them.
 *
 * @throws System.DmlException when a duplicate cannot be merged and `allOrNone` is set
 */
export function mergeRecords(
  database: OrgDatabase,
  master: SObjectValue,
  duplicates: readonly SObjectValue[],
  options: { readonly allOrNone: boolean; readonly accessMode: AccessMode }
): MergeOutcome[] {
  if (!MERGEABLE.has(master.objectName))
    throw newException('System.TypeException', `Merge not supported for ${master.objectName}`);
  if (duplicates.length > MAXIMUM_DUPLICATES)
    throw newException('System.ListException', 'A maximum of two duplicates can be merged at once');
  const { isSharingEnforced } = currentTransaction();
  const common = {
    accessMode: options.accessMode,
    isSharingEnforced,
    allOrNone: options.allOrNone,
    externalIdField: null
  };
  database.dml({ kind: 'update', records: [master], ...common });
  const masterId = master.id as string;
  return duplicates.map((duplicate) => {
    const reparented = reparent(database.tables, duplicate.id as string, masterId);
    const [outcome] = database.dml({ kind: 'delete', records: [duplicate], ...common });
    const isSuccess = outcome?.isSuccess === true;
    if (isSuccess) markMerged(database.tables, duplicate, masterId);
    return {
      id: masterId,
      isSuccess,
      errors: outcome?.errors ?? [],
      merged: isSuccess ? [duplicate.id as string] : [],
      reparented
    };
  });
}

/** Every look-up to `from` leads to `to` afterwards. Answers the ids of the records that changed. */
function reparent(tables: Tables, from: string, to: string): string[] {
  const target = tables.objectOfId(from)?.name;
  const changed: string[] = [];
  for (const table of tables.store.tables()) {
    for (const field of table.schema.fields.values()) {
      if (field.type !== 'reference' || !target || !field.referenceTo.includes(target)) continue;
      for (const row of table.find(field.name, from)) {
        if (row['IsDeleted'] === true || row['Id'] === from) continue;
        tables.store.write(table, row['Id'] as string, { ...row, [field.name]: to });
        changed.push(row['Id'] as string);
      }
    }
  }
  return changed;
}

function markMerged(tables: Tables, duplicate: SObjectValue, masterId: string): void {
  const row = tables.row(duplicate.id);
  const table = tables.table(duplicate.objectName);
  if (row && table.schema.fields.has('masterrecordid'))
    tables.store.write(table, duplicate.id as string, { ...row, MasterRecordId: masterId });
}

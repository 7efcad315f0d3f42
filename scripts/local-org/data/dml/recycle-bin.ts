/** `Database.emptyRecycleBin`: deleted rows go for good. */
import type { DmlOutcome } from '../api';
import type { OrgDatabase } from '../database';
import type { SObjectValue } from '../sobject';
import { currentTransaction } from '../../runtime/transaction';

export function emptyRecycleBin({ tables }: OrgDatabase, records: readonly SObjectValue[]): DmlOutcome[] {
  currentTransaction().limits.consume('dmlStatements', 1);
  return records.map(({ id, objectName }) => {
    const row = tables.row(id);
    if (id !== null && row?.['IsDeleted'] === true) {
      tables.store.write(tables.table(objectName), id, undefined);
      return { id, isSuccess: true, isCreated: false, errors: [] };
    }
    const error = { statusCode: 'INVALID_ID_FIELD', message: 'Id is not in the recycle bin', fields: [] };
    return { id, isSuccess: false, isCreated: false, errors: [error] };
  });
}

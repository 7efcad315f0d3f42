/** Saving one record for a caller from outside. */
import type { DmlKind, DmlOutcome } from '../data/api';
import type { SObjectValue } from '../data/sobject';
import type { ServerContext } from './context';
import { duplicateError } from './duplicates';
import { dmlError, RestError } from './errors';
import type { ServerRequest } from './http';
import { saveOptionsOf } from './save-options';

/**
 * Saves one record in user mode, in the running transaction.
 *
 * @param request where the caller's options stand; null: none are given
 * @throws RestError with the code and status of what refused it
 */
export function saveInTransaction(
  context: ServerContext,
  kind: DmlKind,
  record: SObjectValue,
  externalIdField: string | null,
  request: ServerRequest | null = null
): DmlOutcome {
  const [outcome] = context.org.database.dml({
    kind,
    records: [record],
    accessMode: 'user',
    isSharingEnforced: true,
    allOrNone: false,
    externalIdField,
    ...(request ? { options: saveOptionsOf(request) } : {})
  });
  const [error] = outcome?.errors ?? [];
  if (error?.duplicates) throw duplicateError(error.duplicates, request);
  if (error) throw dmlError(error.statusCode, error.message, error.fields);
  if (!outcome?.isSuccess) throw new RestError(500, 'UNKNOWN_EXCEPTION', 'The record was not saved');
  return outcome;
}

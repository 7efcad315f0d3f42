/** `DmlException` as the platform words it. */
import type { ApexException, DmlExceptionRow } from '../../runtime/exceptions';
import { newDmlException } from '../../runtime/exceptions';
import { fieldToken } from '../../library/schema/tokens';
import type { DmlError, DmlKind } from '../api';
import type { SObjectValue } from '../sobject';

const VERBS: Readonly<Record<DmlKind | 'merge' | 'convertLead', string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge',
  convertLead: 'ConvertLead'
};

/** One record that a statement refused. */
export interface FailedRow {
  readonly index: number;
  readonly record: SObjectValue;
  readonly id: string | null;
  /** Rows that were to be made have no id, whatever stage they reached. */
  readonly isCreated?: boolean;
  readonly errors: readonly DmlError[];
}

/** The start of the message of user-mode failures; the platform gives it instead of the usual text. */
export const INACCESSIBLE_FIELDS = 'Operation failed due to fields being inaccessible on Sobject ';

/** `Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]` */
export function dmlException(kind: DmlKind | 'merge' | 'convertLead', failed: readonly FailedRow[]): ApexException {
  const [first] = failed;
  const error = first?.errors[0];
  if (!first || !error) throw new Error('Internal error: a DML exception without a failed row');
  const withId = first.id === null || first.isCreated ? '' : ` with id ${first.id}`;
  const message = error.message.startsWith(INACCESSIBLE_FIELDS)
    ? error.message
    : `${VERBS[kind]} failed. First exception on row ${first.index}${withId}; first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
  return newDmlException(message, failed.flatMap(rowsOf));
}

function rowsOf({ index, id, isCreated, record, errors }: FailedRow): DmlExceptionRow[] {
  return errors.map(({ statusCode, message, fields, duplicates }) => ({
    index,
    id: isCreated ? null : id,
    objectName: record.objectName,
    statusCode,
    message,
    fields,
    ...(duplicates ? { duplicates } : {}),
    fieldTokens: () => fields.map((field) => fieldToken(record.objectName, field))
  }));
}

/** DML statements of compiled code. */
import type { AccessMode, DmlKind, DmlOutcome } from '../../data/api';
import type { SObjectValue } from '../../data/sobject';
import { findImplementation, findPlatformType } from '../../library/registry';
import { ApexList } from '../../library/system/List';
import { newDmlException } from '../exceptions';
import type { ApexException, DmlExceptionRow } from '../exceptions';
import { currentTransaction } from '../transaction';

/**
 * `insert record;`, `update as user records;`: all rows or none.
 *
 * @throws System.DmlException that names the first row that failed
 */
export function dml(kind: DmlKind, target: unknown, accessMode: AccessMode | null, externalIdField: string | null): void {
  const records = recordsOf(target);
  const { org, isSharingEnforced } = currentTransaction();
  const outcomes = org.database.dml({ kind, records, accessMode: accessMode ?? 'system', isSharingEnforced, allOrNone: true, externalIdField });
  if (outcomes.some((outcome) => !outcome.isSuccess)) throw dmlFailure(kind, records, outcomes);
}

/** `merge master duplicate;` is `Database.merge`, but every failure throws. */
export function merge(master: unknown, duplicates: unknown): void {
  const signature = duplicates instanceof ApexList ? 'merge(SObject,List<SObject>)' : 'merge(SObject,SObject)';
  const implementation = findImplementation(findPlatformType('System.Database')?.statics ?? findPlatformType('Database')?.statics, signature);
  if (!implementation) throw new Error('The local org does not implement merge: re-parent the children and delete the duplicates instead');
  implementation(master, duplicates);
}

function recordsOf(target: unknown): SObjectValue[] {
  return target instanceof ApexList ? (target.items as SObjectValue[]) : [target as SObjectValue];
}

/** The exception of a failed statement: `Insert failed. First exception on row 0; first error: CODE, text: [Field]`. */
export function dmlFailure(kind: string, records: readonly SObjectValue[], outcomes: readonly DmlOutcome[]): ApexException {
  const rows: DmlExceptionRow[] = outcomes.flatMap((outcome, index) => outcome.errors.map((error) => ({
    index, id: records[index]?.id ?? null, objectName: records[index]?.objectName ?? '', ...error
  })));
  const first = rows[0];
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  if (!first) return newDmlException(`${name} failed.`, rows);
  const id = first.id === null || kind === 'insert' ? '' : ` with id ${first.id}`;
  const message = `${name} failed. First exception on row ${first.index}${id}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  return newDmlException(message, rows);
}

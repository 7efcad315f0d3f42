/** Reads the arguments of the many overloads of `Database.insert` and its kind by their values. */
import type { AccessMode, DmlOptions } from '../../data/api';
import type { OrgDatabase } from '../../data/database';
import { SObjectValue } from '../../data/sobject';
import { newException, nullPointerException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { SObjectFieldToken } from '../schema/tokens';
import { ApexList } from '../system/List';
import { AccessLevelValue } from './AccessLevel';
import { DmlOptionsValue } from './DMLOptions';

export interface OperationArguments {
  readonly allOrNone: boolean;
  readonly accessMode: AccessMode;
  readonly externalIdField: string | null;
  readonly options: DmlOptions | undefined;
}

/** What stands behind the records: flags, options, a field token, an access level, in any order. */
export function operationArguments(rest: readonly unknown[]): OperationArguments {
  let allOrNone = true;
  let accessMode: AccessMode = 'system';
  let externalIdField: string | null = null;
  let options: DmlOptions | undefined;
  for (const argument of rest) {
    if (typeof argument === 'boolean') allOrNone = argument;
    else if (argument instanceof AccessLevelValue) accessMode = argument.mode;
    else if (argument instanceof SObjectFieldToken) externalIdField = argument.fieldName;
    else if (argument instanceof DmlOptionsValue) {
      options = argument.toDmlOptions();
      allOrNone = argument.optAllOrNone ?? true;
    }
  }
  return { allOrNone, accessMode, externalIdField, options };
}

/** One record, one id, or a list of either, as records. */
export function recordsOf(target: unknown): SObjectValue[] {
  if (target === null) throw nullPointerException();
  return target instanceof ApexList ? target.items.map(recordOf) : [recordOf(target)];
}

function recordOf(value: unknown): SObjectValue {
  if (value instanceof SObjectValue) return value;
  if (typeof value !== 'string') throw nullPointerException();
  const object = database().tables.objectOfId(value);
  if (!object) throw newException('System.StringException', `Invalid id: ${value}`);
  const record = new SObjectValue(object.name);
  record.put('Id', value);
  return record;
}

/** A list of results for a list, one result for one record. */
export function shaped<T>(target: unknown, elementType: string, results: readonly T[]): ApexList | T {
  return target instanceof ApexList ? new ApexList(elementType, [...results]) : (results[0] as T);
}

export function database(): OrgDatabase {
  return currentTransaction().org.database as OrgDatabase;
}

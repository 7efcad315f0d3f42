/** SOQL, SOSL and records in compiled code. */
import { SObjectValue } from '../../data/sobject';
import type { QueryRequest } from '../../data/api';
import type { SoqlQuery } from '../../data/soql/ast';
import { findImplementation, findPlatformType } from '../../library/registry';
import { apexToString } from '../../library/stringify';
import { ApexList } from '../../library/system/List';
import { newException } from '../exceptions';
import { currentTransaction } from '../transaction';

/** Static queries travel as JSON and are read once. */
export function queryText(json: string): SoqlQuery {
  return JSON.parse(json) as SoqlQuery;
}

/** Without `WITH USER_MODE` a query runs in system mode; only the sharing of the class restricts rows. */
function request(query: SoqlQuery, binds: readonly unknown[]): QueryRequest {
  return {
    query,
    bind: (index) => binds[index],
    accessMode: 'system',
    isSharingEnforced: currentTransaction().isSharingEnforced
  };
}

export function queryList(query: SoqlQuery, binds: readonly unknown[], object: string): ApexList {
  return new ApexList(object, currentTransaction().org.database.query(request(query, binds)));
}

export function querySingle(query: SoqlQuery, binds: readonly unknown[]): unknown {
  return singleRow(currentTransaction().org.database.query(request(query, binds)));
}

/** Left of `??` and `?.` a query without rows is null. */
export function querySingleOrNull(query: SoqlQuery, binds: readonly unknown[]): unknown {
  const rows = currentTransaction().org.database.query(request(query, binds));
  return rows.length === 0 ? null : singleRow(rows);
}

export function queryCount(query: SoqlQuery, binds: readonly unknown[]): number {
  return currentTransaction().org.database.count(request(query, binds));
}

/** A list of rows where one record is wanted: `Account a = Database.query(…)`. */
export function rowsToRecord(rows: ApexList | null): unknown {
  return rows === null ? null : singleRow(rows.items);
}

/** @throws System.QueryException when there is not exactly one row */
function singleRow(rows: readonly unknown[]): unknown {
  if (rows.length === 0) throw newException('System.QueryException', 'List has no rows for assignment to SObject');
  if (rows.length > 1)
    throw newException('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return rows[0];
}

/** `[FIND … ]` runs through `Search.query`: the text holds each bind as `:0`, `:1`, … */
export function search(template: string, binds: readonly unknown[]): unknown {
  const query = findImplementation(findPlatformType('System.Search')?.statics, 'query(String)');
  if (!query) throw new Error('The local org does not implement SOSL: use SOQL, or register System.Search.query');
  return query(template.replace(/:(\d+)/g, (_, index: string) => literal(binds[Number(index)])));
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replace(/(['\\])/g, '\\$1')}'` : apexToString(value);
}

/** `new Lead(LastName = 'Ng')`. A name that begins with a dot is a parent: `Account = acme`. */
export function newSObject(
  objectName: string,
  names: readonly string[] = [],
  values: readonly unknown[] = []
): SObjectValue {
  const record = new SObjectValue(objectName);
  names.forEach((name, i) => {
    if (name.startsWith('.')) record.putParent(name.slice(1), values[i] as SObjectValue | null);
    else record.put(name, values[i]);
  });
  return record;
}

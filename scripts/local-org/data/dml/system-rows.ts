/** Rows that the platform writes itself: no triggers, no validation, no access. */
import { currentTransaction, hasCurrentTransaction } from '../../runtime/transaction';
import { ApexDatetime } from '../../library/system/Datetime';
import { storedValue } from './rows';
import type { Tables } from '../tables';

/** Writes a new row, or over an old one when `values` has its Id. Answers the id. Names of fields in any case. */
export function writeSystemRow(tables: Tables, objectName: string, values: Readonly<Record<string, unknown>>): string {
  const table = tables.table(objectName);
  const { fields } = table.schema;
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields.get(name.toLowerCase());
    if (!field) throw new Error(`Object ${objectName} has no field ${name}: the row cannot be written`);
    given[field.name] = storedValue(field, value);
  }
  const id = (given['Id'] as string | null | undefined) ?? tables.newId(table.schema);
  const before = table.get(id);
  const row = { ...(before ?? newRowStamps(fields)), ...given, Id: id };
  tables.store.write(table, id, { ...row, IsDeleted: given['IsDeleted'] === true });
  return id;
}

function newRowStamps(fields: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const hasTransaction = hasCurrentTransaction();
  const now = new ApexDatetime(
    Math.floor((hasTransaction ? currentTransaction().org.now() : Date.now()) / 1000) * 1000
  );
  const stamps: Record<string, unknown> = {};
  for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'])
    if (fields.has(name.toLowerCase())) stamps[name] = now;
  if (hasTransaction) {
    for (const name of ['CreatedById', 'LastModifiedById'])
      if (fields.has(name.toLowerCase())) stamps[name] = currentTransaction().userId;
  }
  return stamps;
}

/** The schema and the rights of the transaction that asks for a describe. */
import { currentTransaction } from '../../runtime/transaction';
import type { Database } from '../../data/api';
import type { OrgDatabase } from '../../data/database';
import type { Tables } from '../../data/tables';
import type { OrgSchema } from '../../schema/model';

export function currentSchema(): OrgSchema {
  return currentTransaction().org.schema;
}

/** What the running user may do now; `System.runAs` changes the user, and DML on assignments the rights. */
export function currentAccess(): ReturnType<Database['accessOf']> {
  const { org, userId } = currentTransaction();
  return org.database.accessOf(userId);
}

/** The rows themselves: record types, custom metadata and settings are read without limits or access checks. */
export function currentTables(): Tables {
  return (currentTransaction().org.database as OrgDatabase).tables;
}

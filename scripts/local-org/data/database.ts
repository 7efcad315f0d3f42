/** The database of a local org: tables, queries and DML behind one interface. */
import { currentTransaction } from '../runtime/transaction';
import { newException } from '../runtime/exceptions';
import type { UserAccess } from '../schema/access';
import type { OrgSchema } from '../schema/model';
import { accessOf } from './access';
import type { Database, DatabaseSnapshot, DmlOutcome, DmlRequest, QueryRequest } from './api';
import { DmlEngine } from './dml/engine';
import { writeSystemRow } from './dml/system-rows';
import { seedMetadataRows } from './seed';
import { QueryEngine } from './soql/engine';
import { search } from './sosl/search';
import type { SearchResult } from './sosl/search';
import type { SObjectValue } from './sobject';
import { Tables } from './tables';

const SAVEPOINTS = Symbol('savepoints');

/** A database with the rows that follow from metadata: custom metadata, record types, statuses, permission sets. */
export function createDatabase(schema: OrgSchema): OrgDatabase {
  const tables = new Tables(schema);
  seedMetadataRows(tables);
  return new OrgDatabase(tables);
}

export class OrgDatabase implements Database {
  /** For parts of the data engine and the library that work on rows. */
  readonly tables: Tables;
  readonly #queries: QueryEngine;
  readonly #dml: DmlEngine;

  constructor(tables: Tables) {
    this.tables = tables;
    this.#queries = new QueryEngine(tables);
    this.#dml = new DmlEngine(tables);
  }

  query(request: QueryRequest): SObjectValue[] {
    return this.#queries.query(request);
  }

  count(request: QueryRequest): number {
    return this.#queries.count(request);
  }

  /** SOSL: the records of each RETURNING object, in order. */
  search(text: string, access: Pick<QueryRequest, 'accessMode' | 'isSharingEnforced'>): SearchResult[] {
    return search(this.tables, this.#queries, text, access);
  }

  dml(request: DmlRequest): DmlOutcome[] {
    return this.#dml.dml(request);
  }

  /** The update of a Lead that is being converted. */
  saveConverted(record: SObjectValue, platformValues: Readonly<Record<string, unknown>>): void {
    this.#dml.saveConverted(record, platformValues);
  }

  setSavepoint(): number {
    currentTransaction().limits.consume('dmlStatements', 1);
    const savepoints = savepointsOfTransaction();
    savepoints.push(this.tables.store.snapshot());
    return savepoints.length - 1;
  }

  rollback(savepoint: number): void {
    currentTransaction().limits.consume('dmlStatements', 1);
    const savepoints = savepointsOfTransaction();
    const snapshot = savepoints[savepoint];
    if (!snapshot)
      throw newException(
        'System.TypeException',
        'Savepoint is not valid: it was released, or lies after one that was rolled back to'
      );
    this.tables.store.restore(snapshot);
    savepoints.fill(null, savepoint + 1);
  }

  /** Gives up a savepoint and those after it. */
  releaseSavepoint(savepoint: number): void {
    savepointsOfTransaction().fill(null, savepoint);
  }

  systemInsert(objectName: string, values: Readonly<Record<string, unknown>>): string {
    return writeSystemRow(this.tables, objectName, values);
  }

  systemUpdate(id: string, values: Readonly<Record<string, unknown>>): boolean {
    const object = this.tables.objectOfId(id);
    if (!object || !this.tables.row(id)) return false;
    writeSystemRow(this.tables, object.name, { ...values, Id: id });
    return true;
  }

  systemRead(id: string): Readonly<Record<string, unknown>> | null {
    return this.tables.row(id);
  }

  accessOf(userId: string): UserAccess {
    return accessOf(this.tables, userId);
  }

  snapshot(): DatabaseSnapshot {
    return this.tables.store.snapshot();
  }

  restore(snapshot: DatabaseSnapshot): void {
    this.tables.store.restore(snapshot);
  }
}

function savepointsOfTransaction(): (DatabaseSnapshot | null)[] {
  const { state } = currentTransaction();
  let savepoints = state.get(SAVEPOINTS) as (DatabaseSnapshot | null)[] | undefined;
  if (!savepoints) state.set(SAVEPOINTS, (savepoints = []));
  return savepoints;
}

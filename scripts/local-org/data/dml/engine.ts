/** DML statements: chunks of 200, all-or-nothing or partial success, ids written back. */
import type { ObjectSchema } from '../../schema/model';
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import type { DmlKind, DmlOutcome, DmlRequest } from '../api';
import { accessOf } from '../access';
import { Sharing } from '../sharing';
import type { SObjectValue } from '../sobject';
import type { Tables } from '../tables';
import { deleteChunk, undeleteChunk } from './delete';
import { dmlException } from './errors';
import { publishEvents } from './events';
import { refuseMixedDml } from './mixed-dml';
import { hasTriggers, triggerHolding } from './trigger-runner';
import { isRowHeld } from './row-locks';
import { saveChunk } from './save';
import { refuseRepeatedKeys, resolveUpsert } from './upsert';
import { fail, hasFailed } from './work-item';
import type { WorkItem } from './work-item';
import { requireObjectRight, checkWriteAccess } from './write-access';

/** Records that one call of a trigger gets at most. */
const CHUNK_SIZE = 200;
/** How often the survivors of partly failed chunks are tried again. */
const MAXIMUM_ATTEMPTS = 3;

export class DmlEngine {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  dml(request: DmlRequest): DmlOutcome[] {
    const { kind, records } = request;
    if (records.length === 0) return [];
    this.#countStatement(records);
    requireDistinct(kind, records);
    const { store } = this.#tables;
    const before = store.snapshot();
    try {
      const items = records.map((record, index) => this.#itemOf(kind, record, index, request.externalIdField));
      if (kind === 'upsert') refuseRepeatedKeys(items, request.externalIdField);
      refuseMixedDml(items);
      this.#checkAccess(items, request);
      for (const item of items) if (!hasFailed(item)) isRowHeld(this.#tables, item);
      for (const chunk of chunksOf(items)) {
        if (request.allOrNone && items.some(hasFailed)) break;
        this.#runChunk(chunk, request);
      }
      const failed = items.filter(hasFailed);
      if (request.allOrNone && failed.length > 0) throw dmlException(kind, failed);
      return items.map((item) => finish(item, kind));
    } catch (error) {
      store.restore(before);
      throw error;
    }
  }

  /** Events that do not wait for the commit have a limit of their own (Platform Events Developer Guide). */
  #countStatement(records: readonly SObjectValue[]): void {
    const { limits } = currentTransaction();
    const object = this.#tables.schema.findObject((records[0] as SObjectValue | null)?.objectName ?? '');
    if (object?.publishBehavior === 'PublishImmediately') {
      limits.consume('publishImmediateDml', 1);
      return;
    }
    limits.consume('dmlStatements', 1);
    limits.consume('dmlRows', records.length);
  }

  /** Saves the Lead of a conversion, triggers and rules included, with fields that only the platform may write. */
  saveConverted(record: SObjectValue, platformValues: Readonly<Record<string, unknown>>): void {
    const request: DmlRequest = {
      kind: 'update',
      records: [record],
      accessMode: 'system',
      isSharingEnforced: false,
      allOrNone: true,
      externalIdField: null
    };
    const item: WorkItem = { ...this.#itemOf('update', record, 0), platformValues };
    if (!isRowHeld(this.#tables, item)) this.#runChunk([item], request);
    if (hasFailed(item)) throw dmlException('update', [item]);
  }

  #itemOf(kind: DmlKind, record: SObjectValue, index: number, externalIdField: string | null = null): WorkItem {
    const object = this.#tables.schema.findObject(record.objectName);
    if (!object || !isAllowed(object, kind)) {
      throw newException(
        'System.TypeException',
        `DML operation ${kind.toUpperCase()} not allowed on ${record.objectName}`
      );
    }
    const item: WorkItem = { index, record, object, old: null, draft: {}, id: null, isCreated: false, errors: [] };
    const target = kind === 'upsert' ? resolveUpsert(this.#tables, item, externalIdField) : this.#targetOf(kind, item);
    return {
      ...item,
      old: target,
      id: target ? (target['Id'] as string) : kind === 'insert' || kind === 'upsert' ? null : record.id,
      isCreated: target === null
    };
  }

  #checkAccess(items: readonly WorkItem[], request: DmlRequest): void {
    if (request.accessMode !== 'user' && !request.isSharingEnforced) return;
    const { userId } = currentTransaction();
    const access = accessOf(this.#tables, userId);
    const sharing = new Sharing(this.#tables, userId, access);
    if (request.accessMode === 'user')
      for (const object of new Set(items.map((item) => item.object))) requireObjectRight(access, object, request.kind);
    for (const item of items) checkWriteAccess(this.#tables, sharing, access, item, request);
  }

  /** The stored row of an update, delete or undelete. */
  #targetOf(kind: DmlKind, item: WorkItem) {
    const { id } = item.record;
    if (kind === 'insert') {
      if (id !== null) fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
      return null;
    }
    if (id === null) {
      fail(item, 'MISSING_ARGUMENT', `Id not specified in ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} call`);
      return null;
    }
    const row = this.#tables.objectOfId(id) === item.object ? this.#tables.row(id) : null;
    const trigger = triggerHolding(id);
    if (trigger !== undefined)
      fail(
        item,
        'SELF_REFERENCE_FROM_TRIGGER',
        `Object (id = ${id.slice(0, 15)}) is currently in trigger ${trigger}, therefore it cannot recursively update itself`
      );
    else if (!row) fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (kind !== 'undelete' && row['IsDeleted'] === true) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted');
    else if (kind === 'undelete' && row['IsDeleted'] !== true)
      fail(item, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
    return row;
  }

  /** With partial success a chunk in which rows failed is undone and the others are tried again, triggers included. */
  #runChunk(chunk: WorkItem[], request: DmlRequest): void {
    const { store } = this.#tables;
    const object = (chunk[0] as WorkItem).object;
    for (let attempt = 1; ; attempt++) {
      const trying = chunk.filter((item) => !hasFailed(item));
      if (trying.length === 0) return;
      const before = store.snapshot();
      const giveBack = usedSoFar();
      runOnce(this.#tables, object, trying, request);
      const isComplete = !trying.some(hasFailed);
      const isUndoNeeded = hasTriggers(object) || trying.some((item) => hasFailed(item) && item.isWritten);
      if (isComplete || request.allOrNone || !isUndoNeeded) return;
      store.restore(before);
      giveBack();
      for (const item of trying) {
        item.isWritten = false;
        if (item.isCreated) item.id = null;
      }
      if (attempt === MAXIMUM_ATTEMPTS) {
        for (const item of trying)
          if (!hasFailed(item))
            fail(
              item,
              'ALL_OR_NONE_OPERATION_ROLLED_BACK',
              'Too many batch retries in the presence of Apex triggers and partial failures.'
            );
        return;
      }
    }
  }
}

/** What another attempt may use again (Apex Developer Guide, bulk DML exception handling). */
const GIVEN_BACK = ['queries', 'queryRows', 'aggregateQueries', 'soslQueries', 'dmlStatements', 'dmlRows'] as const;

/** Answers what sets the limits back to where they are now. */
function usedSoFar(): () => void {
  const { limits } = currentTransaction();
  const used = GIVEN_BACK.map((kind) => limits.used(kind));
  return () => GIVEN_BACK.forEach((kind, i) => limits.consume(kind, (used[i] as number) - limits.used(kind)));
}

/** Which statements the object takes at all, whoever runs them. */
function isAllowed(object: ObjectSchema, kind: DmlKind): boolean {
  if (object.kind === 'metadata') return false;
  if (object.kind === 'event') return kind === 'insert';
  switch (kind) {
    case 'insert':
      return object.isCreateable;
    case 'update':
      return object.isUpdateable;
    case 'delete':
      return object.isDeletable;
    default:
      return true;
  }
}

function runOnce(tables: Tables, object: ObjectSchema, items: WorkItem[], request: DmlRequest): void {
  if (object.kind === 'event') return publishEvents(tables, object, items);
  switch (request.kind) {
    case 'delete':
      return deleteChunk(tables, object, items);
    case 'undelete':
      return undeleteChunk(tables, object, items);
    default:
      return saveChunk(tables, object, items, request);
  }
}

/** Consecutive records of one object, 200 at most. Inserts and updates of an upsert go separately. */
function chunksOf(items: readonly WorkItem[]): WorkItem[][] {
  const chunks: WorkItem[][] = [];
  const open = new Map<string, WorkItem[]>();
  for (const item of items) {
    const key = `${item.object.name} ${String(item.isCreated)}`;
    let chunk = open.get(key);
    if (!chunk || chunk.length === CHUNK_SIZE) {
      chunk = [];
      open.set(key, chunk);
      chunks.push(chunk);
    }
    chunk.push(item);
  }
  return chunks;
}

function finish(item: WorkItem, kind: DmlKind): DmlOutcome {
  const isSuccess = !hasFailed(item);
  if (isSuccess && item.isCreated && item.id !== null) item.record.setRaw('Id', item.id);
  else if (isSuccess && kind === 'upsert') item.record.setRaw('Id', item.id);
  const id = isSuccess || !item.isCreated ? item.id : null;
  return { id, isSuccess, isCreated: isSuccess && item.isCreated, errors: item.errors };
}

/**
 * @throws System.ListException when a list has one record twice
 * @throws System.NullPointerException when it has a null
 */
function requireDistinct(kind: DmlKind, records: readonly SObjectValue[]): void {
  const seen = new Set<unknown>();
  for (const record of records) {
    if ((record as SObjectValue | null) === null)
      throw newException('System.NullPointerException', 'Attempt to de-reference a null object');
    const identity = kind === 'insert' || (kind === 'upsert' && record.id === null) ? record : record.id;
    if (identity !== null && seen.has(identity)) {
      throw newException(
        'System.ListException',
        kind === 'insert'
          ? 'Before Insert or Upsert list must not have two identically equal elements'
          : `Duplicate id in list: ${String(record.id)}`
      );
    }
    seen.add(identity);
  }
}

/** Platform events: published rows reach their triggers after the transaction, or when a test delivers them. */
import type { ObjectSchema } from '../../schema/model';
import { currentTransaction } from '../../runtime/transaction';
import type { SObjectValue } from '../sobject';
import type { Tables } from '../tables';
import { storedValue, toRecord } from './rows';
import { runTriggers } from './trigger-runner';
import { validateFields } from './validate';
import { hasFailed } from './work-item';
import type { WorkItem } from './work-item';

/** Events of one object that wait for their triggers. */
export interface PendingEvents {
  readonly object: ObjectSchema;
  readonly records: readonly SObjectValue[];
}

const PENDING = Symbol('published events');
/** Events that one call of an event trigger gets at most (PLATFORM 5). */
const EVENT_CHUNK = 2000;

/** Checks and queues the events of a DML statement or of `EventBus.publish`. */
export function publishEvents(tables: Tables, object: ObjectSchema, items: readonly WorkItem[]): void {
  for (const item of items) {
    item.draft = {};
    for (const [name, value] of item.record.entries()) {
      const field = object.fields.get(name.toLowerCase());
      if (field && field.type !== 'id') item.draft[field.name] = storedValue(field, value);
    }
    validateFields(tables, item, {});
    if (hasFailed(item)) continue;
    item.id = tables.newId(object);
    item.draft['EventUuid'] ??= item.id;
    item.draft['ReplayId'] ??= String(tables.store.nextNumber('replay'));
  }
  const records = items.filter((item) => !hasFailed(item)).map((item) => toRecord(tables, object, item.draft));
  pendingEvents().push({ object, records });
}

/** The events that the current transaction has published and nobody has delivered. */
function pendingEvents(): PendingEvents[] {
  const { state } = currentTransaction();
  let pending = state.get(PENDING) as PendingEvents[] | undefined;
  if (!pending) state.set(PENDING, (pending = []));
  return pending;
}

/** Takes what is pending out of the current transaction. */
export function takePendingEvents(): PendingEvents[] {
  return pendingEvents().splice(0);
}

/** Runs the after-insert triggers for events, in the current transaction. Answers messages of triggers that failed. */
export function deliverEvents(pending: readonly PendingEvents[]): string[] {
  const failures: string[] = [];
  for (const { object, records } of pending) {
    for (let start = 0; start < records.length; start += EVENT_CHUNK) {
      const chunk = records.slice(start, start + EVENT_CHUNK);
      for (const record of chunk) record.isReadOnly = true;
      const failure = runTriggers(object, 'after', 'insert', { new: chunk, old: null });
      if (failure) failures.push(failure.message);
    }
  }
  return failures;
}

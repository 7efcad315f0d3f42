/** Platform events: published rows reach their triggers after the transaction, or when a test delivers them. */
import type { ObjectSchema } from '../../schema/model';
import { currentTransaction } from '../../runtime/transaction';
import type { SObjectValue } from '../sobject';
import type { Tables } from '../tables';
import { storedValue, toRecord } from './rows';
import { runTriggers } from './trigger-runner';
import type { TriggerFailure } from './trigger-runner';
import { validateFields } from './validate';
import { hasFailed } from './work-item';
import type { WorkItem } from './work-item';

/** Events of one object that wait for their triggers. */
export interface PendingEvents {
  readonly object: ObjectSchema;
  readonly records: readonly SObjectValue[];
  /** How often the triggers have asked for them again, and why the last time. */
  readonly retries?: number;
  readonly lastError?: string;
}

/** What `EventBus.TriggerContext` tells a trigger. */
export interface EventTriggerContext {
  readonly retries: number;
  readonly lastError: string | null;
  checkpoint: string | null;
}

export interface Delivery {
  /** Messages of triggers that failed. */
  readonly failures: readonly string[];
  /** Events whose triggers threw `EventBus.RetryableException`. */
  readonly again: readonly PendingEvents[];
}

const TRIGGER_CONTEXT = Symbol('event trigger');
/** The platform gives up after nine retries (Platform Events Developer Guide, "Retry Event Triggers"). */
const MAXIMUM_RETRIES = 9;

/** The context of the running event trigger; null outside. */
export function eventTriggerContext(): EventTriggerContext | null {
  return (currentTransaction().state.get(TRIGGER_CONTEXT) as EventTriggerContext | null | undefined) ?? null;
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

/** Runs the after-insert triggers for events, in the current transaction. What a trigger that fails wrote is undone. */
export function deliverEvents(pending: readonly PendingEvents[]): Delivery {
  const failures: string[] = [];
  const again: PendingEvents[] = [];
  for (const events of pending) {
    for (let start = 0; start < events.records.length; start += EVENT_CHUNK) {
      const records = events.records.slice(start, start + EVENT_CHUNK);
      const failure = deliverChunk({ ...events, records });
      const isRetry = failure?.exception?.$exceptionName.toLowerCase() === 'eventbus.retryableexception';
      const retries = (events.retries ?? 0) + 1;
      if (failure && isRetry && retries <= MAXIMUM_RETRIES)
        again.push({ object: events.object, records, retries, lastError: failure.exception?.['getmessage()']() ?? '' });
      else if (failure) failures.push(failure.message);
    }
  }
  return { failures, again };
}

function deliverChunk({ object, records, retries = 0, lastError }: PendingEvents): TriggerFailure | null {
  for (const record of records) record.isReadOnly = true;
  const { org, state } = currentTransaction();
  const before = org.database.snapshot();
  const context: EventTriggerContext = { retries, lastError: lastError ?? null, checkpoint: null };
  state.set(TRIGGER_CONTEXT, context);
  try {
    const failure = runTriggers(object, 'after', 'insert', { new: records, old: null });
    if (failure) org.database.restore(before);
    return failure;
  } finally {
    state.delete(TRIGGER_CONTEXT);
  }
}

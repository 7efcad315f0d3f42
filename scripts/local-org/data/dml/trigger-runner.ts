/** Runs the triggers of an object around a save. */
import type { ObjectSchema } from '../../schema/model';
import { ApexException, isCatchable } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { runInTriggerContext } from '../../runtime/trigger-context';
import { enumValue } from '../../library/registry';
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
import type { RuntimeTrigger } from '../../runtime/type-info';
import type { TriggerEvent } from '../../compiler/ast';
import type { SObjectValue } from '../sobject';

export type TriggerTiming = 'before' | 'after';
export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';

/** Records for one call of the triggers; null where the event has none. */
export interface TriggerRecords {
  readonly new: readonly SObjectValue[] | null;
  readonly old: readonly SObjectValue[] | null;
}

/** What stopped the triggers: all rows of the call fail with it. */
export interface TriggerFailure {
  readonly message: string;
  /** What the trigger threw; null when none could run. */
  readonly exception: ApexException | null;
}

type Trigger = Pick<RuntimeTrigger, 'name' | 'events' | 'run'>;

/** Triggers that start one another stop at this depth (Apex governor limits). */
const MAXIMUM_DEPTH = 16;
const DEPTH = Symbol('depth of triggers');
const HELD = Symbol('records in before triggers');

/** The before trigger that a record is in; DML on it must wait. */
export function triggerHolding(id: string | null): string | undefined {
  const held = currentTransaction().state.get(HELD) as Map<string, string> | undefined;
  return id === null ? undefined : held?.get(id);
}

/** Marks the records of a before trigger; answers what lets them go. */
function holdRecords(trigger: Trigger, records: TriggerRecords): () => void {
  const { state } = currentTransaction();
  const before = state.get(HELD) as Map<string, string> | undefined;
  const held = new Map(before);
  for (const { id } of records.new ?? records.old ?? []) if (id !== null) held.set(id, trigger.name);
  state.set(HELD, held);
  return () => state.set(HELD, before);
}

export function hasTriggers(object: ObjectSchema): boolean {
  return currentTransaction().org.program.triggersFor(object.name).length > 0;
}

/**
 * Runs all triggers for the event, in order of their names, and answers what an uncaught exception said. Exceptions
 * that Apex cannot catch pass through.
 */
export function runTriggers(
  object: ObjectSchema,
  timing: TriggerTiming,
  operation: TriggerOperation,
  records: TriggerRecords
): TriggerFailure | null {
  const event = `${timing} ${operation}`;
  const { org, state } = currentTransaction();
  const depth = (state.get(DEPTH) as number | undefined) ?? 0;
  if (depth >= MAXIMUM_DEPTH) return { message: 'maximum trigger depth exceeded', exception: null };
  state.set(DEPTH, depth + 1);
  try {
    return runAll(org.program.triggersFor(object.name), event, object, timing, operation, records);
  } finally {
    state.set(DEPTH, depth);
  }
}

function runAll(
  triggers: readonly Trigger[],
  event: string,
  object: ObjectSchema,
  timing: TriggerTiming,
  operation: TriggerOperation,
  records: TriggerRecords
): TriggerFailure | null {
  for (const trigger of triggers) {
    if (!trigger.events.includes(event as TriggerEvent)) continue;
    const failure = runOne(trigger, object, timing, operation, records);
    if (failure) return failure;
  }
  return null;
}

function runOne(
  trigger: Trigger,
  object: ObjectSchema,
  timing: TriggerTiming,
  operation: TriggerOperation,
  records: TriggerRecords
): TriggerFailure | null {
  const context = {
    isExecuting: true,
    new: records.new && listOf(object, records.new),
    old: records.old && listOf(object, records.old),
    newMap: records.new && !(timing === 'before' && operation === 'insert') ? mapOf(object, records.new) : null,
    oldMap: records.old && mapOf(object, records.old),
    operationType: enumValue('System.TriggerOperation', `${timing}_${operation}`),
    size: (records.new ?? records.old ?? []).length
  };
  const transaction = currentTransaction();
  const isSharingEnforced = transaction.isSharingEnforced;
  transaction.isSharingEnforced = false;
  const release = timing === 'before' ? holdRecords(trigger, records) : null;
  try {
    runInTriggerContext(context, () => trigger.run());
    return null;
  } catch (error) {
    if (!(error instanceof ApexException) || !isCatchable(error)) throw error;
    const stage = `${capitalised(timing)}${capitalised(operation)}`;
    return {
      exception: error,
      message: `${trigger.name}: execution of ${stage}\n\ncaused by: ${String(error)}\n\n${error['getstacktracestring()']()}`
    };
  } finally {
    release?.();
    transaction.isSharingEnforced = isSharingEnforced;
  }
}

function listOf(object: ObjectSchema, records: readonly SObjectValue[]): ApexList {
  return new ApexList(object.name, [...records]);
}

function mapOf(object: ObjectSchema, records: readonly SObjectValue[]): ApexMap {
  const map = new ApexMap('Id', object.name);
  for (const record of records) map.put(record.id, record);
  return map;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

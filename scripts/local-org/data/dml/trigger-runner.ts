/** Runs the triggers of an object around a save. */
import type { ObjectSchema } from '../../schema/model';
import { ApexException, isCatchable } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { runInTriggerContext } from '../../runtime/trigger-context';
import { enumValue } from '../../library/registry';
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
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
}

export function hasTriggers(object: ObjectSchema): boolean {
  return currentTransaction().org.program.triggersFor(object.name).length > 0;
}

/**
 * Runs all triggers for the event, in order of their names, and answers what an uncaught exception said. Exceptions
 * that Apex cannot catch pass through.
 */
export function runTriggers(object: ObjectSchema, timing: TriggerTiming, operation: TriggerOperation, records: TriggerRecords): TriggerFailure | null {
  const event = `${timing} ${operation}`;
  const { org } = currentTransaction();
  for (const trigger of org.program.triggersFor(object.name)) {
    if (!trigger.events.some((one) => one === event)) continue;
    const failure = runOne(trigger, object, timing, operation, records);
    if (failure) return failure;
  }
  return null;
}

function runOne(
  trigger: { readonly name: string; run(): void }, object: ObjectSchema, timing: TriggerTiming, operation: TriggerOperation, records: TriggerRecords
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
  try {
    runInTriggerContext(context, () => trigger.run());
    return null;
  } catch (error) {
    if (!(error instanceof ApexException) || !isCatchable(error)) throw error;
    const stage = `${capitalised(timing)}${capitalised(operation)}`;
    return { message: `${trigger.name}: execution of ${stage}\n\ncaused by: ${String(error)}\n\n${error['getstacktracestring()']()}` };
  } finally {
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

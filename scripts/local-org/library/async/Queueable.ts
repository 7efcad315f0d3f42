/** `System.Queueable`, `System.Finalizer` and their contexts; `System.enqueueJob` and `System.attachFinalizer`. */
import { queueJob, refuseAsync } from '../../runtime/async';
import { FinalizerContextValue, QueueableContextValue } from '../../runtime/async-contexts';
import { finalizerSlot, runQueueable } from '../../runtime/async-run';
import { deepCopy } from '../../runtime/deep-copy';
import { currentEntryPoint } from '../../runtime/entry-point';
import type { EntryPoint } from '../../runtime/entry-point';
import { newException } from '../../runtime/exceptions';
import type { ApexObject } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import { extendPlatformType, platformType } from '../registry';
import { AsyncOptionsValue } from './AsyncOptions';
import { interfaceMethod } from './interface';
import { insertJobRow, requireInterface } from './job-rows';

const LONGEST_DELAY_MINUTES = 10;
const MINUTE = 60_000;

platformType({ name: 'System.Queueable', methods: { 'execute/1': interfaceMethod('execute', ['QueueableContext']) } });
platformType({ name: 'System.Finalizer', methods: { 'execute/1': interfaceMethod('execute', ['FinalizerContext']) } });
platformType({ name: 'System.ParentJobResult', enumConstants: ['SUCCESS', 'UNHANDLED_EXCEPTION'] });

platformType({
  name: 'System.QueueableContext',
  jsClass: QueueableContextValue,
  methods: { 'getJobId/0': interfaceMethod('getJobId', [], (context: QueueableContextValue) => context.jobId) }
});

platformType({
  name: 'System.FinalizerContext',
  jsClass: FinalizerContextValue,
  methods: {
    'getAsyncApexJobId/0': interfaceMethod('getAsyncApexJobId', [], (context: FinalizerContextValue) => context.jobId),
    'getRequestId/0': interfaceMethod('getRequestId', [], (context: FinalizerContextValue) => `TID:${context.jobId}`),
    'getResult/0': interfaceMethod('getResult', [], (context: FinalizerContextValue) => context.result),
    'getException/0': interfaceMethod('getException', [], (context: FinalizerContextValue) => context.exception)
  }
});

extendPlatformType('System.System', {
  statics: {
    'enqueueJob/1': (instance: unknown) => enqueueQueueable(instance, new AsyncOptionsValue()),
    'enqueueJob(Object,Integer)': (instance: unknown, delay: number | null) =>
      enqueueQueueable(instance, withDelay(delay)),
    'enqueueJob(Object,System.AsyncOptions)': enqueueQueueable,
    'enqueueJob(Object,AsyncOptions)': enqueueQueueable,
    'attachFinalizer/1': attachFinalizer,
    'isQueueable/0': () => currentEntryPoint().quiddity === 'QUEUEABLE'
  }
});

/** Queues a job and answers the id of its AsyncApexJob row. */
function enqueueQueueable(argument: unknown, options: AsyncOptionsValue | null): string {
  const instance = requireInterface(argument, 'Queueable');
  const { limits, org, userId } = currentTransaction();
  limits.consume('queueableJobs');
  const entryPoint = entryPointOfChild(options ?? new AsyncOptionsValue());
  const jobId = insertJobRow('Queueable', instance.$type.name);
  refuseDuplicate(options?.duplicateSignature?.text ?? null, jobId);
  const copy = deepCopy(instance);
  queueJob({
    id: jobId,
    type: 'Queueable',
    userId,
    dueAt: Date.now() + entryPoint.queueableDelayMinutes * MINUTE,
    run: (test) => runQueueable({ org, jobId, userId, test }, copy, entryPoint)
  });
  return jobId;
}

/**
 * What the new job's transaction will know about its chain.
 *
 * In a test a Queueable cannot start another one: "You can't chain queueable jobs in an Apex test" (Apex Developer
 * Guide, Queueable Apex), which shows as an AsyncException.
 */
function entryPointOfChild(
  options: AsyncOptionsValue
): Pick<EntryPoint, 'queueableDepth' | 'maximumQueueableDepth' | 'queueableDelayMinutes'> {
  const parent = currentEntryPoint();
  const { test } = currentTransaction();
  if (test?.isDraining && parent.quiddity === 'QUEUEABLE') refuseAsync('Maximum stack depth has been reached.');
  const queueableDelayMinutes = options.delayMinutes ?? 0;
  if (queueableDelayMinutes < 0 || queueableDelayMinutes > LONGEST_DELAY_MINUTES) {
    throw newException(
      'System.InvalidParameterValueException',
      `The delay must be between 0 and ${LONGEST_DELAY_MINUTES} minutes`
    );
  }
  const maximumQueueableDepth = options.maximumStackDepth ?? parent.maximumQueueableDepth;
  const queueableDepth = parent.queueableDepth + 1;
  if (maximumQueueableDepth !== null && queueableDepth > maximumQueueableDepth)
    refuseAsync('Maximum stack depth has been reached.');
  return { queueableDepth, maximumQueueableDepth, queueableDelayMinutes };
}

function withDelay(delay: number | null): AsyncOptionsValue {
  const options = new AsyncOptionsValue();
  options.delayMinutes = delay;
  return options;
}

/** Two jobs with one signature cannot wait at the same time. A job that already runs does not count. */
function refuseDuplicate(signature: string | null, jobId: string): void {
  if (signature === null) return;
  const { org } = currentTransaction();
  const waiting = org.jobIdBySignature.get(signature);
  const status = waiting === undefined ? undefined : org.database.systemRead(waiting)?.['Status'];
  if (status === 'Queued' || status === 'Holding') {
    org.database.systemUpdate(jobId, { Status: 'Aborted' });
    throw newException('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  org.jobIdBySignature.set(signature, jobId);
}

function attachFinalizer(finalizer: ApexObject | null): void {
  const slot = finalizerSlot();
  if (currentEntryPoint().quiddity !== 'QUEUEABLE') {
    throw newException('System.HandledException', 'Cannot attach a finalizer in the current context');
  }
  if (slot.finalizer)
    throw newException('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  slot.finalizer = requireInterface(finalizer, 'Finalizer');
}

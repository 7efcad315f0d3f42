/** How asynchronous jobs run: Queueable with its Finalizer, `@future`, batch and scheduled Apex. */
import { QueryLocatorValue } from '../library/database/QueryLocator';
import { ApexList } from '../library/system/List';
import { enumValue } from '../library/registry';
import { SObjectValue } from '../data/sobject';
import { ApexDatetime } from '../library/system/Datetime';
import type { LocalOrg } from '../org';
import { setJobStatus } from './async';
import type { JobStatus } from './async';
import {
  BatchableContextValue,
  FinalizerContextValue,
  QueueableContextValue,
  SchedulableContextValue
} from './async-contexts';
import { deepCopy } from './deep-copy';
import { setEntryPoint } from './entry-point';
import type { EntryPoint } from './entry-point';
import { ApexException, newException } from './exceptions';
import { callEntryPoint } from './objects';
import type { ApexObject } from './objects';
import { iterate } from './support/collections';
import type { TestContext } from './test-context';
import { transactionState } from './transaction';

const FINALIZER = Symbol('finalizer');
const MAXIMUM_STATUS_LENGTH = 255;

/** Where and as whom a job runs. */
export interface JobSetting {
  readonly org: LocalOrg;
  readonly jobId: string;
  readonly userId: string;
  readonly test: TestContext | null;
}

/** The finalizer slot of the running transaction. */
export function finalizerSlot(): { finalizer: ApexObject | null } {
  return transactionState(FINALIZER, () => ({ finalizer: null }));
}

/** Runs a Queueable, then its finalizer (also after a failure), then throws what the Queueable threw. */
export function runQueueable(setting: JobSetting, instance: ApexObject, entryPoint: Partial<EntryPoint>): void {
  const { org, jobId } = setting;
  let finalizer: ApexObject | null = null;
  let failure: { readonly error: unknown } | null = null;
  setJobStatus(org, jobId, 'Processing');
  try {
    runAsynchronously(setting, { quiddity: 'QUEUEABLE', ...entryPoint }, { queueableJobs: 1 }, () => {
      try {
        callEntryPoint(instance, 'execute', [new QueueableContextValue(jobId)], ['QueueableContext']);
      } finally {
        finalizer = finalizerSlot().finalizer;
      }
    });
  } catch (error) {
    failure = { error };
  }
  finishJob(org, jobId, failure?.error ?? null);
  if (finalizer) runFinalizer(setting, finalizer, failure?.error ?? null, entryPoint);
  if (failure) throw failure.error;
}

function runFinalizer(
  setting: JobSetting,
  finalizer: ApexObject,
  error: unknown,
  entryPoint: Partial<EntryPoint>
): void {
  const result = enumValue('System.ParentJobResult', error === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION');
  const context = new FinalizerContextValue(
    setting.jobId,
    result,
    error === null ? null : exceptionForFinalizer(error)
  );
  runAsynchronously(
    setting,
    { ...entryPoint, quiddity: 'TRANSACTION_FINALIZER_QUEUEABLE' },
    { queueableJobs: 1 },
    () => {
      callEntryPoint(finalizer, 'execute', [context], ['FinalizerContext']);
    }
  );
}

/** A limit that was exceeded reaches the finalizer as an AsyncException that quotes it. */
function exceptionForFinalizer(error: unknown): ApexException {
  if (!(error instanceof ApexException)) return newException('System.AsyncException', String(error));
  if (error.$exceptionName !== 'System.LimitException') return error;
  return newException('System.AsyncException', `${String(error)}\n${error['getstacktracestring()']()}`);
}

/** Runs one call of a `@future` method. It may not start other future calls. */
export function runFuture(setting: JobSetting, call: () => void): void {
  runTracked(setting, () => runAsynchronously(setting, { quiddity: 'FUTURE' }, { futureCalls: 0 }, call));
}

/** Runs a scheduled job once. */
export function runScheduled(setting: JobSetting, instance: ApexObject, triggerId: string): void {
  const transaction = setting.org.newTransaction({ userId: setting.userId, kind: 'synchronous', test: setting.test });
  setEntryPoint(transaction, { quiddity: 'SCHEDULED', jobId: triggerId });
  setting.org.run(transaction, () =>
    callEntryPoint(instance, 'execute', [new SchedulableContextValue(triggerId)], ['SchedulableContext'])
  );
}

export interface BatchRun {
  readonly instance: ApexObject;
  readonly scopeSize: number;
}

/** Runs a batch job: `start`, `execute` for each scope, `finish`, each in a transaction of its own. */
export function runBatch(setting: JobSetting, batch: BatchRun): void {
  const { org, jobId, test } = setting;
  const isStateful = batch.instance.$type.assignableTo.has('database.stateful');
  const instanceForCall = () => (isStateful ? batch.instance : deepCopy(batch.instance));
  const context = new BatchableContextValue(jobId);
  setJobStatus(org, jobId, 'Preparing');
  let scopes: ApexList[] = [];
  runTracked(setting, () => {
    runBatchStep(setting, () => {
      const started = callEntryPoint(instanceForCall(), 'start', [context], ['Database.BatchableContext']);
      scopes = intoScopes([...elementsOf(started)], batch.scopeSize);
    });
    if (test && scopes.length > 1) throw tooManyScopes();
    setJobStatus(org, jobId, 'Processing', { TotalJobItems: scopes.length });
    const errors = runScopes(setting, scopes, (scope) =>
      callEntryPoint(instanceForCall(), 'execute', [context, scope], ['Database.BatchableContext', 'List<SObject>'])
    );
    runBatchStep(setting, () => callEntryPoint(instanceForCall(), 'finish', [context], ['Database.BatchableContext']));
    return errors;
  });
}

/** A scope that fails outside of a test does not stop the others. */
function runScopes(setting: JobSetting, scopes: readonly ApexList[], execute: (scope: ApexList) => void): number {
  let errors = 0;
  scopes.forEach((scope, index) => {
    try {
      runBatchStep(setting, () => execute(scope));
    } catch (error) {
      if (setting.test) throw error;
      errors++;
      setting.org.database.systemUpdate(setting.jobId, { ExtendedStatus: statusText(error) });
    }
    setting.org.database.systemUpdate(setting.jobId, { JobItemsProcessed: index + 1, NumberOfErrors: errors });
  });
  return errors;
}

function runBatchStep(setting: JobSetting, work: () => void): void {
  runAsynchronously(setting, { quiddity: 'BATCH_APEX' }, { futureCalls: 0 }, work);
}

function tooManyScopes(): ApexException {
  return newException(
    'System.UnexpectedException',
    'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
  );
}

function intoScopes(items: readonly unknown[], size: number): ApexList[] {
  const first = items[0];
  const elementType = first instanceof SObjectValue ? first.objectName : 'Object';
  const scopes: ApexList[] = [];
  for (let at = 0; at < items.length; at += size) {
    const scope = new ApexList(elementType);
    scope.items.push(...items.slice(at, at + size));
    scopes.push(scope);
  }
  return scopes;
}

/** The elements of what `start` answered: a query locator, a collection, or an Iterable. */
function elementsOf(started: unknown): Iterable<unknown> {
  return started instanceof QueryLocatorValue ? started : iterate(started);
}

function runTracked(setting: JobSetting, work: () => unknown): void {
  setJobStatus(setting.org, setting.jobId, 'Processing');
  try {
    work();
  } catch (error) {
    finishJob(setting.org, setting.jobId, error);
    throw error;
  }
  finishJob(setting.org, setting.jobId, null);
}

function runAsynchronously(
  { org, userId, jobId, test }: JobSetting,
  entryPoint: Partial<EntryPoint>,
  maxima: { readonly queueableJobs?: number; readonly futureCalls?: number },
  work: () => void
): void {
  const transaction = org.newTransaction({ userId, kind: 'asynchronous', test });
  setEntryPoint(transaction, { jobId, ...entryPoint });
  if (maxima.queueableJobs !== undefined) transaction.limits.setMaximum('queueableJobs', maxima.queueableJobs);
  if (maxima.futureCalls !== undefined) transaction.limits.setMaximum('futureCalls', maxima.futureCalls);
  org.run(transaction, work);
}

function finishJob(org: LocalOrg, jobId: string, error: unknown): void {
  const status: JobStatus = error === null ? 'Completed' : 'Failed';
  const values = error === null ? {} : { NumberOfErrors: 1, ExtendedStatus: statusText(error) };
  setJobStatus(org, jobId, status, { CompletedDate: new ApexDatetime(org.now()), ...values });
}

function statusText(error: unknown): string {
  const text = error instanceof ApexException ? (error['getmessage()']() ?? '') : String(error);
  return text.slice(0, MAXIMUM_STATUS_LENGTH);
}

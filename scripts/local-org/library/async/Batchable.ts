/** `Database.Batchable` and its kind; `Database.executeBatch`, `System.scheduleBatch`. */
import { newException } from '../../runtime/exceptions';
import { queueJob, refuseAsync } from '../../runtime/async';
import { BatchableContextValue } from '../../runtime/async-contexts';
import { runBatch } from '../../runtime/async-run';
import { deepCopy } from '../../runtime/deep-copy';
import { currentEntryPoint } from '../../runtime/entry-point';
import { currentTransaction } from '../../runtime/transaction';
import { extendPlatformType, platformType } from '../registry';
import { interfaceMethod } from './interface';
import { insertCronTrigger, insertJobRow, requireInterface } from './job-rows';

const DEFAULT_SCOPE_SIZE = 200;
const LARGEST_SCOPE_SIZE = 2000;
const MINUTE = 60_000;

platformType({
  name: 'Database.Batchable',
  methods: {
    'start/1': interfaceMethod('start', ['Database.BatchableContext']),
    'execute/2': interfaceMethod('execute', ['Database.BatchableContext', 'List<SObject>']),
    'finish/1': interfaceMethod('finish', ['Database.BatchableContext'])
  }
});
platformType({ name: 'Database.Stateful' });
platformType({ name: 'Database.AllowsCallouts' });
platformType({ name: 'Database.RaisesPlatformEvents' });

platformType({
  name: 'Database.BatchableContext',
  jsClass: BatchableContextValue,
  methods: {
    'getJobId/0': interfaceMethod('getJobId', [], (context: BatchableContextValue) => context.jobId),
    'getChildJobId/0': interfaceMethod('getChildJobId', [], (context: BatchableContextValue) => context.jobId)
  }
});

extendPlatformType('System.Database', {
  statics: {
    'executeBatch/1': (instance: unknown) => executeBatch(instance, DEFAULT_SCOPE_SIZE, 0),
    'executeBatch/2': (instance: unknown, scopeSize: number | null) => executeBatch(instance, scopeSize, 0)
  }
});

extendPlatformType('System.System', {
  statics: {
    'scheduleBatch/3': (instance: unknown, name: string, minutes: number) =>
      scheduleBatch(instance, name, minutes, DEFAULT_SCOPE_SIZE),
    'scheduleBatch/4': scheduleBatch,
    'isBatch/0': () => currentEntryPoint().quiddity === 'BATCH_APEX'
  }
});

function executeBatch(argument: unknown, scopeSize: number | null, delayMinutes: number): string {
  const instance = requireInterface(argument, 'Database.Batchable');
  if (currentEntryPoint().quiddity === 'FUTURE')
    refuseAsync('Database.executeBatch cannot be called from a batch start, batch execute, or future method.');
  const size = scopeSize ?? DEFAULT_SCOPE_SIZE;
  if (size < 1 || size > LARGEST_SCOPE_SIZE) {
    throw newException('System.AsyncException', `The scope size must be between 1 and ${LARGEST_SCOPE_SIZE}`);
  }
  const { org, userId } = currentTransaction();
  const jobId = insertJobRow('BatchApex', instance.$type.name);
  const copy = deepCopy(instance);
  queueJob({
    id: jobId,
    type: 'BatchApex',
    userId,
    dueAt: Date.now() + delayMinutes * MINUTE,
    run: (test) => runBatch({ org, jobId, userId, test }, { instance: copy, scopeSize: size })
  });
  return jobId;
}

function scheduleBatch(instance: unknown, name: string, minutes: number, scopeSize: number | null): string {
  executeBatch(instance, scopeSize, minutes);
  return insertCronTrigger(name, '', currentTransaction().org.now() + minutes * MINUTE);
}

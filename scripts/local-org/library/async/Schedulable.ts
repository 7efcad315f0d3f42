/** `System.Schedulable`; `System.schedule`, `System.scheduleBatch` and `System.abortJob`. */
import { newException } from '../../runtime/exceptions';
import { queueJob } from '../../runtime/async';
import type { Job } from '../../runtime/async';
import { SchedulableContextValue } from '../../runtime/async-contexts';
import { runScheduled } from '../../runtime/async-run';
import { nextFireTime } from '../../runtime/cron';
import { deepCopy } from '../../runtime/deep-copy';
import { currentEntryPoint } from '../../runtime/entry-point';
import type { ApexObject } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import type { LocalOrg } from '../../org';
import { extendPlatformType, platformType } from '../registry';
import { runningUserTimeZone } from '../running-user';
import { ApexDatetime } from '../system/Datetime';
import { interfaceMethod } from './interface';
import { insertCronTrigger, insertJobRow, requireInterface } from './job-rows';

platformType({
  name: 'System.Schedulable',
  methods: { 'execute/1': interfaceMethod('execute', ['SchedulableContext']) }
});

platformType({
  name: 'System.SchedulableContext',
  jsClass: SchedulableContextValue,
  methods: {
    'getTriggerId/0': interfaceMethod('getTriggerId', [], (context: SchedulableContextValue) => context.triggerId)
  }
});

extendPlatformType('System.System', {
  statics: {
    'schedule/3': schedule,
    'abortJob/1': abortJob,
    'isScheduled/0': () => currentEntryPoint().quiddity === 'SCHEDULED'
  }
});

/** Schedules a class and answers the id of the CronTrigger. */
function schedule(name: string, expression: string, argument: unknown): string {
  const instance = requireInterface(argument, 'Schedulable');
  const { org, userId } = currentTransaction();
  const zone = runningUserTimeZone();
  const first = nextFireTime(expression, org.now(), zone);
  if (first === null)
    throw newException('System.AsyncException', 'Based on configured schedule, the given trigger will never fire.');
  const copy = deepCopy(instance);
  const triggerId = insertCronTrigger(name, expression, first);
  insertJobRow('ScheduledApex', instance.$type.name, { CronTriggerId: triggerId });
  queueJob(scheduledJob({ org, userId, zone, triggerId, expression, instance: copy }, first));
  return triggerId;
}

interface Scheduled {
  readonly org: LocalOrg;
  readonly userId: string;
  /** Time zone of the user. */
  readonly zone: string;
  readonly triggerId: string;
  readonly expression: string;
  readonly instance: ApexObject;
}

/** One firing; outside of tests it puts the next one into the queue. */
function scheduledJob(scheduled: Scheduled, dueAt: number): Job {
  const { org, userId, zone, triggerId, expression, instance } = scheduled;
  const job: Job = {
    id: triggerId,
    type: 'ScheduledApex',
    userId,
    dueAt,
    run(test) {
      const next = nextFireTime(expression, Math.max(dueAt, org.now()), zone);
      if (next !== null && !test) org.jobs.add(scheduledJob(scheduled, next));
      org.database.systemUpdate(triggerId, {
        PreviousFireTime: new ApexDatetime(org.now()),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        TimesTriggered: Number(org.database.systemRead(triggerId)?.['TimesTriggered'] ?? 0) + 1
      });
      runScheduled({ org, jobId: triggerId, userId, test }, deepCopy(instance), triggerId);
    }
  };
  return job;
}

/** Aborts a waiting job by the id of its AsyncApexJob or CronTrigger row. */
function abortJob(jobId: string): void {
  const { database } = currentTransaction().org;
  const row = database.systemRead(jobId);
  if (!row) throw newException('System.StringException', `Invalid id: ${jobId}`);
  database.systemUpdate(jobId, 'Status' in row ? { Status: 'Aborted' } : { State: 'DELETED' });
}

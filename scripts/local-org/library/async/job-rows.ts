/** The rows that the platform keeps of asynchronous jobs: AsyncApexJob, CronTrigger, CronJobDetail. */
import { makeId } from '../../data/ids';
import { newException } from '../../runtime/exceptions';
import { ApexObject } from '../../runtime/objects';
import { requireAsyncAllowance } from '../../runtime/async';
import type { JobType } from '../../runtime/async';
import { currentTransaction } from '../../runtime/transaction';
import { ApexDatetime } from '../system/Datetime';

const CRON_TRIGGER_PREFIX = '08e';
let unrecordedTriggers = 0;

/**
 * Writes the AsyncApexJob row of a new job and answers its id.
 *
 * @throws System.AsyncException when the org may run no more jobs today
 */
export function insertJobRow(type: JobType, className: string, values: Readonly<Record<string, unknown>> = {}): string {
  requireAsyncAllowance();
  const { org, userId } = currentTransaction();
  return org.database.systemInsert('AsyncApexJob', {
    JobType: type,
    Status: 'Queued',
    ApexClassId: org.classId(className),
    CreatedById: userId,
    CreatedDate: new ApexDatetime(org.now()),
    NumberOfErrors: 0,
    TotalJobItems: 0,
    JobItemsProcessed: 0,
    ...values
  });
}

/** Writes the CronTrigger row of a schedule and answers its id. */
export function insertCronTrigger(name: string, expression: string, nextFireTime: number | null): string {
  const { org, userId } = currentTransaction();
  if (!org.schema.findObject('CronTrigger')) return makeId(CRON_TRIGGER_PREFIX, ++unrecordedTriggers);
  const detail = org.schema.findObject('CronJobDetail')
    ? org.database.systemInsert('CronJobDetail', { Name: name, JobType: '7' })
    : null;
  return org.database.systemInsert('CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: expression,
    State: 'WAITING',
    TimesTriggered: 0,
    OwnerId: userId,
    NextFireTime: nextFireTime === null ? null : new ApexDatetime(nextFireTime),
    CreatedById: userId,
    CreatedDate: new ApexDatetime(org.now())
  });
}

/**
 * The instance to run asynchronously, after checking that it can.
 *
 * @throws System.TypeException when it does not implement the interface
 */
export function requireInterface(instance: unknown, interfaceName: string): ApexObject {
  if (instance === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  if (instance instanceof ApexObject && instance.$type.assignableTo.has(interfaceName.toLowerCase())) return instance;
  throw newException('System.TypeException', `Argument must be an object that implements ${interfaceName}`);
}

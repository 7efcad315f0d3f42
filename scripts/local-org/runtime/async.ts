/**
 * The queue of asynchronous Apex: Queueable, `@future`, batch and scheduled jobs. A job starts after the transaction
 * that queued it has committed, in a transaction of its own; in a test, `Test.stopTest` runs it.
 */
import type { LocalOrg } from '../org';
import { newException } from './exceptions';
import { currentTransaction } from './transaction';
import type { TestContext } from './test-context';

/** Texts of `AsyncApexJob.JobType`. */
export type JobType = 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex';

export interface Job {
  /** Id of its AsyncApexJob row. A job whose row is gone (its transaction was rolled back) or aborted does not run. */
  readonly id: string;
  readonly type: JobType;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** Runs the job in transactions of its own. Throws what the Apex code threw. `test` is the test it belongs to. */
  readonly run: (test: TestContext | null) => void;
}

/** Status values of AsyncApexJob. */
export type JobStatus = 'Holding' | 'Queued' | 'Preparing' | 'Processing' | 'Aborted' | 'Completed' | 'Failed';

/** Work that failed outside of a test, for the log of whoever runs the org. */
export interface JobFailure {
  /** `Queueable 707…`, `Platform event Thoughtly_Call_Synced__e`. */
  readonly name: string;
  readonly error: unknown;
}

interface Work {
  readonly name: string;
  readonly run: () => void;
}

/** The longest delay that a Node timer takes. */
const LONGEST_TIMER = 2 ** 31 - 1;

export class JobQueue {
  private readonly org: LocalOrg;
  private readonly due: Work[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private isScheduled = false;
  private waiting: (() => void)[] = [];
  /** Called for each job that throws outside of a test. The platform would send an e-mail. */
  onFailure: (failure: JobFailure) => void = () => {};

  constructor(org: LocalOrg) {
    this.org = org;
  }

  /** Takes a job of a committed transaction. It runs soon, or at its time. */
  add(job: Job): void {
    const delay = job.dueAt - Date.now();
    if (delay <= 0) {
      this.addWork(`${job.type} ${job.id}`, () => {
        if (isRunnable(this.org, job)) job.run(null);
      });
      return;
    }
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.add(job);
      },
      Math.min(delay, LONGEST_TIMER)
    );
    timer.unref();
    this.timers.add(timer);
  }

  /** Takes work that has no row: the delivery of events. */
  addWork(name: string, run: () => void): void {
    this.due.push({ name, run });
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => this.runNext());
  }

  /** Resolves when nothing is running or due. Jobs with a time in the future are not waited for. */
  whenIdle(): Promise<void> {
    if (!this.isScheduled) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Forgets all jobs, so that the process can end. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.due.length = 0;
  }

  private runNext(): void {
    const work = this.due.shift();
    if (work) this.runOne(work);
    if (this.due.length > 0) {
      setImmediate(() => this.runNext());
      return;
    }
    this.isScheduled = false;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private runOne({ name, run }: Work): void {
    try {
      run();
    } catch (error) {
      this.onFailure({ name, error });
    }
  }
}

/** False for a job that was aborted or whose transaction was rolled back. */
export function isRunnable(org: LocalOrg, job: Job): boolean {
  const row = org.database.systemRead(job.id);
  if (job.type === 'ScheduledApex') return row?.['State'] !== 'DELETED';
  return row?.['Status'] === 'Queued' || row?.['Status'] === 'Holding';
}

/** Queues a job of the running transaction: it is taken when the transaction commits. */
export function queueJob(job: Job): void {
  const transaction = currentTransaction();
  const { org } = transaction;
  if (transaction.test) transaction.test.jobs.push(job);
  else
    transaction.afterCommit.push(() => {
      org.allowances.asyncApexExecutions.used++;
      org.jobs.add(job);
    });
}

/**
 * To be asked before a job is queued. Code can catch the exception, other than that of a transaction's own limit.
 *
 * @throws System.AsyncException when the org has used up its executions of asynchronous Apex
 */
export function requireAsyncAllowance(): void {
  if (currentTransaction().org.allowances.asyncApexExecutions.remaining === 0)
    refuseAsync('Rate Limiting Exception : AsyncApexExecutions Limit exceeded.');
}

/**
 * Runs the jobs that a test has queued, as `Test.stopTest` does. What those jobs queue stays queued: the platform
 * runs one level only, and refuses to chain a Queueable in a test (see `enqueueQueueable`).
 */
export function drainTestJobs(test: TestContext): void {
  const { org } = currentTransaction();
  const jobs = test.jobs.splice(0);
  test.isDraining = true;
  try {
    for (const job of jobs) if (isRunnable(org, job)) job.run(test);
  } finally {
    test.isDraining = false;
  }
}

/** Writes the progress of a job on its AsyncApexJob row. */
export function setJobStatus(
  org: LocalOrg,
  jobId: string,
  status: JobStatus,
  values: Readonly<Record<string, unknown>> = {}
): void {
  org.database.systemUpdate(jobId, { Status: status, ...values });
}

/** @throws System.AsyncException when the running code may not start asynchronous work of this kind */
export function refuseAsync(message: string): never {
  throw newException('System.AsyncException', message);
}

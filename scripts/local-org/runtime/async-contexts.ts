/** What the platform hands to asynchronous Apex code: the values behind `QueueableContext` and its kind. */
import type { PlatformEnumValue } from '../library/registry';
import type { ApexException } from './exceptions';

export class QueueableContextValue {
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }
}

export class FinalizerContextValue {
  readonly jobId: string;
  readonly result: PlatformEnumValue;
  /** Null when the job succeeded. */
  readonly exception: ApexException | null;

  constructor(jobId: string, result: PlatformEnumValue, exception: ApexException | null) {
    this.jobId = jobId;
    this.result = result;
    this.exception = exception;
  }
}

export class SchedulableContextValue {
  /** Id of the CronTrigger. */
  readonly triggerId: string;

  constructor(triggerId: string) {
    this.triggerId = triggerId;
  }
}

export class BatchableContextValue {
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }
}

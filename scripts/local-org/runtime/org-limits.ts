/** What the org as a whole may use in a day. Only what the local org counts; everything else is never used. */

/** Executions of asynchronous Apex in 24 hours, of an org with few users (Apex governor limits). */
const DAILY_ASYNC_APEX_EXECUTIONS = 250_000;

/** One allowance and how much of it is used since the org was made. Tests may change both. */
export class Allowance {
  maximum: number;
  used = 0;

  constructor(maximum: number) {
    this.maximum = maximum;
  }

  get remaining(): number {
    return Math.max(0, this.maximum - this.used);
  }
}

export class OrgAllowances {
  /** Queueable, future, batch and scheduled jobs that were taken. */
  readonly asyncApexExecutions = new Allowance(DAILY_ASYNC_APEX_EXECUTIONS);
}

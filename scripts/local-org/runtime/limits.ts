/** Governor limits of one transaction. Numbers and texts as the platform documents them (Apex governor limits, API 66). */
import { newException } from './exceptions';
import type { TransactionKind } from './transaction';

/** What is counted. The names follow `System.Limits`: `queries` answers `getQueries()` and `getLimitQueries()`. */
export type LimitKind =
  | 'queries'
  | 'aggregateQueries'
  | 'queryRows'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'publishImmediateDml'
  | 'callouts'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'mobilePushApexCalls'
  | 'findSimilarCalls'
  | 'runAs'
  | 'cpuTime'
  | 'heapSize'
  | 'asyncCalls'
  | 'savepoints'
  | 'savepointRollbacks'
  | 'fieldsDescribes'
  | 'apexCursorRows'
  | 'fetchCallsOnApexCursor';

interface LimitDefinition {
  readonly synchronous: number;
  /** Same as synchronous when absent. */
  readonly asynchronous?: number;
  /** Text of the exception; `count` is what would have been used. */
  readonly message: (count: number) => string;
}

const tooMany = (what: string) => (count: number) => `Too many ${what}: ${count}`;

const DEFINITIONS: Readonly<Record<LimitKind, LimitDefinition>> = {
  queries: { synchronous: 100, asynchronous: 200, message: tooMany('SOQL queries') },
  aggregateQueries: { synchronous: 300, message: tooMany('aggregate queries') },
  queryRows: { synchronous: 50_000, message: tooMany('query rows') },
  queryLocatorRows: { synchronous: 10_000, message: tooMany('query locator rows') },
  soslQueries: { synchronous: 20, message: tooMany('SOSL queries') },
  dmlStatements: { synchronous: 150, message: tooMany('DML statements') },
  dmlRows: { synchronous: 10_000, message: tooMany('DML rows') },
  publishImmediateDml: { synchronous: 150, message: tooMany('Publish Immediate DML statements') },
  callouts: { synchronous: 100, message: tooMany('callouts') },
  emailInvocations: { synchronous: 10, message: tooMany('Email Invocations') },
  futureCalls: { synchronous: 50, asynchronous: 50, message: tooMany('future calls') },
  queueableJobs: { synchronous: 50, asynchronous: 1, message: tooMany('queueable jobs added to the queue') },
  mobilePushApexCalls: { synchronous: 10, message: tooMany('mobile push Apex calls') },
  findSimilarCalls: { synchronous: 10, message: tooMany('find similar calls') },
  runAs: { synchronous: 20, message: tooMany('RunAs invocations') },
  cpuTime: { synchronous: 10_000, asynchronous: 60_000, message: () => 'Apex CPU time limit exceeded' },
  heapSize: {
    synchronous: 6_000_000,
    asynchronous: 12_000_000,
    message: (count) => `Apex heap size too large: ${count}`
  },
  asyncCalls: { synchronous: 200, message: tooMany('async calls') },
  savepoints: { synchronous: 5, message: tooMany('savepoints') },
  savepointRollbacks: { synchronous: 20, message: tooMany('savepoint rollbacks') },
  fieldsDescribes: { synchronous: 100, message: tooMany('fields describes') },
  apexCursorRows: { synchronous: 50_000_000, message: tooMany('Apex cursor rows') },
  fetchCallsOnApexCursor: { synchronous: 10, message: tooMany('fetch calls on Apex cursor') }
};

/** Which of the counters exceptions stand on: savepoints are counted as DML statements, so their own counter never throws. */
const NEVER_THROWN: ReadonlySet<LimitKind> = new Set(['savepoints', 'savepointRollbacks', 'fieldsDescribes']);

/** The counters of one transaction, or of one window of a test (`Test.startTest` gives a fresh one). */
export class Limits {
  readonly kind: TransactionKind;
  private readonly usedByKind = new Map<LimitKind, number>();
  private readonly maximumByKind = new Map<LimitKind, number>();
  private readonly startedAt = process.cpuUsage();

  constructor(kind: TransactionKind) {
    this.kind = kind;
  }

  /**
   * Counts `amount` more of `kind`.
   * @throws System.LimitException (which Apex code cannot catch) when that is more than the transaction may use
   */
  consume(kind: LimitKind, amount = 1): void {
    const count = this.used(kind) + amount;
    this.usedByKind.set(kind, count);
    if (count > this.maximum(kind) && !NEVER_THROWN.has(kind)) {
      throw newException('System.LimitException', DEFINITIONS[kind].message(count));
    }
  }

  /**
   * How much of `kind` is used. CPU time is that of this process since the window began: indicative only. Heap is not
   * measured and always 0: what is alive can only be known by collecting garbage, which costs too much for each question.
   */
  used(kind: LimitKind): number {
    if (kind === 'cpuTime') {
      const { user, system } = process.cpuUsage(this.startedAt);
      return Math.round((user + system) / 1000);
    }
    return this.usedByKind.get(kind) ?? 0;
  }

  maximum(kind: LimitKind): number {
    const definition = DEFINITIONS[kind];
    const standard =
      this.kind === 'asynchronous' ? (definition.asynchronous ?? definition.synchronous) : definition.synchronous;
    return this.maximumByKind.get(kind) ?? standard;
  }

  /** Lowers or raises one limit: `@future` and batch code may not call `@future`, a Queueable may chain one job only. */
  setMaximum(kind: LimitKind, maximum: number): void {
    this.maximumByKind.set(kind, maximum);
  }

  /** A copy of the counters, for reports of what a piece of work used. */
  snapshot(): Readonly<Record<LimitKind, number>> {
    const kinds = Object.keys(DEFINITIONS) as LimitKind[];
    return Object.fromEntries(kinds.map((kind) => [kind, this.used(kind)])) as Record<LimitKind, number>;
  }
}

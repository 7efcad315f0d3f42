/** A local org: schema, rows, compiled Apex, users and a clock. Everything that runs Apex goes through it. */
import type { OrgDatabase } from './data/database';
import { JobQueue } from './runtime/async';
import { EventBus } from './runtime/event-bus';
import { passOnEvents } from './runtime/events';
import { Limits } from './runtime/limits';
import { OrgAllowances } from './runtime/org-limits';
import type { Program } from './runtime/program';
import type { TestContext } from './runtime/test-context';
import { runInTransaction } from './runtime/transaction';
import type { Transaction, TransactionKind } from './runtime/transaction';
import type { OrgSchema } from './schema/model';
import { insertSetupRows } from './setup/rows';
import type { StaticResource } from './setup/static-resources';

/** Whom a user of the local org stands for. `automated` runs tests and work that no person started. */
export type Persona = 'integration' | 'rep' | 'admin' | 'stranger' | 'automated';

export interface OrgUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly persona: Persona;
}

export interface LocalOrgParts {
  readonly schema: OrgSchema;
  readonly database: OrgDatabase;
  readonly program: Program;
  readonly staticResources?: readonly StaticResource[];
}

export interface TransactionOptions {
  readonly userId: string;
  readonly kind: TransactionKind;
  readonly test?: TestContext | null;
}

export class LocalOrg {
  readonly schema: OrgSchema;
  readonly database: OrgDatabase;
  readonly program: Program;
  readonly jobs: JobQueue;
  /** What the org may use in a day, and has used. */
  readonly allowances = new OrgAllowances();
  /** Platform events of committed transactions, for subscribers outside of Apex. */
  readonly eventBus = new EventBus();
  /** Waiting Queueables by their duplicate signature. A row that no longer waits does not count. */
  readonly jobIdBySignature = new Map<string, string>();
  /** Base address of the server, as `URL.getOrgDomainUrl()` tells it. */
  instanceUrl = 'http://localhost:8080';
  /** Tests may set the clock; milliseconds since 1970, or null for the real time. */
  fixedTime: number | null = null;
  readonly organizationId: string;
  readonly users: readonly OrgUser[];
  readonly standardPricebookId: string;
  private readonly classIdByName: ReadonlyMap<string, string>;

  /** Writes the rows that a new org has. */
  constructor(parts: LocalOrgParts) {
    this.schema = parts.schema;
    this.database = parts.database;
    this.program = parts.program;
    this.jobs = new JobQueue(this);
    const classes = [...parts.program.types.values()].filter((type) => type.outerName === null);
    const code = { classNames: classes.map((type) => type.name), staticResources: parts.staticResources ?? [] };
    const setup = this.newTransaction({ userId: '', kind: 'synchronous' });
    const rows = runInTransaction(setup, () => insertSetupRows(parts.schema, parts.database, code, this.now()));
    this.organizationId = rows.organizationId;
    this.users = rows.users;
    this.standardPricebookId = rows.standardPricebookId;
    this.classIdByName = rows.classIdByName;
  }

  /** Milliseconds since 1970, UTC. Apex's `System.now()` and all time stamps of rows come from here. */
  now(): number {
    return this.fixedTime ?? Date.now();
  }

  /** Id of the ApexClass row of an outer class, or null when there is none. */
  classId(className: string): string | null {
    return this.classIdByName.get(className.split('.')[0]?.toLowerCase() ?? '') ?? null;
  }

  /** The user of a persona. */
  user(persona: Persona): OrgUser {
    const user = this.users.find((candidate) => candidate.persona === persona);
    if (!user) throw new Error(`This org has no user for the persona ${persona}`);
    return user;
  }

  /** A transaction that has not begun. {@link execute} is the usual way to run one. */
  newTransaction(options: TransactionOptions): Transaction {
    return {
      org: this,
      kind: options.kind,
      userId: options.userId,
      isSharingEnforced: false,
      limits: new Limits(options.kind),
      state: new Map(),
      statics: options.test?.statics,
      isTest: Boolean(options.test),
      test: options.test ?? null,
      afterCommit: []
    };
  }

  /**
   * Runs `work` as one transaction of `userId`: what it wrote is kept when it returns and undone when it throws.
   * Jobs and events it queued start after it has returned; events that publish immediately are delivered even then.
   */
  execute<T>(userId: string, kind: TransactionKind, work: () => T): T {
    return this.run(this.newTransaction({ userId, kind }), work);
  }

  /** As {@link execute}, in a transaction that was made before. */
  run<T>(transaction: Transaction, work: () => T): T {
    const before = this.database.snapshot();
    let result: T;
    try {
      result = runInTransaction(transaction, work);
    } catch (error) {
      this.database.restore(before);
      passOnEvents(this, transaction, 'PublishImmediately');
      throw error;
    }
    passOnEvents(this, transaction);
    for (const action of transaction.afterCommit) action();
    return result;
  }

  /** Resolves when no asynchronous job is running or due. */
  whenIdle(): Promise<void> {
    return this.jobs.whenIdle();
  }
}

/** A local org: schema, rows, compiled Apex, users and a clock. Everything that runs Apex goes through it. */
import type { Database } from './data/api';
import { JobQueue } from './runtime/async';
import { Limits } from './runtime/limits';
import type { Program } from './runtime/program';
import { runInTransaction } from './runtime/transaction';
import type { Transaction, TransactionKind } from './runtime/transaction';
import type { OrgSchema } from './schema/model';

/** Whom a user of the local org stands for. `automated` runs tests and jobs that no person started. */
export type Persona = 'integration' | 'rep' | 'admin' | 'stranger' | 'automated';

export interface OrgUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly persona: Persona;
}

export interface LocalOrgParts {
  readonly schema: OrgSchema;
  readonly database: Database;
  readonly program: Program;
  readonly organizationId: string;
  readonly users: readonly OrgUser[];
}

export interface TransactionOptions {
  readonly userId: string;
  readonly kind: TransactionKind;
  readonly isTest?: boolean;
}

export class LocalOrg {
  readonly schema: OrgSchema;
  readonly database: Database;
  readonly program: Program;
  readonly organizationId: string;
  readonly users: readonly OrgUser[];
  readonly jobs: JobQueue;
  /** Base address of the server, as `URL.getOrgDomainUrl()` tells it. */
  instanceUrl = 'http://localhost:8080';
  /** Tests may set the clock; milliseconds since 1970, or null for the real time. */
  fixedTime: number | null = null;

  constructor(parts: LocalOrgParts) {
    this.schema = parts.schema;
    this.database = parts.database;
    this.program = parts.program;
    this.organizationId = parts.organizationId;
    this.users = parts.users;
    this.jobs = new JobQueue(this);
  }

  /** Milliseconds since 1970, UTC. Apex's `System.now()` and all time stamps of rows come from here. */
  now(): number {
    return this.fixedTime ?? Date.now();
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
      isTest: options.isTest ?? false,
      afterCommit: []
    };
  }

  /**
   * Runs `work` as one transaction of `userId`: what it wrote is kept when it returns and undone when it throws.
   * Jobs and events it queued start after it has returned.
   */
  execute<T>(userId: string, kind: TransactionKind, work: () => T): T {
    const transaction = this.newTransaction({ userId, kind });
    const result = this.runOrUndo(transaction, work);
    for (const action of transaction.afterCommit) action();
    return result;
  }

  /** Runs `work` in `transaction` and restores all rows when it throws. Does not run the after-commit work. */
  runOrUndo<T>(transaction: Transaction, work: () => T): T {
    const before = this.database.snapshot();
    try {
      return runInTransaction(transaction, work);
    } catch (error) {
      this.database.restore(before);
      throw error;
    }
  }

  /** Resolves when no asynchronous job is running or due. */
  whenIdle(): Promise<void> {
    return this.jobs.whenIdle();
  }
}

/** A small org for tests of the data engine: the real schema, a database, an admin and a rep. No compiled Apex. */
import type { LocalOrg } from '../../../org';
import { loadSchema } from '../../../schema/load';
import type { LoadOptions } from '../../../schema/load';
import type { OrgSchema } from '../../../schema/model';
import { Limits } from '../../../runtime/limits';
import { runInTransaction } from '../../../runtime/transaction';
import type { Transaction } from '../../../runtime/transaction';
import { createDatabase } from '../../database';
import type { OrgDatabase } from '../../database';
import type { DmlKind, DmlOutcome, DmlRequest } from '../../api';
import { SObjectValue } from '../../sobject';
import { parseSoql } from '../../soql/parse';
import type { TriggerEvent } from '../../../compiler/ast';

/** Noon UTC of a Wednesday. */
export const NOW = Date.UTC(2026, 4, 20, 12);

export interface TestTrigger {
  readonly name: string;
  readonly objectName: string;
  readonly events: readonly TriggerEvent[];
  run(): void;
}

export class TestOrg {
  readonly database: OrgDatabase;
  readonly schema: OrgSchema;
  readonly triggers: TestTrigger[] = [];
  readonly adminId: string;
  readonly repId: string;
  #transaction: Transaction;

  constructor(sourceDirectories: readonly string[] = [], options: LoadOptions = {}) {
    this.schema = loadSchema(sourceDirectories, options);
    this.database = createDatabase(this.schema);
    const profileId = (name: string) => this.database.systemInsert('Profile', { Name: name });
    const user = (name: string, profile: string) =>
      this.database.systemInsert('User', {
        Username: `${name}@example.com`,
        LastName: name,
        Name: name,
        ProfileId: profileId(profile),
        IsActive: true,
        TimeZoneSidKey: 'America/Los_Angeles'
      });
    this.adminId = user('Admin', 'System Administrator');
    this.repId = user('Rep', 'Minimum Access - Salesforce');
    this.#transaction = this.newTransaction(this.adminId);
  }

  newTransaction(userId: string): Transaction {
    const program = {
      triggersFor: (name: string) =>
        this.triggers.filter((trigger) => trigger.objectName.toLowerCase() === name.toLowerCase())
    };
    const org = {
      schema: this.schema,
      database: this.database,
      program,
      organizationId: '00D000000000001EAA',
      now: () => NOW
    } as unknown as LocalOrg;
    return {
      org,
      kind: 'synchronous',
      userId,
      isSharingEnforced: false,
      limits: new Limits('synchronous'),
      state: new Map(),
      isTest: true,
      test: null,
      afterCommit: []
    };
  }

  get transaction(): Transaction {
    return this.#transaction;
  }

  /** Runs in the org's transaction, as the admin unless said otherwise. */
  run<T>(work: () => T, userId = this.adminId): T {
    const before = this.#transaction.userId;
    this.#transaction.userId = userId;
    try {
      return runInTransaction(this.#transaction, work);
    } finally {
      this.#transaction.userId = before;
    }
  }

  record(objectName: string, fields: Readonly<Record<string, unknown>>): SObjectValue {
    return this.run(() => {
      const record = new SObjectValue(objectName);
      for (const [name, value] of Object.entries(fields)) record.put(name, value);
      return record;
    });
  }

  dml(
    kind: DmlKind,
    records: readonly SObjectValue[],
    more: Partial<DmlRequest> = {},
    userId = this.adminId
  ): DmlOutcome[] {
    return this.run(
      () =>
        this.database.dml({
          kind,
          records,
          accessMode: 'system',
          isSharingEnforced: false,
          allOrNone: true,
          externalIdField: null,
          ...more
        }),
      userId
    );
  }

  insert(objectName: string, fields: Readonly<Record<string, unknown>>): string {
    const record = this.record(objectName, fields);
    this.dml('insert', [record]);
    return record.id as string;
  }

  query(
    text: string,
    binds: Readonly<Record<string, unknown>> = {},
    options: { user?: boolean; sharing?: boolean; userId?: string } = {}
  ): SObjectValue[] {
    const bind = (_: number, name: string) => binds[name] ?? null;
    return this.run(
      () =>
        this.database.query({
          query: parseSoql(text),
          bind,
          accessMode: options.user ? 'user' : 'system',
          isSharingEnforced: options.sharing ?? false
        }),
      options.userId
    );
  }

  /** The values of one field in all rows. */
  values(text: string, binds: Readonly<Record<string, unknown>> = {}): unknown[] {
    return this.query(text, binds).map((record) =>
      this.run(() => {
        const [, value] = [...record.entries()].find(([name]) => name !== 'Id') ?? ['Id', record.id];
        return value;
      })
    );
  }
}

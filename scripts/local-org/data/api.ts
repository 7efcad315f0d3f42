/** What the rest of the local org asks of the data engine. */
import type { UserAccess } from '../schema/access';
import type { DuplicateFinding } from './dml/duplicates/finding';
import type { SObjectValue } from './sobject';
import type { SoqlQuery } from './soql/ast';

/** `user`: object, field and record access of the running user are enforced; `system`: only sharing, if asked for. */
export type AccessMode = 'user' | 'system';

export interface QueryRequest {
  readonly query: SoqlQuery;
  /** Answers a bind by its index (static SOQL) or name (dynamic SOQL) with an Apex value. */
  readonly bind: (index: number, name: string) => unknown;
  /** `WITH …` in the query itself wins. */
  readonly accessMode: AccessMode;
  /** In system mode: whether the sharing of the running class restricts rows. User mode always does. */
  readonly isSharingEnforced: boolean;
}

export type DmlKind = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface DmlRequest {
  readonly kind: DmlKind;
  readonly records: readonly SObjectValue[];
  readonly accessMode: AccessMode;
  readonly isSharingEnforced: boolean;
  /** False: a failed row does not stop the others. */
  readonly allOrNone: boolean;
  /** Upsert: the external id field; null means Id. */
  readonly externalIdField: string | null;
  readonly options?: DmlOptions | undefined;
}

export interface DmlOptions {
  readonly allowFieldTruncation?: boolean;
  readonly duplicateRules?: DuplicateRuleOptions;
  readonly assignment?: AssignmentOptions;
}

/** Which assignment rule chooses the owner: `Database.DMLOptions.AssignmentRuleHeader`. None when nothing is said. */
export interface AssignmentOptions {
  readonly useActiveRule?: boolean;
  /** A rule, active or not. */
  readonly ruleId?: string;
}

/** What a caller says to duplicate rules: `Database.DMLOptions.DuplicateRuleHeader`. */
export interface DuplicateRuleOptions {
  /** Save in spite of alerts. A rule that blocks still does. */
  readonly allowSave?: boolean;
  readonly includeRecordDetails?: boolean;
  /** Whether the user's sharing decides what is compared; absent: as it does for the code that saves. */
  readonly runAsCurrentUser?: boolean;
  /** The rules do not run at all: `Database.LeadConvert.setBypassAccountDedupeCheck`. */
  readonly isBypassed?: boolean;
}

export interface DmlError {
  /** `REQUIRED_FIELD_MISSING`, `FIELD_CUSTOM_VALIDATION_EXCEPTION`, … */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** What a duplicate rule found: only with `DUPLICATES_DETECTED`. */
  readonly duplicates?: DuplicateFinding;
}

/** One per record, in order. Ids are written back to the records of successful inserts and upserts. */
export interface DmlOutcome {
  readonly id: string | null;
  readonly isSuccess: boolean;
  readonly isCreated: boolean;
  readonly errors: readonly DmlError[];
}

/**
 * The database of one local org. All calls run inside the current transaction, count against its limits and throw
 * Apex exceptions (`QueryException`, `DmlException`), never JavaScript ones.
 */
export interface Database {
  query(request: QueryRequest): SObjectValue[];
  count(request: QueryRequest): number;
  dml(request: DmlRequest): DmlOutcome[];
  /** A savepoint; `rollback` restores rows, not ids or statics. */
  setSavepoint(): number;
  rollback(savepoint: number): void;
  /**
   * Writes rows the way the platform itself does (users, job rows, custom metadata, `Test.setCreatedDate`): no limits,
   * triggers, validation, defaults or access. `values` are Apex values by field name; an absent `Id` is generated.
   * Answers the id. `systemUpdate` of an unknown id does nothing and answers false.
   */
  systemInsert(objectName: string, values: Readonly<Record<string, unknown>>): string;
  systemUpdate(id: string, values: Readonly<Record<string, unknown>>): boolean;
  /** The stored values of one row (Apex values by canonical field name), or null. No limits, no access. */
  systemRead(id: string): Readonly<Record<string, unknown>> | null;
  /** What a user may do as profile and permission sets are assigned now. Describes and `stripInaccessible` ask for it. */
  accessOf(
    userId: string
  ): Pick<UserAccess, 'canObject' | 'canField' | 'canUseClass' | 'hasUserPermission' | 'hasCustomPermission'>;
  /** Copies of all tables, cheap (copy on write): test isolation and failed transactions use it. */
  snapshot(): DatabaseSnapshot;
  restore(snapshot: DatabaseSnapshot): void;
}

export interface DatabaseSnapshot {
  readonly __brand: 'DatabaseSnapshot';
}

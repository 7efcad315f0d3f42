/** Rules that run on records: which are duplicates of which, what happens to duplicates, and who gets new records. */
import type { BooleanFilter } from './boolean-filter';

/** One condition of a rule. */
export interface FilterItem {
  /** API name, without its object. */
  readonly field: string;
  /** `equals`, `notEqual`, `contains`, … as the metadata spells it. */
  readonly operation: string;
  /** Several values stand between commas. */
  readonly value: string;
  /** Another field to compare with, instead of `value`. */
  readonly valueField: string | null;
  /** `User` asks the running user; every other name stands for the record itself. */
  readonly object: string;
}

/** Conditions and how they are combined; all must hold when there is no logic. */
export interface RecordFilter {
  readonly items: readonly FilterItem[];
  readonly logic: BooleanFilter | null;
}

export interface MatchingRuleItem {
  readonly field: string;
  /** `Exact`, `Phone`, `Zip`, … */
  readonly method: string;
  /** `MatchBlanks`: two blank values match. Otherwise a blank value matches nothing. */
  readonly matchesBlanks: boolean;
}

/** Says which records of an object are alike. */
export interface MatchingRule {
  readonly objectName: string;
  /** Rules for `PersonAccount` see only accounts that are persons, those for `Account` only the others. */
  readonly isForPersonAccounts: boolean;
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly items: readonly MatchingRuleItem[];
  readonly logic: BooleanFilter | null;
  readonly path: string;
}

/** What a duplicate rule does about a new or a changed duplicate. */
export interface DuplicateAction {
  /** False: the record is refused (`Block`). */
  readonly isAllowed: boolean;
  /** An allowed record is refused, too, until the caller says `allowSave`. */
  readonly alerts: boolean;
  /** An allowed record is listed in a duplicate record set. */
  readonly reports: boolean;
}

export interface DuplicateRule {
  readonly objectName: string;
  readonly isForPersonAccounts: boolean;
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
  /** Rules of an object run in this order. */
  readonly sortOrder: number;
  readonly onInsert: DuplicateAction;
  readonly onUpdate: DuplicateAction;
  readonly alertText: string | null;
  /** `BypassSharingRules`: records count that the user does not see. */
  readonly isSharingBypassed: boolean;
  readonly filter: RecordFilter | null;
  readonly matchRules: readonly DuplicateRuleMatchRule[];
  readonly path: string;
}

/** A matching rule in use by a duplicate rule, maybe on another object. */
export interface DuplicateRuleMatchRule {
  readonly matchingRule: string;
  readonly objectName: string;
  readonly isForPersonAccounts: boolean;
  /** Field of the saved record by field (in lower case) of the object that is searched. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Chooses the owner of new Leads or Cases. */
export interface AssignmentRule {
  readonly objectName: string;
  readonly name: string;
  /** One rule of an object is active at most. */
  readonly isActive: boolean;
  /** The first entry that a record passes decides. */
  readonly entries: readonly AssignmentRuleEntry[];
  readonly path: string;
}

export interface AssignmentRuleEntry {
  /** Null: every record passes, unless there is a formula. */
  readonly filter: RecordFilter | null;
  /** A formula instead of conditions. */
  readonly formula: string | null;
  /** Null: the owner stays. */
  readonly assignee: {
    readonly type: 'User' | 'Queue';
    /** User name, or developer name of the queue. */ readonly name: string;
  } | null;
}

/** A field of a Lead that a conversion carries to a field of an Account, a Contact or an Opportunity. */
export interface LeadConversionMapping {
  readonly objectName: string;
  readonly source: string;
  readonly target: string;
}

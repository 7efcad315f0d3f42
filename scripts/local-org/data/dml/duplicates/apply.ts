/**
 * Duplicate rules in the order of execution: after the validation rules and before the row is saved (Apex Developer
 * Guide). A rule that blocks, or that alerts while the caller has not said `allowSave`, refuses the record.
 *
 * - A changed record is looked at when one of the compared fields changed.
 * - Records of the same save are not compared with each other, except for reports (Salesforce Help, "Things to Know
 *   About Duplicate Rules"). A save is a chunk of 200 records here.
 * - A rule that compares a field which the running user may not read finds nothing.
 * - The first rule that refuses the record is the one that is told.
 */
import { currentTransaction } from '../../../runtime/transaction';
import type { UserAccess } from '../../../schema/access';
import type { ObjectSchema } from '../../../schema/model';
import type { DuplicateRule } from '../../../schema/rules';
import { accessOf } from '../../access';
import type { DmlRequest, DuplicateRuleOptions } from '../../api';
import { comparisonKey } from '../../comparison';
import { passesFilter } from '../../filter-items';
import { Sharing } from '../../sharing';
import type { Row } from '../../store';
import type { Tables } from '../../tables';
import type { WorkItem } from '../work-item';
import { findMatches, matchersOf, type FoundMatches, type Matcher } from './find';
import { describeFinding, type DuplicateFinding } from './finding';
import { recordDuplicates } from './report';

/** One duplicate rule, ready for the records of one save. */
interface RunningRule {
  readonly rule: DuplicateRule;
  readonly matchers: readonly Matcher[];
}

export class DuplicateRules {
  readonly #tables: Tables;
  readonly #object: ObjectSchema;
  readonly #access: UserAccess;
  readonly #sharing: Sharing;
  readonly #rules: readonly RunningRule[];

  constructor(tables: Tables, object: ObjectSchema) {
    const { userId } = currentTransaction();
    this.#tables = tables;
    this.#object = object;
    this.#access = accessOf(tables, userId);
    this.#sharing = new Sharing(tables, userId, this.#access);
    this.#rules = tables.schema.duplicateRules
      .filter((rule) => rule.isActive && rule.objectName.toLowerCase() === object.name.toLowerCase())
      .map((rule) => ({ rule, matchers: matchersOf(tables, object, rule).filter((each) => this.#canRead(each)) }));
  }

  /** Whether there is anything to ask at all. */
  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  /** Refuses the records that are duplicates. */
  refuse(items: readonly WorkItem[], request: DmlRequest): void {
    for (const item of items) {
      const options = optionsOf(item, request);
      if (options.isBypassed) continue;
      for (const { rule, matchers } of this.#rules) {
        const action = item.old === null ? rule.onInsert : rule.onUpdate;
        if (action.isAllowed && (!action.alerts || options.allowSave)) continue;
        const finding = this.#find(rule, matchers, item, { ...options, isSaveAllowed: action.isAllowed });
        if (!finding) continue;
        item.errors.push({
          statusCode: 'DUPLICATES_DETECTED',
          message: finding.message,
          fields: [],
          duplicates: finding
        });
        break;
      }
    }
  }

  /** Lists saved records that are duplicates in duplicate record sets, where their rules ask for it. */
  report(items: readonly WorkItem[], request: DmlRequest): void {
    for (const item of items) {
      if (optionsOf(item, request).isBypassed) continue;
      for (const { rule, matchers } of this.#rules) {
        const action = item.old === null ? rule.onInsert : rule.onUpdate;
        if (!action.isAllowed || !action.reports || !this.#isAsked(rule, item)) continue;
        const found = this.#matches(rule, matchers, item, this.#eligible(rule, isOfUser(item, request)));
        const ids = found.flatMap(({ records }) => records.map(({ row }) => row['Id'] as string));
        if (ids.length > 0) recordDuplicates(this.#tables, rule, [item.id as string, ...ids]);
      }
    }
  }

  /** All duplicates of a record, whatever the rules would do about them: `Datacloud.FindDuplicates`. */
  findAll(row: Row): DuplicateFinding[] {
    const isShared = currentTransaction().isSharingEnforced;
    return this.#rules
      .filter(({ rule }) => this.#isFor(rule, row) && passesFilter(this.#tables, this.#object, row, rule.filter))
      .map(({ rule, matchers }) => {
        const isEligible = this.#eligible(rule, isShared);
        const found = matchers.map((each) => findMatches(this.#tables, this.#object, row, each, isEligible));
        const isSaveAllowed = rule.onInsert.isAllowed;
        const options = { includeRecordDetails: false, access: this.#access };
        return describeFinding(this.#tables, rule, isSaveAllowed, this.#visible(found, isShared), options);
      });
  }

  #find(
    rule: DuplicateRule,
    matchers: readonly Matcher[],
    item: WorkItem,
    options: DuplicateRuleOptions & { readonly isSharingEnforced: boolean; readonly isSaveAllowed: boolean }
  ): DuplicateFinding | null {
    if (!this.#isAsked(rule, item)) return null;
    const { isSharingEnforced: isShared } = options;
    const found = this.#matches(rule, matchers, item, this.#eligible(rule, isShared));
    if (found.length === 0) return null;
    const details = { includeRecordDetails: options.includeRecordDetails === true, access: this.#access };
    return describeFinding(this.#tables, rule, options.isSaveAllowed, this.#visible(found, isShared), details);
  }

  #matches(
    rule: DuplicateRule,
    matchers: readonly Matcher[],
    item: WorkItem,
    isEligible: (candidate: Row) => boolean
  ): FoundMatches[] {
    const asked = matchers.filter((matcher) => isConcerned(matcher, item));
    return asked
      .map((matcher) => findMatches(this.#tables, this.#object, item.draft, matcher, isEligible))
      .filter(({ records }) => records.length > 0);
  }

  #isAsked(rule: DuplicateRule, { draft }: WorkItem): boolean {
    return this.#isFor(rule, draft) && passesFilter(this.#tables, this.#object, draft, rule.filter);
  }

  #isFor(rule: DuplicateRule, row: Row): boolean {
    return this.#object.name !== 'Account' || (row['IsPersonAccount'] === true) === rule.isForPersonAccounts;
  }

  #canRead({ object, comparisons }: Matcher): boolean {
    return comparisons.every(
      ({ source, target }) =>
        this.#access.canField(this.#object, source, 'read') && this.#access.canField(object, target, 'read')
    );
  }

  /** Which records the rule compares: those that the user sees, unless sharing is bypassed or not enforced. */
  #eligible(rule: DuplicateRule, isSharingEnforced: boolean): (candidate: Row) => boolean {
    if (rule.isSharingBypassed || !isSharingEnforced) return () => true;
    return (candidate) => this.#canSee(candidate);
  }

  /** Records that count although the user does not see them are not told. */
  #visible(found: readonly FoundMatches[], isSharingEnforced: boolean): FoundMatches[] {
    if (!isSharingEnforced) return [...found];
    return found.map((each) => ({ ...each, records: each.records.filter(({ row }) => this.#canSee(row)) }));
  }

  #canSee(row: Row): boolean {
    const object = this.#tables.objectOfId(row['Id'] as string);
    return object !== null && this.#sharing.can(object, row, 'read');
  }
}

/** A changed record concerns a rule when one of the compared fields changed. */
function isConcerned({ comparisons }: Matcher, { old, draft }: WorkItem): boolean {
  if (old === null) return true;
  return comparisons.some(
    ({ source }) => comparisonKey(source, draft[source.name]) !== comparisonKey(source, old[source.name])
  );
}

function optionsOf(item: WorkItem, request: DmlRequest) {
  const options = { ...request.options?.duplicateRules, ...item.record.dmlOptions?.duplicateRules };
  return { ...options, isSharingEnforced: isOfUser(item, request) };
}

/** Sharing counts when the options ask for it, and otherwise as it does for the code that saves. */
function isOfUser(item: WorkItem, request: DmlRequest): boolean {
  const options = { ...request.options?.duplicateRules, ...item.record.dmlOptions?.duplicateRules };
  return options.runAsCurrentUser ?? (request.accessMode === 'user' || request.isSharingEnforced);
}

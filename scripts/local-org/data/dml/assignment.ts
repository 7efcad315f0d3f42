/**
 * Assignment rules in the order of execution: after the after triggers, whose records still have the owner from before.
 * The new owner starts no triggers. A record that no entry takes keeps its owner: the local org has no default Lead
 * owner and no default Case owner.
 */
import { currentTransaction } from '../../runtime/transaction';
import { isRefusedBy as isTrue } from '../../formula/rows';
import type { ObjectSchema } from '../../schema/model';
import type { AssignmentRule, AssignmentRuleEntry } from '../../schema/rules';
import type { AssignmentOptions, DmlRequest } from '../api';
import { passesFilter } from '../filter-items';
import type { Row } from '../store';
import type { Tables } from '../tables';
import { validateOwner } from './owner';
import { fail, hasFailed } from './work-item';
import type { WorkItem } from './work-item';

const OPTIONS = Symbol('assignment rules of the request');

/** What the transaction's request says about assignment, for everything that is saved in it and says nothing itself. */
export function assignInTransaction(options: AssignmentOptions): void {
  currentTransaction().state.set(OPTIONS, options);
}

/** Gives the saved records the owners that the rules choose, where the caller asked for it. */
export function assignOwners(
  tables: Tables,
  object: ObjectSchema,
  items: readonly WorkItem[],
  request: DmlRequest
): void {
  const rules = tables.schema.assignmentRules.filter((rule) => rule.objectName === object.name);
  if (rules.length === 0) return;
  for (const item of items) {
    const rule = ruleFor(tables, rules, optionsOf(item, request));
    const row = tables.liveRow(item.id);
    if (!rule || !row) continue;
    const entry = rule.entries.find((each) => takes(tables, object, each, row));
    if (entry?.assignee) assign(tables, item, row, rule, entry.assignee);
  }
}

function optionsOf(item: WorkItem, request: DmlRequest): AssignmentOptions {
  const ofRequest = currentTransaction().state.get(OPTIONS) as AssignmentOptions | undefined;
  return item.record.dmlOptions?.assignment ?? request.options?.assignment ?? ofRequest ?? {};
}

/** The rule of the id, active or not, or the active rule. */
function ruleFor(
  tables: Tables,
  rules: readonly AssignmentRule[],
  { ruleId, useActiveRule }: AssignmentOptions
): AssignmentRule | undefined {
  if (ruleId === undefined) return useActiveRule ? rules.find(({ isActive }) => isActive) : undefined;
  const name = tables.row(ruleId)?.['Name'];
  return rules.find((rule) => rule.name === name);
}

function takes(tables: Tables, object: ObjectSchema, entry: AssignmentRuleEntry, row: Row): boolean {
  if (entry.formula !== null) return isTrue(tables, object, entry.formula, row, null);
  return passesFilter(tables, object, row, entry.filter);
}

function assign(
  tables: Tables,
  item: WorkItem,
  row: Row,
  rule: AssignmentRule,
  { type, name }: NonNullable<AssignmentRuleEntry['assignee']>
): void {
  const owner = type === 'Queue' ? queueId(tables, name) : userId(tables, name);
  if (owner === null) {
    fail(item, 'INVALID_CROSS_REFERENCE_KEY', `Assignment rule ${rule.name} names the unknown ${type} ${name}`);
    return;
  }
  item.draft = { ...row, OwnerId: owner };
  validateOwner(tables, item);
  if (!hasFailed(item))
    tables.store.write(tables.table(item.object.name), row['Id'] as string, {
      ...item.draft,
      Id: row['Id'],
      IsDeleted: false
    });
}

function queueId(tables: Tables, name: string): string | null {
  const groups = tables.table('Group').find('DeveloperName', name.toLowerCase());
  return (groups.find((row) => row['Type'] === 'Queue')?.['Id'] as string | undefined) ?? null;
}

function userId(tables: Tables, username: string): string | null {
  return (tables.table('User').find('Username', username.toLowerCase())[0]?.['Id'] as string | undefined) ?? null;
}

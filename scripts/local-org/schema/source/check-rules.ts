/** What duplicate and matching rules name must exist, and what they ask for must be something the local org can do. */
import { findMatchingRule } from '../matching-rules';
import type { OrgSchema } from '../model';
import type { DuplicateRule, DuplicateRuleMatchRule, FilterItem, MatchingRule } from '../rules';
import type { Problems } from './problems';

/** Comparisons whose rules are documented in full; the others of the platform are fuzzy in ways it does not publish. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(['exact', 'phone', 'zip']);
const FILTER_OPERATIONS: ReadonlySet<string> = new Set([
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes'
]);
/** Dates relative to today, which filters may name. */
const RELATIVE_DATE = /^(?:today|yesterday|tomorrow|(?:last|this|next)\b.*|\d+ days? ago)$/i;

/** Reports what is wrong in the active rules. */
export function checkDuplicateRules(schema: OrgSchema, problems: Problems): void {
  for (const rule of schema.matchingRules) if (rule.isActive) checkMatchingRule(schema, rule, problems);
  for (const rule of schema.duplicateRules) if (rule.isActive) checkDuplicateRule(schema, rule, problems);
}

/** Both fields of each mapping must exist. */
export function checkLeadConversion(schema: OrgSchema, path: string, problems: Problems): void {
  const report = reporter(problems, path, 'Lead conversion');
  for (const { objectName, source, target } of schema.leadConversion) {
    if (!schema.findField('Lead', source))
      report(6002, `Lead has no field ${source}. Correct <inputField>, or add the field.`);
    if (!schema.findField(objectName, target))
      report(6002, `${objectName} has no field ${target}. Correct <outputField>, or add the field.`);
  }
}

function checkMatchingRule(schema: OrgSchema, rule: MatchingRule, problems: Problems): void {
  const report = reporter(problems, rule.path, `Matching rule ${rule.objectName}.${rule.name}`);
  if (!schema.findObject(rule.objectName))
    return report(6002, `unknown object ${rule.objectName}. Correct the name of the file, or add the object.`);
  for (const { field, method } of rule.items) {
    if (!schema.findField(rule.objectName, field))
      report(6002, `${rule.objectName} has no field ${field}. Correct <fieldName>, or add the field.`);
    if (!KNOWN_METHODS.has(method.toLowerCase()))
      report(
        6003,
        `how ${method} compares is not public. The local org compares ${field} exactly, so it finds fewer duplicates than an org.`
      );
  }
}

function checkDuplicateRule(schema: OrgSchema, rule: DuplicateRule, problems: Problems): void {
  const report = reporter(problems, rule.path, `Duplicate rule ${rule.objectName}.${rule.name}`);
  if (!schema.findObject(rule.objectName))
    return report(6002, `unknown object ${rule.objectName}. Correct the name of the file, or add the object.`);
  for (const matchRule of rule.matchRules) checkMatchRule(schema, rule, matchRule, report);
  for (const item of rule.filter?.items ?? []) checkFilterItem(schema, item, report);
}

function checkMatchRule(schema: OrgSchema, rule: DuplicateRule, used: DuplicateRuleMatchRule, report: Report): void {
  const matching = findMatchingRule(schema, used);
  if (!matching) {
    const isStandard = used.matchingRule.startsWith('Standard_');
    return isStandard
      ? report(
          6003,
          `the standard matching rule ${used.matchingRule} is not public. Write a matching rule of your own.`
        )
      : report(6002, `unknown matching rule ${used.objectName}.${used.matchingRule}. Add it, or correct the name.`);
  }
  if (matching.objectName === rule.objectName) return;
  for (const { field } of matching.items) {
    const source = used.mapping.get(field.toLowerCase()) ?? field;
    if (!schema.findField(rule.objectName, source))
      report(6002, `${rule.objectName} has no field ${source} to compare with ${field}. Add it to <objectMapping>.`);
  }
}

/** Conditions of duplicate rules and of assignment rules. */
export function checkFilterItem(schema: OrgSchema, item: FilterItem, report: Report): void {
  const field = schema.findField(item.object, item.field);
  if (!field) return report(6002, `there is no field ${item.object}.${item.field}. Correct <field>, or add the field.`);
  if (!FILTER_OPERATIONS.has(item.operation))
    report(6003, `the local org does not know the operation ${item.operation}. Use another one in tests.`);
  const isDate = field.type === 'date' || field.type === 'datetime';
  if (isDate && RELATIVE_DATE.test(item.value))
    report(6003, `the local org does not know the relative date ${item.value}. Use a date such as 2026-01-31.`);
}

export type Report = (number: 6002 | 6003, message: string) => void;

export function reporter(problems: Problems, path: string, what: string): Report {
  return (number, message) => problems.addAtLine(number, path, 1, `${what}: ${message}`);
}

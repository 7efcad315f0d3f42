/** Finds matching rules by what duplicate rules say of them. */
import type { OrgSchema } from './model';
import type { DuplicateRuleMatchRule, MatchingRule } from './rules';

/** The matching rule that a duplicate rule uses, active or not. */
export function findMatchingRule(schema: OrgSchema, used: DuplicateRuleMatchRule): MatchingRule | undefined {
  const name = used.matchingRule.toLowerCase();
  return schema.matchingRules.find(
    (rule) =>
      rule.name.toLowerCase() === name &&
      rule.objectName.toLowerCase() === used.objectName.toLowerCase() &&
      rule.isForPersonAccounts === used.isForPersonAccounts
  );
}

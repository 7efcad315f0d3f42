/** Reads and checks assignment rules. */
import { checkFormula } from '../../formula/check';
import type { OrgSchema } from '../model';
import type { AssignmentRule, AssignmentRuleEntry } from '../rules';
import { checkFilterItem, reporter } from './check-rules';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import { readCondition, readLogic } from './rules';
import type { XmlElement } from './xml';

/** `assignmentRules/Lead.assignmentRules-meta.xml` holds all rules of an object. */
export function readAssignmentRules(root: XmlElement, file: MetadataFile, problems: Problems): AssignmentRule[] {
  return root.all('assignmentRule').map((rule) => {
    const name = rule.text('fullName') ?? file.name;
    const entries = rule.all('ruleEntry').map((entry) => readEntry(entry, file, problems, `Assignment rule ${name}`));
    return { objectName: file.name, name, isActive: rule.flag('active'), entries, path: file.path };
  });
}

function readEntry(entry: XmlElement, file: MetadataFile, problems: Problems, what: string): AssignmentRuleEntry {
  const items = entry.all('criteriaItems').map((item) => readCondition(item, file.name));
  const logic = readLogic(entry, items.length, file, problems, what);
  const name = entry.text('assignedTo');
  return {
    filter: items.length > 0 ? { items, logic } : null,
    formula: entry.text('formula'),
    assignee: name === null ? null : { type: entry.text('assignedToType') === 'Queue' ? 'Queue' : 'User', name }
  };
}

/** Reports what the rules name and the org does not have. Users are rows, so only queues can be looked up here. */
export function checkAssignmentRules(schema: OrgSchema, problems: Problems): void {
  for (const rule of schema.assignmentRules) {
    const what = `Assignment rule ${rule.objectName}.${rule.name}`;
    const report = reporter(problems, rule.path, what);
    for (const { filter, formula, assignee } of rule.entries) {
      for (const item of filter?.items ?? []) checkFilterItem(schema, item, report);
      for (const { number, message } of formula === null ? [] : checkFormula(schema, rule.objectName, formula))
        problems.addAtLine(number, rule.path, 1, `${what}: ${message}`);
      const isKnown = (name: string) =>
        schema.queues.some(({ developerName }) => developerName.toLowerCase() === name.toLowerCase());
      if (assignee?.type === 'Queue' && !isKnown(assignee.name))
        report(
          6002,
          `unknown queue ${assignee.name}. Add queues/${assignee.name}.queue-meta.xml, or correct <assignedTo>.`
        );
    }
  }
}

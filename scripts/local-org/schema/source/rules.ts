/** Reads duplicate rules and matching rules. */
import { BooleanFilterError, parseBooleanFilter, type BooleanFilter } from '../boolean-filter';
import type { DuplicateAction, DuplicateRule, DuplicateRuleMatchRule, FilterItem, MatchingRule } from '../rules';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

const PERSON_ACCOUNT = 'PersonAccount';

/** Person accounts have rules of their own, but no object of their own. */
function ownerOf(name: string): { readonly objectName: string; readonly isForPersonAccounts: boolean } {
  const isForPersonAccounts = name === PERSON_ACCOUNT;
  return { objectName: isForPersonAccounts ? 'Account' : name, isForPersonAccounts };
}

/** `matchingRules/Lead.matchingRule-meta.xml` holds all matching rules of an object. */
export function readMatchingRules(root: XmlElement, file: MetadataFile, problems: Problems): MatchingRule[] {
  return root.all('matchingRules').map((rule) => {
    const name = rule.text('fullName') ?? file.name;
    const items = rule.all('matchingRuleItems').map((item) => ({
      field: item.text('fieldName') ?? '',
      method: item.text('matchingMethod') ?? 'Exact',
      matchesBlanks: item.text('blankValueBehavior') === 'MatchBlanks'
    }));
    return {
      ...ownerOf(file.name),
      name,
      label: rule.text('label') ?? name,
      isActive: rule.text('ruleStatus') === 'Active',
      items,
      logic: readLogic(rule, items.length, file, problems, `Matching rule ${name}`),
      path: file.path
    };
  });
}

/** `duplicateRules/Lead.Same_Phone.duplicateRule-meta.xml`: object and name stand in the file's name. */
export function readDuplicateRule(root: XmlElement, file: MetadataFile, problems: Problems): DuplicateRule {
  const dot = file.name.indexOf('.');
  const owner = ownerOf(file.name.slice(0, dot));
  const name = file.name.slice(dot + 1);
  const filter = root.first('duplicateRuleFilter');
  const items = readFilterItems(filter, owner.objectName);
  return {
    ...owner,
    name,
    label: root.text('masterLabel') ?? name,
    isActive: root.flag('isActive'),
    sortOrder: root.number('sortOrder') ?? 1,
    onInsert: readAction(root, 'Insert'),
    onUpdate: readAction(root, 'Update'),
    alertText: root.text('alertText'),
    isSharingBypassed: root.text('securityOption') === 'BypassSharingRules',
    filter:
      filter && items.length > 0
        ? { items, logic: readLogic(filter, items.length, file, problems, `Duplicate rule ${name}`) }
        : null,
    matchRules: root.all('duplicateRuleMatchRules').map((rule) => readMatchRule(rule)),
    path: file.path
  };
}

function readAction(root: XmlElement, event: 'Insert' | 'Update'): DuplicateAction {
  const operations = root.texts(`operationsOn${event}`).map((text) => text.toLowerCase());
  return {
    isAllowed: root.text(`actionOn${event}`) !== 'Block',
    alerts: operations.includes('alert'),
    reports: operations.includes('report')
  };
}

function readFilterItems(filter: XmlElement | null, objectName: string): FilterItem[] {
  return (filter?.all('duplicateRuleFilterItems') ?? []).map((item) => ({
    ...readCondition(item, objectName),
    object: item.text('table') ?? objectName
  }));
}

/** A condition of any rule; its field may carry the name of its object: `Lead.Country`. */
export function readCondition(item: XmlElement, objectName: string): FilterItem {
  const path = item.text('field') ?? '';
  const dot = path.indexOf('.');
  return {
    field: path.slice(dot + 1),
    operation: item.text('operation') ?? 'equals',
    value: item.text('value') ?? '',
    valueField: item.text('valueField'),
    object: dot < 0 ? objectName : path.slice(0, dot)
  };
}

function readMatchRule(rule: XmlElement): DuplicateRuleMatchRule {
  const mapping = rule
    .all('objectMapping')
    .flatMap((each) => each.all('mappingFields'))
    .map((field): [string, string] => [
      (field.text('outputField') ?? '').toLowerCase(),
      field.text('inputField') ?? ''
    ]);
  return {
    matchingRule: rule.text('matchingRule') ?? '',
    ...ownerOf(rule.text('matchRuleSObjectType') ?? ''),
    mapping: new Map(mapping)
  };
}

/** The filter logic of an element; mistakes in it are reported, and all conditions must hold then. */
export function readLogic(
  element: XmlElement,
  count: number,
  file: MetadataFile,
  problems: Problems,
  what: string
): BooleanFilter | null {
  const text = element.text('booleanFilter');
  if (text === null) return null;
  try {
    return parseBooleanFilter(text, count);
  } catch (error) {
    if (!(error instanceof BooleanFilterError)) throw error;
    const remedy = 'Number the conditions from 1, and put parentheses around OR beside AND.';
    problems.add(6001, file, `${what}: filter logic "${text}": ${error.message}. ${remedy}`, text);
    return null;
  }
}

import { fieldsOf, isCustomName, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, isTrue, textOf, type XmlNode } from '../xml';

/** Elements that say something about fields of some types only. Others are refused ("Can not specify x for a field of type y"). */
const ELEMENTS_OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  length: ['Text', 'LongTextArea', 'Html', 'EncryptedText'],
  precision: ['Number', 'Currency', 'Percent'],
  scale: ['Number', 'Currency', 'Percent', 'Location'],
  visibleLines: ['LongTextArea', 'Html', 'MultiselectPicklist'],
  displayFormat: ['AutoNumber'],
  startingNumber: ['AutoNumber'],
  deleteConstraint: ['Lookup', 'MetadataRelationship'],
  referenceTo: ['Lookup', 'MasterDetail', 'MetadataRelationship', 'Hierarchy', 'ExternalLookup', 'IndirectLookup'],
  relationshipName: ['Lookup', 'MasterDetail', 'MetadataRelationship', 'Hierarchy', 'ExternalLookup', 'IndirectLookup'],
  writeRequiresMasterRead: ['MasterDetail'],
  reparentableMasterDetail: ['MasterDetail'],
  summaryOperation: ['Summary'],
  maskChar: ['EncryptedText']
};
/** Elements without which a field of the type is refused. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MetadataRelationship: ['referenceTo'],
  AutoNumber: ['displayFormat'],
  Summary: ['summaryOperation', 'summaryForeignKey'],
  MultiselectPicklist: ['visibleLines'],
  EncryptedText: ['length', 'maskChar', 'maskType']
};
const FORMULA_TYPES = ['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text', 'Time'];
const LINES = { minimum: 2, maximum: 50 };
const CANNOT_BE_REQUIRED = [
  'Checkbox',
  'LongTextArea',
  'Html',
  'AutoNumber',
  'Summary',
  'MasterDetail',
  'MultiselectPicklist'
];

/** What a custom field must, may and may not say, by its type (Metadata API Developer Guide, CustomField). */
export const fieldFacts: MetadataRule = {
  name: 'field-facts',
  check(model, report) {
    for (const field of fieldsOf(model)) {
      if (!isCustomName(field.name)) continue;
      const type = textOf(field.root, 'type');
      if (!type) report(field, field.root, `The field ${field.name} has no <type>. Add it.`);
      if (!textOf(field.root, 'label')) report(field, field.root, `The field ${field.name} has no <label>. Add it.`);
      if (type) checkType(field, type, report);
    }
  }
};

function checkType(field: ParsedFile, type: string, report: Report): void {
  const { root } = field;
  const formula = childOf(root, 'formula');
  for (const [element, types] of Object.entries(ELEMENTS_OF_TYPES)) {
    const node = childOf(root, element);
    if (node && !types.includes(type) && !(type === 'Checkbox' && element === 'length'))
      report(field, node, `A field of the type ${type} has no <${element}>. Remove it, or correct the type.`);
  }
  if (formula) checkFormula(field, type, report);
  else
    for (const element of NEEDED[type] ?? [])
      if (!textOf(root, element)) report(field, root, `A field of the type ${type} needs <${element}>. Add it.`);
  checkNumbers(field, report);
  checkDefault(field, type, report);
  checkRequired(field, type, report);
}

function checkFormula(field: ParsedFile, type: string, report: Report): void {
  const formula = childOf(field.root, 'formula');
  if (!FORMULA_TYPES.includes(type))
    report(field, formula, `A formula cannot have the type ${type}. Use one of ${FORMULA_TYPES.join(', ')}.`);
  for (const flag of ['required', 'unique', 'externalId'])
    if (isTrue(field.root, flag))
      report(field, childOf(field.root, flag), `A formula cannot be ${flag}. Remove <${flag}>.`);
  if (childOf(field.root, 'defaultValue'))
    report(field, childOf(field.root, 'defaultValue'), 'A formula has no default value. Remove <defaultValue>.');
}

function checkNumbers(field: ParsedFile, report: Report): void {
  const { root } = field;
  const number = (name: string) => Number(textOf(root, name) ?? Number.NaN);
  if (number('scale') > number('precision'))
    report(
      field,
      childOf(root, 'scale'),
      `<scale> ${number('scale')} is greater than <precision> ${number('precision')}, which counts all digits.`
    );
  if (number('scale') < 0) report(field, childOf(root, 'scale'), '<scale> cannot be negative.');
  const lines = number('visibleLines');
  if (lines < LINES.minimum || lines > LINES.maximum)
    report(
      field,
      childOf(root, 'visibleLines'),
      `<visibleLines> is ${LINES.minimum} to ${LINES.maximum}, not ${lines}.`
    );
}

function checkDefault(field: ParsedFile, type: string, report: Report): void {
  const node = childOf(field.root, 'defaultValue');
  const text = node?.text.trim() ?? '';
  if (!node) return;
  if (type === 'Checkbox' && !/^(true|false)$/.test(text))
    report(field, node, `The default of a checkbox is true or false, not "${text}".`);
  if (type === 'Picklist')
    report(
      field,
      node,
      'The default of a picklist is marked at its value with <default>true</default>. Remove <defaultValue>.'
    );
  if (/^(Number|Currency|Percent)$/.test(type) && /^(".*"|'.*')$/.test(text))
    report(field, node, `The default of a number is a number, not the text ${text}.`);
  if (type === 'Text' && /^[A-Za-z]+( [A-Za-z]+)*$/.test(text) && !/^(NULL|TRUE|FALSE)$/i.test(text))
    report(field, node, `The default is a formula: write the text in quotes, "${text}".`);
  if (
    /^(LongTextArea|Html|Lookup|MasterDetail|AutoNumber|Summary)$/.test(type) &&
    text !== '' &&
    type !== 'LongTextArea'
  )
    report(field, node, `A field of the type ${type} has no default value. Remove <defaultValue>.`);
}

function checkRequired(field: ParsedFile, type: string, report: Report): void {
  const required: XmlNode | undefined = childOf(field.root, 'required');
  if (required?.text.trim() === 'true' && CANNOT_BE_REQUIRED.includes(type))
    report(field, required, `A field of the type ${type} cannot be required. Remove <required>.`);
}

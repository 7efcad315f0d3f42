import { fieldsOf, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, childrenOf, isTrue, textOf, type XmlNode } from '../xml';

const MAXIMUM_VALUE = 255;
const MAXIMUM_RESTRICTED_VALUES = 1000;

/** Picklists and their values (Metadata API Developer Guide, ValueSet; values are compared without regard to case). */
export const picklists: MetadataRule = {
  name: 'picklists',
  check(model, report) {
    for (const field of fieldsOf(model)) {
      const type = textOf(field.root, 'type');
      const valueSet = childOf(field.root, 'valueSet');
      if (type === 'Picklist' || type === 'MultiselectPicklist') checkField(model, field, valueSet, report);
      else if (valueSet)
        report(
          field,
          valueSet,
          `A field of the type ${type ?? '?'} has no <valueSet>. Remove it, or make the field a Picklist.`
        );
    }
    for (const set of model.ofType('GlobalValueSet')) checkValues(set, set.root, 'customValue', report);
  }
};

function checkField(model: MetadataModel, field: ParsedFile, valueSet: XmlNode | undefined, report: Report): void {
  const isCustom = field.name.endsWith('__c');
  if (!valueSet) {
    if (isCustom) report(field, field.root, `The picklist ${field.name} has no <valueSet>. Add its values.`);
    return;
  }
  const definition = childOf(valueSet, 'valueSetDefinition');
  const global = childOf(valueSet, 'valueSetName');
  if (global) checkGlobal(model, field, global, definition, report);
  else if (!definition)
    report(
      field,
      valueSet,
      `The picklist ${field.name} has neither values nor the name of a global value set. Add one of both.`
    );
  if (definition) checkValues(field, definition, 'value', report);
  checkDependency(model, field, valueSet, report);
}

function checkGlobal(
  model: MetadataModel,
  field: ParsedFile,
  global: XmlNode,
  definition: XmlNode | undefined,
  report: Report
): void {
  const name = global.text.trim();
  if (definition)
    report(field, definition, 'A picklist has values of its own or a global value set, not both. Remove one.');
  if (!model.ofType('GlobalValueSet').some((set) => set.name === name))
    report(
      field,
      global,
      `There is no global value set ${name}. Add globalValueSets/${name}.globalValueSet-meta.xml, or correct the name.`
    );
}

function checkValues(file: ParsedFile, parent: XmlNode, element: string, report: Report): void {
  const values = childrenOf(parent, element);
  const known = new Set<string>();
  if (values.length === 0) report(file, parent, 'The picklist has no values. Add at least one.');
  if (values.length > MAXIMUM_RESTRICTED_VALUES)
    report(
      file,
      parent,
      `The picklist has ${values.length} values; a restricted one holds ${MAXIMUM_RESTRICTED_VALUES}.`
    );
  for (const value of values) {
    const name = textOf(value, 'fullName') ?? '';
    if (name === '') report(file, value, 'A picklist value has no <fullName>. Add it.');
    if (known.has(name.toLowerCase())) report(file, value, `The value ${name} stands twice in the picklist. Keep one.`);
    if (name.length > MAXIMUM_VALUE)
      report(file, value, `The value ${name.slice(0, 40)}… is longer than ${MAXIMUM_VALUE} characters.`);
    if (!textOf(value, 'label')) report(file, value, `The value ${name} has no <label>. Add it.`);
    known.add(name.toLowerCase());
  }
  const [, second] = values.filter((value) => isTrue(value, 'default'));
  if (second)
    report(
      file,
      second,
      `The picklist has more than one default value; ${textOf(second, 'fullName') ?? ''} is a second. Keep one.`
    );
}

function checkDependency(model: MetadataModel, field: ParsedFile, valueSet: XmlNode, report: Report): void {
  const controlling = childOf(valueSet, 'controllingField');
  if (!controlling) return;
  const name = controlling.text.trim();
  const controller = model.schema.findField(field.objectName === 'Activity' ? 'Task' : (field.objectName ?? ''), name);
  if (!controller)
    report(field, controlling, `There is no field ${name} to control ${field.name}. Correct <controllingField>.`);
  else if (controller.type !== 'picklist' && controller.type !== 'boolean')
    report(field, controlling, `${name} cannot control a picklist: only picklists and checkboxes can.`);
}

import { fieldsOf, isCustomName, schemaObjectName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../xml';

/** Fields that name others: roll-ups, lookup filters, dependent values (Metadata API Developer Guide, CustomField). */
export const fieldReferences: MetadataRule = {
  name: 'field-references',
  check(model, report) {
    for (const field of fieldsOf(model)) {
      for (const element of ['summaryForeignKey', 'summarizedField']) {
        const node = childOf(field.root, element);
        if (node) checkPath(model, field, node, node.text.trim(), report);
      }
      for (const item of descendantsOf(field.root, 'filterItems')) checkFilter(model, field, item, report);
      checkDependentValues(model, field, report);
    }
  }
};

/** `Child__c.Amount__c` */
function checkPath({ schema }: MetadataModel, field: ParsedFile, node: XmlNode, path: string, report: Report): void {
  const [object = '', name = ''] = path.split('.');
  if (!schema.findField(object, name)) report(field, node, `There is no field ${path}. Correct <${node.name}>.`);
}

/** The left side of a lookup filter is of the target, or `$Source`; both sides may follow lookups, which is not checked. */
function checkFilter(model: MetadataModel, field: ParsedFile, item: XmlNode, report: Report): void {
  const filtered = childOf(item, 'field');
  const path = filtered?.text.trim() ?? '';
  if (!filtered || path.split('.').length !== 2) return;
  const source = schemaObjectName(field.objectName ?? '');
  const own = path.replace(/^\$Source\./, `${source}.`);
  const isOurs = own.split('.').some(isCustomName);
  if (isOurs && !own.startsWith('$')) checkPath(model, field, filtered, own, report);
}

function checkDependentValues({ schema }: MetadataModel, field: ParsedFile, report: Report): void {
  const valueSet = childOf(field.root, 'valueSet');
  const controllerName = valueSet && textOf(valueSet, 'controllingField');
  const controller = controllerName
    ? schema.findField(schemaObjectName(field.objectName ?? ''), controllerName)
    : undefined;
  const own =
    schema
      .findField(schemaObjectName(field.objectName ?? ''), field.name)
      ?.picklistValues.map((value) => value.value) ?? [];
  for (const setting of valueSet ? childrenOf(valueSet, 'valueSettings') : []) {
    const name = textOf(setting, 'valueName') ?? '';
    if (!own.includes(name)) report(field, setting, `"${name}" is no value of ${field.name}.${suggestion(name, own)}`);
    const known = controller?.picklistValues.map((value) => value.value) ?? [];
    for (const value of controller?.type === 'picklist' ? childrenOf(setting, 'controllingFieldValue') : [])
      if (!known.includes(value.text.trim()))
        report(
          field,
          value,
          `"${value.text.trim()}" is no value of ${controllerName ?? ''}.${suggestion(value.text.trim(), known)}`
        );
  }
}

import { fieldsOf, isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, childrenOf, textOf } from '../xml';

/** Types of which every component says what it is for. */
const DESCRIBED = [
  'PermissionSet',
  'PermissionSetGroup',
  'CustomPermission',
  'FlexiPage',
  'CspTrustedSite',
  'RemoteSiteSetting',
  'ValidationRule',
  'RecordType',
  'CustomApplication',
  'CustomTab',
  'Report',
  'ReportType',
  'Dashboard',
  'Flow',
  'GlobalValueSet',
  'CustomNotificationType',
  'LightningMessageChannel',
  'FieldSet'
];

/**
 * An admin meets our metadata in Setup without us: each component says there what it is for, and each field says to
 * users what to put in (STYLE.md, Metadata).
 */
export const descriptions: MetadataRule = {
  name: 'descriptions',
  check(model, report) {
    for (const type of DESCRIBED) {
      for (const file of model.ofType(type))
        if (!textOf(file.root, 'description') && !isDescribedElsewhere(file))
          report(
            file,
            childOf(file.root, 'description') ?? file.root,
            `${type} ${file.name} has no <description>. Say what it is for.`
          );
    }
    checkObjects(model, report);
    checkRecords(model, report);
    for (const file of model.ofType('LightningComponentBundle')) {
      if (textOf(file.root, 'isExposed') === 'true' && !textOf(file.root, 'description'))
        report(
          file,
          file.root,
          `The component ${file.name} is offered to admins without a <description>. Say what it shows.`
        );
    }
    for (const file of model.ofType('CustomLabels')) {
      for (const label of childrenOf(file.root, 'labels')) {
        if (!textOf(label, 'shortDescription'))
          report(
            file,
            label,
            `The label ${textOf(label, 'fullName') ?? ''} has no <shortDescription>. Say where it is shown.`
          );
      }
    }
  }
};

/** The tab of an object shows what the object's own description says. */
function isDescribedElsewhere(file: ParsedFile): boolean {
  return file.type?.name === 'CustomTab' && textOf(file.root, 'customObject') === 'true';
}

function checkObjects(model: MetadataModel, report: Report): void {
  for (const file of model.ofType('CustomObject')) {
    if (isCustomName(file.name) && !textOf(file.root, 'description'))
      report(file, file.root, `The object ${file.name} has no <description>. Say what its records are.`);
  }
  for (const field of fieldsOf(model)) {
    if (!isCustomName(field.name)) continue;
    if (!textOf(field.root, 'description'))
      report(field, field.root, `The field ${field.name} has no <description>. Say what it holds and who fills it.`);
    // Events are never shown to people.
    if (!textOf(field.root, 'inlineHelpText') && !field.objectName.endsWith('__e'))
      report(field, field.root, `The field ${field.name} has no <inlineHelpText>. Tell users what it means.`);
  }
}

/** Records say in their description why they are there, when their type has one. */
function checkRecords({ ofType, schema }: MetadataModel, report: Report): void {
  for (const file of ofType('CustomMetadata')) {
    if (!schema.findField(`${file.name.split('.')[0]}__mdt`, 'Description__c')) continue;
    const entry = childrenOf(file.root, 'values').find((value) => textOf(value, 'field') === 'Description__c');
    if (!entry || !textOf(entry, 'value'))
      report(file, entry ?? file.root, `The record ${file.name} has no Description__c. Say what it does.`);
  }
}

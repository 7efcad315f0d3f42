/** Custom fields from their XML: `fields/*.field-meta.xml`, or `<fields>` inside an object's file. */
import type { FieldSchema, FieldType, PicklistValue, RollUpSummary } from '../model';
import { makeField } from '../field';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

/** Values by the name of a global value set, in lower case. */
export type ValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  EncryptedText: 'encryptedstring',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Checkbox: 'boolean',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Hierarchy: 'reference',
  MetadataRelationship: 'reference',
  ExternalLookup: 'reference',
  AutoNumber: 'string',
  Summary: 'double',
  Location: 'location'
};
const RELATIONSHIP_OBJECTS_OF_METADATA = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);
const LONG_TEXT_TYPES = new Set(['LongTextArea', 'Html']);

/**
 * Reads one custom field. Null, with a diagnostic, when its type is unknown. Fields of standard objects (changes to
 * help texts, picklists, history) have no type and give null without one: {@link overlayStandardField} takes them.
 */
export function readField(
  element: XmlElement,
  file: MetadataFile,
  valueSets: ValueSets,
  problems: Problems
): FieldSchema | null {
  const name = element.text('fullName') ?? file.name;
  const declared = element.text('type');
  if (declared === null) {
    if (name.endsWith('__c'))
      problems.add(
        6001,
        file,
        `Field ${name} has no <type>. Say which type it has, for example <type>Text</type>.`,
        name
      );
    return null;
  }
  const type = TYPES[declared];
  if (!type) {
    problems.add(
      6003,
      file,
      `Field ${name}: the local org does not know the type ${declared}. Known are ${Object.keys(TYPES).join(', ')}.`,
      declared
    );
    return null;
  }
  const formula = element.text('formula');
  const summary = declared === 'Summary' ? readSummary(element) : null;
  return makeField({
    name,
    type,
    label: element.text('label') ?? name,
    isCustom: name.endsWith('__c'),
    path: file.path,
    ...textFacts(element, declared, type),
    ...numberFacts(element, type),
    ...referenceFacts(element, declared),
    ...picklistFacts(element, file, valueSets, problems),
    ...accessFacts(element, declared, formula !== null || summary !== null),
    isUnique: element.flag('unique'),
    isCaseSensitive: element.flag('caseSensitive'),
    isExternalId: element.flag('externalId'),
    isAutoNumber: declared === 'AutoNumber',
    defaultValue: defaultOf(element, type),
    formula,
    areFormulaBlanksZero: element.text('formulaTreatBlanksAs') !== 'BlankAsBlank',
    summary,
    displayFormat: element.text('displayFormat'),
    helpText: element.text('inlineHelpText'),
    description: element.text('description')
  });
}

function textFacts(element: XmlElement, declared: string, type: FieldType): Partial<FieldSchema> {
  const length = element.number('length');
  const isLongText = LONG_TEXT_TYPES.has(declared);
  if (declared === 'AutoNumber') return { length: 30 };
  if (isLongText) return { length: length ?? 32768, isLongText, isHtml: declared === 'Html' };
  if (element.first('formula') && type === 'string') return { length: 1300 };
  return length === null ? {} : { length };
}

/** In XML `precision` is the number of all digits, as in describes; `int` does not occur in custom fields. */
function numberFacts(element: XmlElement, type: FieldType): Partial<FieldSchema> {
  if (type !== 'double' && type !== 'currency' && type !== 'percent') return {};
  return { precision: element.number('precision') ?? 18, scale: element.number('scale') ?? 0 };
}

function referenceFacts(element: XmlElement, declared: string): Partial<FieldSchema> {
  if (TYPES[declared] !== 'reference') return {};
  const name = element.text('fullName') ?? '';
  const target = element.text('referenceTo') ?? (declared === 'Hierarchy' ? 'User' : null);
  const isMasterDetail = declared === 'MasterDetail';
  const childName = element.text('relationshipName');
  const isMetadataObject = target !== null && RELATIONSHIP_OBJECTS_OF_METADATA.has(target);
  return {
    referenceTo: target === null ? [] : [target],
    relationshipName: name.replace(/__c$/i, '__r'),
    childRelationshipName: childName === null || isMetadataObject ? null : `${childName}__r`,
    isMasterDetail,
    deleteConstraint: isMasterDetail ? 'Cascade' : deleteConstraintOf(element.text('deleteConstraint'))
  };
}

function deleteConstraintOf(text: string | null): FieldSchema['deleteConstraint'] {
  return text === 'Restrict' || text === 'Cascade' ? text : 'SetNull';
}

/**
 * Field-level security cannot be set on required and master-detail fields; formulas, roll-ups and auto numbers are
 * read only for everyone. A master-detail parent that may not change (`reparentableMasterDetail`) is set on create.
 */
function accessFacts(element: XmlElement, declared: string, isComputed: boolean): Partial<FieldSchema> {
  const isMasterDetail = declared === 'MasterDetail';
  const isRequired = element.flag('required') || isMasterDetail;
  const isReadOnly = isComputed || declared === 'AutoNumber' || declared === 'Location';
  return {
    isNillable: !isRequired && declared !== 'Checkbox' && declared !== 'AutoNumber',
    isPermissionable: !isRequired,
    isCreateable: !isReadOnly,
    isUpdateable: !isReadOnly && (!isMasterDetail || element.flag('reparentableMasterDetail'))
  };
}

function picklistFacts(
  element: XmlElement,
  file: MetadataFile,
  valueSets: ValueSets,
  problems: Problems
): Partial<FieldSchema> {
  const valueSet = element.first('valueSet');
  const inline = element.first('picklist');
  if (inline)
    return {
      picklistValues: readValues(inline.all('picklistValues')),
      isRestrictedPicklist: inline.flag('restrictedPicklist')
    };
  if (!valueSet) return {};
  const isRestrictedPicklist = valueSet.flag('restricted');
  const controllingField = valueSet.text('controllingField');
  const globalName = valueSet.text('valueSetName');
  if (globalName === null) {
    const values = valueSet.first('valueSetDefinition')?.all('value') ?? [];
    return { picklistValues: readValues(values), isRestrictedPicklist, controllingField };
  }
  const values = valueSets.get(globalName.toLowerCase());
  if (!values)
    problems.add(
      6002,
      file,
      `Unknown global value set ${globalName}. Add globalValueSets/${globalName}.globalValueSet-meta.xml or correct the name.`,
      globalName
    );
  // A field of a global value set is always restricted to it.
  return { picklistValues: values ?? [], isRestrictedPicklist: true, controllingField };
}

/** The values of `<value>`, `<customValue>`, `<standardValue>` or `<picklistValues>` elements. */
export function readValues(elements: readonly XmlElement[]): PicklistValue[] {
  return elements.map((element) => {
    const value = element.text('fullName') ?? '';
    return {
      value,
      label: element.text('label') ?? value,
      isDefault: element.flag('default'),
      isActive: element.flag('isActive', true),
      ...statusFacts(element)
    };
  });
}

/** What standard value sets say of statuses and stages; nothing for other values. */
function statusFacts(element: XmlElement): Partial<PicklistValue> {
  const probability = element.number('probability');
  const forecastCategory = element.text('forecastCategory');
  return {
    ...(element.flag('closed') && { isClosed: true }),
    ...(element.flag('won') && { isWon: true }),
    ...(element.flag('converted') && { isConverted: true }),
    ...(probability !== null && { probability }),
    ...(forecastCategory !== null && { forecastCategory })
  };
}

function defaultOf(element: XmlElement, type: FieldType): FieldSchema['defaultValue'] {
  const text = element.text('defaultValue');
  if (type !== 'boolean') return text;
  return text?.toLowerCase() === 'true';
}

function readSummary(element: XmlElement): RollUpSummary {
  const [childObject = '', childField = ''] = (element.text('summaryForeignKey') ?? '').split('.');
  const operation = element.text('summaryOperation') ?? 'count';
  return {
    operation: operation as RollUpSummary['operation'],
    childObject,
    childField,
    summarizedField: element.text('summarizedField')?.split('.')[1] ?? null,
    filters: element.all('summaryFilterItems').map((item) => ({
      field: item.text('field')?.split('.').pop() ?? '',
      operation: item.text('operation') ?? 'equals',
      value: item.text('value') ?? ''
    }))
  };
}

/** A standard field with what the source changes of it: label, help, values, required. */
export function overlayStandardField(
  field: FieldSchema,
  element: XmlElement,
  file: MetadataFile,
  valueSets: ValueSets,
  problems: Problems
): FieldSchema {
  const isRequired = element.flag('required', !field.isNillable);
  return {
    ...field,
    label: element.text('label') ?? field.label,
    helpText: element.text('inlineHelpText') ?? field.helpText,
    description: element.text('description') ?? field.description,
    isNillable: field.isNillable && !isRequired,
    isExternalId: field.isExternalId || element.flag('externalId'),
    ...picklistFacts(element, file, valueSets, problems)
  };
}

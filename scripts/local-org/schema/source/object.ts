/** Objects of the source: what their folders and files say, put together with what the platform adds. */
import { makeField } from '../field';
import type { FieldSchema, ObjectKind, ObjectSchema, ValidationRule, RecordTypeSchema } from '../model';
import { makeObject } from '../object';
import type { MetadataFile } from './files';
import { overlayStandardField, readField, readValues, type ValueSets } from './field';
import type { Problems } from './problems';
import { systemFieldsOf } from './system-fields';
import type { XmlElement } from './xml';

/** A parsed file of an object. */
export interface ObjectPart {
  readonly file: MetadataFile;
  readonly root: XmlElement;
}

/** All that the source says of one object. */
export interface ObjectSource {
  readonly name: string;
  /** The object's own file, which objects that only get fields do not have. */
  object: ObjectPart | null;
  readonly fields: ObjectPart[];
  readonly recordTypes: ObjectPart[];
  readonly validationRules: ObjectPart[];
  readonly fieldSets: ObjectPart[];
}

export function emptySource(name: string): ObjectSource {
  return { name, object: null, fields: [], recordTypes: [], validationRules: [], fieldSets: [] };
}

/** Parts stand in files of their own, or (single-file and metadata format) inside the object's file. */
export function partsOf(source: ObjectSource, inline: string, parts: readonly ObjectPart[]): ObjectPart[] {
  const { object } = source;
  const inside = object
    ? object.root.all(inline).map((root) => ({ file: { ...object.file, name: root.text('fullName') ?? '' }, root }))
    : [];
  const ownFiles = new Set(parts.map((part) => part.file.name.toLowerCase()));
  return [...inside.filter((part) => !ownFiles.has(part.file.name.toLowerCase())), ...parts];
}

/** A custom object, custom metadata type, setting, event or big object. */
export function buildCustomObject(
  source: ObjectSource,
  keyPrefix: string,
  valueSets: ValueSets,
  problems: Problems
): ObjectSchema {
  const root = source.object?.root ?? null;
  const kind = kindOf(source.name, root);
  const fields = partsOf(source, 'fields', source.fields)
    .map((part) => readField(part.root, part.file, valueSets, problems))
    .filter((field) => field !== null)
    .flatMap(withComponents);
  const isDetail = fields.some((field) => field.isMasterDetail);
  const label = root?.text('label') ?? source.name;
  const isReadOnly = kind === 'metadata';
  return makeObject({
    name: source.name,
    label,
    labelPlural: root?.text('pluralLabel') ?? `${label}s`,
    keyPrefix,
    kind,
    fields: [...systemFieldsOf(kind, { isDetail, root }), ...fields],
    ...readParts(source),
    sharingModel: isDetail ? 'ControlledByParent' : sharingOf(root?.text('sharingModel') ?? null),
    isCreateable: !isReadOnly,
    isUpdateable: !isReadOnly && kind !== 'event',
    isDeletable: !isReadOnly && kind !== 'event',
    isQueryable: kind !== 'event',
    description: root?.text('description') ?? null,
    hasActivities: root?.flag('enableActivities') ?? false,
    publishBehavior:
      kind !== 'event'
        ? null
        : root?.text('publishBehavior') === 'PublishImmediately'
          ? 'PublishImmediately'
          : 'PublishAfterCommit',
    visibility: root?.text('visibility') ?? null
  });
}

/** A geolocation is written by its parts: `Place__Latitude__s` and `Place__Longitude__s`. */
function withComponents(field: FieldSchema): FieldSchema[] {
  if (field.type !== 'location') return [field];
  const part = (name: string) =>
    makeField({
      name: field.name.replace(/__c$/i, `__${name}__s`),
      type: 'double',
      label: `${field.label} (${name})`,
      precision: 18,
      scale: 15,
      isCustom: true,
      isNillable: field.isNillable,
      compoundField: field.name
    });
  return [field, part('Latitude'), part('Longitude')];
}

/** A standard object with the fields, rules and changes of the source. */
export function extendStandardObject(
  standard: ObjectSchema,
  source: ObjectSource,
  valueSets: ValueSets,
  problems: Problems
): ObjectSchema {
  const fields = new Map(standard.fields);
  for (const part of partsOf(source, 'fields', source.fields)) {
    const name = part.root.text('fullName') ?? part.file.name;
    const known = fields.get(name.toLowerCase());
    const field =
      known && !known.isCustom
        ? overlayStandardField(known, part.root, part.file, valueSets, problems)
        : readField(part.root, part.file, valueSets, problems);
    if (field) for (const each of withComponents(field)) fields.set(each.name.toLowerCase(), each);
    else if (!name.endsWith('__c'))
      problems.add(
        6002,
        part.file,
        `${standard.name} has no standard field ${name}. Correct the name, or give a custom field the suffix __c.`,
        name
      );
  }
  const root = source.object?.root ?? null;
  const parts = readParts(source);
  const sharing = root?.text('sharingModel') ?? null;
  return {
    ...standard,
    fields,
    validationRules: [...standard.validationRules, ...parts.validationRules],
    recordTypes: [...standard.recordTypes, ...parts.recordTypes],
    fieldSets: [...standard.fieldSets, ...parts.fieldSets],
    sharingModel: sharing === null ? standard.sharingModel : sharingOf(sharing)
  };
}

function readParts(source: ObjectSource): Pick<ObjectSchema, 'validationRules' | 'recordTypes' | 'fieldSets'> {
  return {
    validationRules: partsOf(source, 'validationRules', source.validationRules).map(readValidationRule),
    recordTypes: partsOf(source, 'recordTypes', source.recordTypes).map(({ root, file }) => ({
      developerName: root.text('fullName') ?? file.name,
      label: root.text('label') ?? file.name,
      isActive: root.flag('active', true),
      picklistValues: readPicklistValues(root)
    })),
    fieldSets: partsOf(source, 'fieldSets', source.fieldSets).map(({ root, file }) => {
      const displayed = root.all('displayedFields');
      const required = displayed.filter((entry) => entry.flag('isRequired'));
      return {
        name: root.text('fullName') ?? file.name,
        label: root.text('label') ?? file.name,
        description: root.text('description'),
        fields: displayed.map((entry) => entry.text('field') ?? ''),
        requiredFields: required.map((entry) => entry.text('field') ?? '')
      };
    })
  };
}

/** The names of values are written as in addresses: `Closed %2D Converted`. */
function readPicklistValues(root: XmlElement): RecordTypeSchema['picklistValues'] {
  return new Map(
    root.all('picklistValues').map((entry) => {
      const values = entry.all('values');
      const nameOf = (value: XmlElement | undefined) => value && decoded(value.text('fullName') ?? '');
      return [
        (entry.text('picklist') ?? '').toLowerCase(),
        {
          values: new Set(values.map((value) => nameOf(value) ?? '')),
          defaultValue: nameOf(values.find((value) => value.flag('default'))) ?? null
        }
      ] as const;
    })
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readValidationRule({ root, file }: ObjectPart): ValidationRule {
  return {
    name: root.text('fullName') ?? file.name,
    isActive: root.flag('active', true),
    errorConditionFormula: root.text('errorConditionFormula') ?? '',
    errorMessage: root.text('errorMessage') ?? '',
    errorDisplayField: root.text('errorDisplayField'),
    path: file.path
  };
}

export function kindOf(name: string, root: XmlElement | null): ObjectKind {
  if (name.endsWith('__mdt')) return 'metadata';
  if (name.endsWith('__e')) return 'event';
  if (name.endsWith('__b')) return 'big';
  const settingType = root?.text('customSettingsType');
  if (settingType) return settingType === 'List' ? 'listSetting' : 'hierarchySetting';
  return 'custom';
}

function sharingOf(text: string | null): ObjectSchema['sharingModel'] {
  if (text === 'Private' || text === 'Read' || text === 'ControlledByParent') return text;
  return 'ReadWrite';
}

/** The values of a global or standard value set. */
export function readValueSet(root: XmlElement, kind: string) {
  return readValues(root.all(kind === 'globalValueSet' ? 'customValue' : 'standardValue'));
}

/** Builds fields: a type says most of what a describe tells, so that callers name only what is special. */
import type { FieldSchema, FieldType } from './model';

const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  'datetime',
  'double',
  'currency',
  'percent',
  'base64',
  'address',
  'location',
  'multipicklist',
  'time',
  'encryptedstring',
  'textarea'
]);
const NOT_SORTABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  'base64',
  'address',
  'location',
  'multipicklist',
  'encryptedstring'
]);
const NOT_FILTERABLE: ReadonlySet<FieldType> = new Set<FieldType>(['base64', 'encryptedstring']);

const DEFAULT_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  id: 18,
  reference: 18,
  string: 255,
  picklist: 255,
  multipicklist: 4099,
  combobox: 255,
  email: 80,
  phone: 40,
  url: 255,
  textarea: 255,
  encryptedstring: 175
};

/** A field of the given name and type; everything not said follows from the type. */
export function makeField(given: Pick<FieldSchema, 'name' | 'type'> & Partial<FieldSchema>): FieldSchema {
  const isLongText = given.isLongText ?? (given.type === 'textarea' && (given.length ?? 255) > 255);
  const isComputed = given.formula != null || given.summary != null || given.isAutoNumber === true;
  return {
    label: labelFromName(given.name),
    length: DEFAULT_LENGTHS[given.type] ?? 0,
    precision: 0,
    scale: 0,
    isNillable: given.type !== 'boolean' && given.type !== 'id',
    isCreateable: !isComputed && given.type !== 'id',
    isUpdateable: !isComputed && given.type !== 'id',
    isCustom: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isAutoNumber: false,
    isNameField: false,
    isFilterable: !isLongText && !NOT_FILTERABLE.has(given.type),
    isSortable: !isLongText && !NOT_SORTABLE.has(given.type),
    isGroupable: !isLongText && !NOT_GROUPABLE.has(given.type) && given.formula == null,
    isHtml: false,
    isRestrictedPicklist: false,
    picklistValues: [],
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    deleteConstraint: given.type === 'reference' ? 'SetNull' : null,
    isMasterDetail: false,
    defaultValue: given.type === 'boolean' ? false : null,
    path: null,
    formula: null,
    areFormulaBlanksZero: true,
    summary: null,
    displayFormat: null,
    compoundField: null,
    controllingField: null,
    helpText: null,
    description: null,
    isPermissionable: true,
    ...given,
    isLongText
  };
}

/** `LastModifiedById` → `Last Modified By ID`: the platform's own labels are mostly made so. */
export function labelFromName(name: string): string {
  return name
    .replace(/__c$/i, '')
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/\bId\b/g, 'ID');
}

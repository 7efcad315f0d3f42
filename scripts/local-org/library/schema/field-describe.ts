/** `Schema.DescribeFieldResult` and `Schema.PicklistEntry`. */
import type { FieldSchema, ObjectSchema, PicklistValue } from '../../schema/model';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { accessors } from './accessors';
import { displayType, soapType } from './enums';
import { currentAccess } from './running-user';
import { fieldToken, objectToken } from './tokens';

/** Bytes that one character may take in UTF-8, as the platform counts them. */
const BYTES_PER_CHARACTER = 3;
const INTEGER_DIGITS = 8;
const ALWAYS_FILLED = new Set([
  'Id',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'IsDeleted',
  'OwnerId'
]);
/** Fields by which a record can be named in upserts and Data Loader besides ids and external ids. */
const OTHER_LOOKUPS = new Set(['Contact.Email', 'Lead.Email', 'User.Username', 'Product2.Name']);

export class FieldDescribe {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, field: FieldSchema) {
    this.object = object;
    this.field = field;
  }

  get isAccessible(): boolean {
    const access = currentAccess();
    return access.canObject(this.object, 'read') && access.canField(this.object, this.field, 'read');
  }

  get isCreateable(): boolean {
    return this.field.isCreateable && this.#mayWrite('create');
  }

  get isUpdateable(): boolean {
    return this.field.isUpdateable && this.#mayWrite('edit');
  }

  get isDefaultedOnCreate(): boolean {
    const { field } = this;
    return (
      field.type === 'boolean' || field.defaultValue !== null || field.isAutoNumber || ALWAYS_FILLED.has(field.name)
    );
  }

  /** Checkboxes and picklists answer their default; other defaults are formulas and stand in `getDefaultValueFormula`. */
  get defaultValue(): unknown {
    return this.field.type === 'boolean' ? this.field.defaultValue === true : null;
  }

  equals(other: unknown): boolean {
    return (
      other instanceof FieldDescribe && other.object.name === this.object.name && other.field.name === this.field.name
    );
  }

  toString(): string {
    return `Schema.DescribeFieldResult[${this.object.name}.${this.field.name}]`;
  }

  #mayWrite(right: 'create' | 'edit'): boolean {
    const access = currentAccess();
    return access.canObject(this.object, right) && access.canField(this.object, this.field, 'edit');
  }
}

/** One value of a picklist; only active ones are described. */
export class PicklistEntry {
  readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    this.entry = entry;
  }

  toString(): string {
    const { value, label, isActive, isDefault } = this.entry;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${isActive};isDefaultValue=${isDefault};]`;
  }
}

function picklistValues({ field }: FieldDescribe): ApexList {
  const active = field.picklistValues.filter((value) => value.isActive);
  return new ApexList(
    'Schema.PicklistEntry',
    active.map((value) => new PicklistEntry(value))
  );
}

function isIdLookup({ object, field }: FieldDescribe): boolean {
  return (
    field.type === 'id' ||
    field.isExternalId ||
    OTHER_LOOKUPS.has(`${object.name}.${field.name}`) ||
    (field.isNameField && object.kind === 'custom')
  );
}

platformType({
  name: 'Schema.DescribeFieldResult',
  jsClass: FieldDescribe,
  ...accessors<FieldDescribe>({
    getByteLength: ({ field }) => field.length * BYTES_PER_CHARACTER,
    getCalculatedFormula: ({ field }) => field.formula,
    getCompoundFieldName: ({ field }) => field.compoundField,
    getController: ({ object, field }) =>
      field.controllingField === null ? null : fieldToken(object.name, field.controllingField),
    getDefaultValue: (self) => self.defaultValue,
    getDefaultValueFormula: ({ field }) =>
      typeof field.defaultValue === 'string' && field.isCustom ? field.defaultValue : null,
    getDigits: ({ field }) => (field.type === 'int' ? INTEGER_DIGITS : 0),
    getFilteredLookupInfo: () => null,
    getInlineHelpText: ({ field }) => field.helpText,
    getLabel: ({ field }) => field.label,
    getLength: ({ field }) => field.length,
    getLocalName: ({ field }) => field.name,
    getMask: () => null,
    getMaskType: () => null,
    getName: ({ field }) => field.name,
    getPicklistValues: picklistValues,
    getPrecision: ({ field }) => field.precision,
    getReferenceTargetField: () => null,
    getReferenceTo: ({ field }) => new ApexList('Schema.SObjectType', field.referenceTo.map(objectToken)),
    getRelationshipName: ({ field }) => field.relationshipName,
    getRelationshipOrder: ({ field }) => (field.isMasterDetail ? 0 : null),
    getScale: ({ field }) => field.scale,
    getSoapType: ({ field }) => soapType(field.type),
    getSObjectField: ({ object, field }) => fieldToken(object.name, field.name),
    getSObjectType: ({ object }) => objectToken(object.name),
    getType: ({ field }) => displayType(field.type),
    isAccessible: (self) => self.isAccessible,
    isAggregatable: ({ field }) => !field.isLongText && field.type !== 'boolean' && field.type !== 'base64',
    isAiPredictionField: () => false,
    isAutoNumber: ({ field }) => field.isAutoNumber,
    isCalculated: ({ field }) => field.formula !== null || field.summary !== null,
    isCascadeDelete: ({ field }) => field.deleteConstraint === 'Cascade',
    isCaseSensitive: ({ field }) => field.isCaseSensitive,
    isCreateable: (self) => self.isCreateable,
    isCustom: ({ field }) => field.isCustom,
    isDefaultedOnCreate: (self) => self.isDefaultedOnCreate,
    isDependentPicklist: ({ field }) => field.controllingField !== null,
    isDeprecatedAndHidden: () => false,
    isDisplayLocationInDecimal: () => false,
    isEncrypted: ({ field }) => field.type === 'encryptedstring',
    isExternalId: ({ field }) => field.isExternalId,
    isFilterable: ({ field }) => field.isFilterable,
    isFormulaTreatNullNumberAsZero: () => false,
    isGroupable: ({ field }) => field.isGroupable,
    isHighScaleNumber: () => false,
    isHtmlFormatted: ({ field }) => field.isHtml,
    isIdLookup,
    isNameField: ({ field }) => field.isNameField,
    isNamePointing: ({ field }) => field.referenceTo.length > 1,
    isNillable: ({ field }) => field.isNillable,
    isPermissionable: ({ field }) => field.isPermissionable,
    isQueryByDistance: ({ field }) => field.type === 'location',
    isRestrictedDelete: ({ field }) => field.deleteConstraint === 'Restrict',
    isRestrictedPicklist: ({ field }) => field.isRestrictedPicklist,
    isSearchPrefilterable: ({ field }) => field.type === 'reference',
    isSortable: ({ field }) => field.isSortable,
    isUnique: ({ field }) => field.isUnique,
    isUpdateable: (self) => self.isUpdateable,
    isWriteRequiresMasterRead: () => false
  })
});

platformType({
  name: 'Schema.PicklistEntry',
  jsClass: PicklistEntry,
  ...accessors<PicklistEntry>({
    getLabel: ({ entry }) => entry.label,
    getValue: ({ entry }) => entry.value,
    isActive: ({ entry }) => entry.isActive,
    isDefaultValue: ({ entry }) => entry.isDefault
  })
});

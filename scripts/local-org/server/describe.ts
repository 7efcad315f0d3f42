/** Describes of objects as the REST API gives them. */
import type { LocalOrg } from '../org';
import type { UserAccess } from '../schema/access';
import type { FieldSchema, FieldType, ObjectSchema } from '../schema/model';

/** What describes ask of a user's access. */
export type DescribeAccess = Pick<UserAccess, 'canObject' | 'canField'>;

/** Short describe of one object, as lists of objects have it. */
export interface ObjectSummary {
  readonly name: string;
  readonly label: string;
  readonly [property: string]: unknown;
}

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anytype: 'xsd:anyType'
};

/** All objects that the user may read. */
export function describeGlobal(
  org: LocalOrg,
  version: string,
  access: DescribeAccess
): { encoding: string; maxBatchSize: number; sobjects: ObjectSummary[] } {
  const readable = [...org.schema.objects.values()].filter((object) => access.canObject(object, 'read'));
  const sobjects = readable
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((object) => describeSummary(object, version, access));
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
}

/** One object with the fields that the user may read, child relationships and record types. */
export function describeObject(object: ObjectSchema, version: string, access: DescribeAccess): unknown {
  const fields = [...object.fields.values()].filter((field) => access.canField(object, field, 'read'));
  return {
    ...describeSummary(object, version, access),
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      relationshipName: child.relationshipName,
      restrictedDelete: false
    })),
    fields: fields.map((field) => describeField(field, access.canField(object, field, 'edit'))),
    recordTypeInfos: object.recordTypes.map((recordType) => ({
      active: recordType.isActive,
      available: true,
      developerName: recordType.developerName,
      master: false,
      name: recordType.label
    })),
    supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
  };
}

/** One object without its fields. */
export function describeSummary(object: ObjectSchema, version: string, access: DescribeAccess): ObjectSummary {
  const base = `${version}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: object.isCreateable && access.canObject(object, 'create'),
    custom: /__\w+$/.test(object.name),
    customSetting: object.kind.endsWith('Setting'),
    deletable: object.isDeletable && access.canObject(object, 'delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mergeable: ['Lead', 'Contact', 'Account'].includes(object.name),
    mruEnabled: false,
    name: object.name,
    queryable: object.isQueryable,
    replicateable: object.isQueryable,
    retrieveable: object.isQueryable,
    searchable: object.isQueryable,
    triggerable: object.isCreateable,
    undeletable: object.isDeletable && access.canObject(object, 'delete'),
    updateable: object.isUpdateable && access.canObject(object, 'edit'),
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` }
  };
}

function describeField(field: FieldSchema, canEdit: boolean): unknown {
  return {
    aggregatable: field.isGroupable,
    autoNumber: field.isAutoNumber,
    byteLength: field.length * 3,
    calculated: field.formula !== null || field.summary !== null,
    calculatedFormula: field.formula,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: field.isCaseSensitive,
    controllerName: field.controllingField,
    createable: field.isCreateable && canEdit,
    custom: field.isCustom,
    defaultValue: typeof field.defaultValue === 'boolean' ? field.defaultValue : null,
    defaultValueFormula: typeof field.defaultValue === 'string' ? field.defaultValue : null,
    defaultedOnCreate: field.defaultValue !== null,
    dependentPicklist: field.controllingField !== null,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    externalId: field.isExternalId,
    extraTypeInfo: field.isLongText ? 'plaintextarea' : null,
    filterable: field.isFilterable,
    groupable: field.isGroupable,
    htmlFormatted: false,
    idLookup: field.name === 'Id' || field.isExternalId,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.isNameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.isNillable,
    permissionable: field.isPermissionable,
    picklistValues: field.picklistValues.map((value) => ({
      active: value.isActive,
      defaultValue: value.isDefault,
      label: value.label,
      validFor: null,
      value: value.value
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.isRestrictedPicklist,
    scale: field.scale,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.isSortable,
    type: field.type,
    unique: field.isUnique,
    updateable: field.isUpdateable && canEdit,
    writeRequiresMasterRead: false
  };
}

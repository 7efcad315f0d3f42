/** The fields that the platform adds to every object of a kind. */
import type { FieldSchema, ObjectKind } from '../model';
import { makeField } from '../field';
import type { XmlElement } from './xml';

const SYSTEM = { isCreateable: false, isUpdateable: false, isPermissionable: false, isNillable: false } as const;

export function idField(label: string): FieldSchema {
  return makeField({ ...SYSTEM, name: 'Id', type: 'id', label });
}

/** Id, and who made and changed the record and when. `IsDeleted` where records go to the recycle bin. */
export function auditFields(): FieldSchema[] {
  return [
    makeField({ ...SYSTEM, name: 'CreatedDate', type: 'datetime' }),
    userLookup('CreatedById', 'CreatedBy'),
    makeField({ ...SYSTEM, name: 'LastModifiedDate', type: 'datetime' }),
    userLookup('LastModifiedById', 'LastModifiedBy'),
    systemModstamp()
  ];
}

export function systemModstamp(): FieldSchema {
  return makeField({ ...SYSTEM, name: 'SystemModstamp', type: 'datetime' });
}

export function isDeletedField(): FieldSchema {
  return makeField({ ...SYSTEM, name: 'IsDeleted', type: 'boolean', label: 'Deleted' });
}

function userLookup(name: string, relationshipName: string): FieldSchema {
  return makeField({ ...SYSTEM, name, type: 'reference', referenceTo: ['User'], relationshipName });
}

/** Every record has an owner; the platform fills in the running user. */
export function ownerField(targets: readonly string[] = ['Group', 'User']): FieldSchema {
  return makeField({
    name: 'OwnerId',
    type: 'reference',
    referenceTo: targets,
    relationshipName: 'Owner',
    isNillable: false,
    isPermissionable: false,
    deleteConstraint: null
  });
}

const DATES = { isCreateable: false, isUpdateable: false, isPermissionable: false } as const;

export function systemFieldsOf(
  kind: ObjectKind,
  facts: { readonly isDetail: boolean; readonly root: XmlElement | null }
): FieldSchema[] {
  switch (kind) {
    case 'metadata':
      return metadataFields();
    case 'event':
      return eventFields();
    case 'big':
      return [
        idField('Record ID'),
        makeField({ ...SYSTEM, name: 'CreatedDate', type: 'datetime' }),
        userLookup('CreatedById', 'CreatedBy')
      ];
    case 'hierarchySetting':
    case 'listSetting':
      return settingFields(kind);
    default:
      return [
        idField('Record ID'),
        ...(facts.isDetail ? [] : [ownerField()]),
        isDeletedField(),
        nameField(facts.root),
        ...auditFields(),
        ...(facts.root?.flag('enableActivities')
          ? [makeField({ ...DATES, name: 'LastActivityDate', type: 'date' })]
          : []),
        makeField({ ...DATES, name: 'LastViewedDate', type: 'datetime' }),
        makeField({ ...DATES, name: 'LastReferencedDate', type: 'datetime' })
      ];
  }
}

/** The name of a custom record is optional on create: the platform puts the record's id there. */
function nameField(root: XmlElement | null): FieldSchema {
  const declared = root?.first('nameField') ?? null;
  const isAutoNumber = declared?.text('type') === 'AutoNumber';
  return makeField({
    name: 'Name',
    type: 'string',
    label: declared?.text('label') ?? 'Name',
    length: 80,
    isNameField: true,
    isPermissionable: false,
    isAutoNumber,
    isNillable: !isAutoNumber,
    isCreateable: !isAutoNumber,
    isUpdateable: !isAutoNumber,
    displayFormat: declared?.text('displayFormat') ?? null
  });
}

function metadataFields(): FieldSchema[] {
  const readOnly = { isCreateable: false, isUpdateable: false, isPermissionable: false } as const;
  return [
    idField('Custom Metadata Record ID'),
    makeField({ ...readOnly, name: 'DeveloperName', type: 'string', length: 40, isNillable: false }),
    makeField({
      ...readOnly,
      name: 'MasterLabel',
      type: 'string',
      length: 40,
      label: 'Label',
      isNillable: false,
      isNameField: true
    }),
    makeField({ ...readOnly, name: 'Language', type: 'picklist', length: 40, isNillable: false }),
    makeField({ ...readOnly, name: 'NamespacePrefix', type: 'string', length: 15 }),
    makeField({ ...readOnly, name: 'Label', type: 'string', length: 40, isNillable: false }),
    makeField({ ...readOnly, name: 'QualifiedApiName', type: 'string', length: 70, isNillable: false }),
    systemModstamp()
  ];
}

function eventFields(): FieldSchema[] {
  return [
    makeField({ ...DATES, name: 'ReplayId', type: 'string', length: 1000 }),
    makeField({ ...DATES, name: 'EventUuid', type: 'string', length: 36 }),
    makeField({ ...SYSTEM, name: 'CreatedDate', type: 'datetime' }),
    userLookup('CreatedById', 'CreatedBy')
  ];
}

/** Records of a hierarchy belong to the org, a profile or a user; those of a list have a name. */
function settingFields(kind: 'hierarchySetting' | 'listSetting'): FieldSchema[] {
  const isHierarchy = kind === 'hierarchySetting';
  return [
    idField('Record ID'),
    isDeletedField(),
    makeField({
      name: 'Name',
      type: 'string',
      length: 38,
      isNillable: isHierarchy,
      isNameField: true,
      isPermissionable: false
    }),
    makeField({
      name: 'SetupOwnerId',
      type: 'reference',
      referenceTo: ['Organization', 'Profile', 'User'],
      relationshipName: 'SetupOwner',
      label: 'Location',
      isPermissionable: false,
      isNillable: !isHierarchy,
      isUpdateable: false,
      isCreateable: isHierarchy
    }),
    ...auditFields()
  ];
}

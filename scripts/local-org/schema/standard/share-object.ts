/** Share objects: the rows that give users and groups access to records of objects that are not open to all. */
import type { ObjectSchema } from '../model';
import { makeField } from '../field';
import { makeObject } from '../object';
import { idField, isDeletedField } from '../source/system-fields';

/** All custom share objects have the same one. */
const KEY_PREFIX_OF_CUSTOM_SHARES = '02c';

/** `Thoughtly_Call__Share` of `Thoughtly_Call__c`; none for open objects, details, settings and the like. */
export function shareObjectOf(object: ObjectSchema): ObjectSchema | null {
  if (object.kind !== 'custom' || (object.sharingModel !== 'Private' && object.sharingModel !== 'Read')) return null;
  const readOnly = { isCreateable: false, isUpdateable: false, isPermissionable: false } as const;
  const choice = (...values: string[]) =>
    values.map((value) => ({ value, label: value, isDefault: false, isActive: true }));
  return makeObject({
    name: object.name.replace(/__c$/i, '__Share'),
    label: `Share: ${object.label}`,
    keyPrefix: KEY_PREFIX_OF_CUSTOM_SHARES,
    kind: 'share',
    fields: [
      idField('Sharing ID'),
      makeField({
        name: 'ParentId',
        type: 'reference',
        referenceTo: [object.name],
        relationshipName: 'Parent',
        childRelationshipName: 'Shares',
        isNillable: false,
        isUpdateable: false,
        deleteConstraint: 'Cascade',
        isPermissionable: false
      }),
      makeField({
        name: 'AccessLevel',
        type: 'picklist',
        picklistValues: choice('Read', 'Edit', 'All'),
        isRestrictedPicklist: true,
        isNillable: false,
        isPermissionable: false
      }),
      makeField({
        name: 'RowCause',
        type: 'picklist',
        picklistValues: choice('Owner', 'Manual', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team', 'Territory'),
        isUpdateable: false,
        isPermissionable: false
      }),
      makeField({
        name: 'UserOrGroupId',
        type: 'reference',
        referenceTo: ['Group', 'User'],
        relationshipName: 'UserOrGroup',
        isNillable: false,
        isUpdateable: false,
        isPermissionable: false,
        deleteConstraint: null
      }),
      makeField({ ...readOnly, name: 'LastModifiedDate', type: 'datetime' }),
      makeField({
        ...readOnly,
        name: 'LastModifiedById',
        type: 'reference',
        referenceTo: ['User'],
        relationshipName: 'LastModifiedBy'
      }),
      isDeletedField()
    ]
  });
}

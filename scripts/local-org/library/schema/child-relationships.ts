/** `Schema.ChildRelationship` */
import type { ChildRelationship, ObjectSchema } from '../../schema/model';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { accessors } from './accessors';
import { currentSchema } from './running-user';
import { fieldToken, objectToken } from './tokens';

export class ChildRelationshipDescribe {
  readonly relationship: ChildRelationship;

  constructor(relationship: ChildRelationship) {
    this.relationship = relationship;
  }
}

/** The relationships by which other objects are children of this one. */
export function childRelationships(object: ObjectSchema): ChildRelationshipDescribe[] {
  return object.childRelationships.map((relationship) => new ChildRelationshipDescribe(relationship));
}

function isRestrictedDelete({ relationship }: ChildRelationshipDescribe): boolean {
  return currentSchema().findField(relationship.childObject, relationship.field)?.deleteConstraint === 'Restrict';
}

platformType({
  name: 'Schema.ChildRelationship',
  jsClass: ChildRelationshipDescribe,
  ...accessors<ChildRelationshipDescribe>({
    getChildSObject: ({ relationship }) => objectToken(relationship.childObject),
    getField: ({ relationship }) => fieldToken(relationship.childObject, relationship.field),
    getJunctionIdListNames: () => new ApexList('String'),
    getJunctionReferenceTo: () => new ApexList('Schema.SObjectType'),
    getRelationshipName: ({ relationship }) => relationship.relationshipName,
    isCascadeDelete: ({ relationship }) => relationship.cascadeDelete,
    isDeprecatedAndHidden: () => false,
    isRestrictedDelete
  })
});

/** Child relationships: what lookups and master-details look like from the parent's side. */
import type { ChildRelationship, FieldSchema, ObjectSchema } from './model';
import { findStubObject } from './standard/stub-objects';

/** Fills `childRelationships` of all objects from the lookups that lead to them. */
export function linkChildren(objects: Map<string, ObjectSchema>): void {
  const childrenByParent = new Map<string, ChildRelationship[]>();
  for (const child of objects.values()) {
    for (const field of child.fields.values()) {
      for (const parent of field.referenceTo) {
        const children = childrenByParent.get(parent.toLowerCase()) ?? [];
        childrenByParent.set(parent.toLowerCase(), children);
        children.push({
          relationshipName: field.childRelationshipName ?? (field.isCustom ? null : standardName(parent, child, field)),
          childObject: child.name,
          field: field.name,
          cascadeDelete: field.deleteConstraint === 'Cascade'
        });
      }
    }
  }
  for (const [key, childRelationships] of childrenByParent) {
    const parent = objects.get(key);
    if (parent) objects.set(key, { ...parent, childRelationships });
  }
}

/** The name that the stub of the parent has for a list of these children, when only one lookup can be meant. */
function standardName(parent: string, child: ObjectSchema, field: FieldSchema): string | null {
  if (field.relationshipName === null || isAuditField(field)) return null;
  const lists = [...(findStubObject(parent)?.childLists ?? [])].filter(([, childName]) => childName === child.name);
  const rivals = [...child.fields.values()].filter(
    (other) => other.referenceTo.includes(parent) && !isAuditField(other)
  );
  return lists.length === 1 && rivals.length === 1 ? (lists[0]?.[0] ?? null) : null;
}

function isAuditField(field: FieldSchema): boolean {
  return field.name === 'CreatedById' || field.name === 'LastModifiedById' || field.name === 'OwnerId';
}

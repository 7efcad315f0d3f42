/** The loaded schema: finds objects without regard to case and makes rarely used standard objects when asked for. */
import type { ChildRelationship, FieldSchema, ObjectSchema, OrgSchema } from './model';
import { genericObject } from './standard/generic-object';
import { KEY_PREFIX_OWNERS } from './standard/key-prefixes';
import { findStubObject } from './standard/stub-objects';

export type SchemaParts = Omit<
  OrgSchema,
  'findObject' | 'findObjectByKeyPrefix' | 'findField' | 'findParentField' | 'findChildRelationship'
> & {
  readonly objects: Map<string, ObjectSchema>;
};

/** Relationship names in their parts, by object: filled on first use. */
type ParentIndex = Map<string, FieldSchema>;

/** Makes the schema of an org from its parts. `parts.objects` grows as generic standard objects are asked for. */
export function makeOrgSchema(parts: SchemaParts): OrgSchema {
  const parentIndexes = new WeakMap<ObjectSchema, ParentIndex>();

  function findObject(name: string): ObjectSchema | undefined {
    const key = name.toLowerCase();
    const known = parts.objects.get(key);
    if (known) return known;
    const stub = findStubObject(name);
    if (!stub) return undefined;
    const made = genericObject(stub);
    parts.objects.set(key, made);
    return made;
  }

  /** Objects come late, but their prefixes never change: the index is made again when it is older than the objects. */
  let objectByPrefix = new Map<string, ObjectSchema>();
  let indexedCount = 0;

  function findObjectByKeyPrefix(prefix: string): ObjectSchema | undefined {
    if (indexedCount !== parts.objects.size) {
      const objects = [...parts.objects.values()].reverse();
      objectByPrefix = new Map(
        objects.filter((object) => object.keyPrefix !== null).map((object) => [object.keyPrefix ?? '', object])
      );
      indexedCount = parts.objects.size;
    }
    const made = objectByPrefix.get(prefix);
    const known = KEY_PREFIX_OWNERS.get(prefix);
    return made ?? (known === undefined ? undefined : findObject(known));
  }

  function findParentField(object: string, relationship: string): FieldSchema | undefined {
    const schema = findObject(object);
    if (!schema) return undefined;
    let index = parentIndexes.get(schema);
    if (!index) {
      const lookups = [...schema.fields.values()].filter((field) => field.relationshipName !== null);
      index = new Map(lookups.map((field) => [field.relationshipName?.toLowerCase() ?? '', field]));
      parentIndexes.set(schema, index);
    }
    return index.get(relationship.toLowerCase());
  }

  function findChildRelationship(object: string, relationship: string): ChildRelationship | undefined {
    const schema = findObject(object);
    const wanted = relationship.toLowerCase();
    const known = schema?.childRelationships.find((child) => child.relationshipName?.toLowerCase() === wanted);
    return known ?? (schema && stubChildRelationship(schema.name, wanted));
  }

  /** A child list that only the stub knows: its field is the lookup of the child object that leads to the parent. */
  function stubChildRelationship(parent: string, wanted: string): ChildRelationship | undefined {
    for (const [relationshipName, childName] of findStubObject(parent)?.childLists ?? []) {
      if (relationshipName.toLowerCase() !== wanted) continue;
      const child = findObject(childName);
      const field = child && lookupTo(child, parent);
      return field && { relationshipName, childObject: child.name, field: field.name, cascadeDelete: false };
    }
    return undefined;
  }

  return {
    ...parts,
    findObject,
    findObjectByKeyPrefix,
    findField: (object, field) => findObject(object)?.fields.get(field.toLowerCase()),
    findParentField,
    findChildRelationship
  };
}

function lookupTo(child: ObjectSchema, parent: string): FieldSchema | undefined {
  const lookups = [...child.fields.values()].filter((field) => field.type === 'reference');
  return (
    lookups.find((field) => field.referenceTo.includes(parent)) ??
    lookups.find((field) => field.referenceTo.length === 0)
  );
}

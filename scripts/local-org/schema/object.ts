/** Builds objects: defaults for what the caller does not say. */
import type { FieldSchema, ObjectSchema } from './model';
import { labelFromName } from './field';

type GivenObject = Pick<ObjectSchema, 'name'> &
  Partial<Omit<ObjectSchema, 'fields'>> & { readonly fields: readonly FieldSchema[] };

/** An object with the given fields; a standard, queryable and writable one unless said otherwise. */
export function makeObject(given: GivenObject): ObjectSchema {
  const label = given.label ?? labelFromName(given.name);
  return {
    label,
    labelPlural: `${label}s`,
    keyPrefix: null,
    kind: 'standard',
    childRelationships: [],
    validationRules: [],
    sharingModel: 'ReadWrite',
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isQueryable: true,
    recordTypes: [],
    fieldSets: [],
    description: null,
    hasActivities: false,
    publishBehavior: null,
    visibility: null,
    ...given,
    fields: new Map(given.fields.map((field) => [field.name.toLowerCase(), field]))
  };
}

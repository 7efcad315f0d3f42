/** Follows a dotted path of a query from its object to a field. */
import type { FieldPath, SoqlQuery } from '../../../data/soql/ast';
import type { FieldSchema, OrgSchema } from '../../../schema/model';
import { findObjectMember } from '../object-members';

export interface QuerySource {
  readonly schema: OrgSchema;
  readonly object: string;
  readonly query: SoqlQuery;
}

export type ResolvedPath =
  /** `field` is null for the few fields of a polymorphic parent that the schema does not describe. */
  | { readonly kind: 'field'; readonly object: string; readonly field: FieldSchema | null }
  | { readonly kind: 'unknownField'; readonly object: string; readonly name: string }
  | { readonly kind: 'unknownRelationship'; readonly object: string; readonly name: string };

export function resolvePath(source: QuerySource, path: FieldPath): ResolvedPath {
  const { schema } = source;
  const steps = withoutAlias(source, path);
  let object = source.object;
  for (const relationship of steps.slice(0, -1)) {
    const member = findObjectMember(schema, object, relationship);
    if (member?.kind !== 'parent' || member.type.kind !== 'sobject')
      return { kind: 'unknownRelationship', object, name: relationship };
    object = member.type.name;
  }
  const name = steps.at(-1) ?? '';
  const field = schema.findField(object, name);
  if (field) return { kind: 'field', object, field };
  return findObjectMember(schema, object, name)?.kind === 'field'
    ? { kind: 'field', object, field: null }
    : { kind: 'unknownField', object, name };
}

/** `c.Name` with the alias `c`, and `Contact.Name` in a query from Contact, are paths from the object itself. */
function withoutAlias(source: QuerySource, path: FieldPath): FieldPath {
  const { query, object } = source;
  const [first, ...rest] = path;
  if (first === undefined || rest.length === 0) return path;
  const lower = first.toLowerCase();
  if (
    lower === query.from.alias?.toLowerCase() ||
    lower === query.from.name.toLowerCase() ||
    lower === object.toLowerCase()
  )
    return rest;
  const alias = query.fromAliases.find((candidate) => candidate.alias.toLowerCase() === lower);
  return alias ? [...withoutAlias({ ...source, query: { ...query, fromAliases: [] } }, alias.path), ...rest] : path;
}

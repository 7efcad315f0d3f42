/** Names in one query: fields and relationships from the object it selects from. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { comparisonKey } from '../comparison';
import type { ComparisonKey } from '../comparison';
import type { Row } from '../store';
import type { Tables } from '../tables';
import type { FieldPath, SoqlQuery } from './ast';
import { noSuchColumn, noSuchObject, noSuchRelationship } from './errors';

/** One step along a lookup: `Owner`. */
export interface RelationshipStep {
  readonly field: FieldSchema;
  /** Spelled as the schema does. */
  readonly name: string;
  /** Null when the lookup has several targets; the row tells which. */
  readonly target: ObjectSchema | null;
}

/** A field path after its names were found. */
export interface ResolvedPath {
  readonly steps: readonly RelationshipStep[];
  /** The object that has the field; null at the end of a polymorphic lookup. */
  readonly object: ObjectSchema | null;
  readonly field: FieldSchema;
}

/** Something the query reads, for the check of the user's access. */
export interface FieldUse {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
}

export class QueryScope {
  readonly tables: Tables;
  readonly object: ObjectSchema;
  readonly uses: FieldUse[] = [];
  readonly #aliases = new Map<string, FieldPath>();

  constructor(tables: Tables, object: ObjectSchema, query: SoqlQuery) {
    this.tables = tables;
    this.object = object;
    this.#aliases.set(object.name.toLowerCase(), []);
    if (query.from.alias) this.#aliases.set(query.from.alias.toLowerCase(), []);
    for (const { path, alias } of query.fromAliases) this.#aliases.set(alias.toLowerCase(), this.#withoutAlias(path));
  }

  /**
   * Finds the field that a path names.
   *
   * @throws System.QueryException `No such column …` or `Didn't understand relationship …`
   */
  resolve(path: FieldPath): ResolvedPath {
    const names = this.#withoutAlias(path);
    const { steps, object } = this.walk(names.slice(0, -1));
    const name = names.at(-1) ?? '';
    const last = steps.at(-1);
    const field = object ? object.fields.get(name.toLowerCase()) : last && this.#polymorphicField(name);
    if (!field || !isReadable(field)) throw noSuchColumn(name, object?.name ?? 'Name');
    if (object) this.uses.push({ object, field });
    return { steps, object, field };
  }

  /** Follows lookups from the object of the query. */
  walk(relationships: FieldPath): { steps: RelationshipStep[]; object: ObjectSchema | null } {
    const steps: RelationshipStep[] = [];
    let object: ObjectSchema | null = this.object;
    for (const name of relationships) {
      const field: FieldSchema | undefined = object
        ? this.tables.schema.findParentField(object.name, name)
        : this.#polymorphicParent(steps.at(-1), name);
      if (!field?.relationshipName) throw noSuchRelationship(name, 'field path');
      if (object) this.uses.push({ object, field });
      object =
        field.referenceTo.length === 1 ? (this.tables.schema.findObject(field.referenceTo[0] as string) ?? null) : null;
      steps.push({ field, name: field.relationshipName, target: object });
    }
    return { steps, object };
  }

  /** The value at the end of the path; null when a lookup on the way is empty. */
  read(path: ResolvedPath, row: Row): unknown {
    const end = this.follow(path.steps, row);
    if (!end) return path.field.type === 'boolean' ? false : null;
    const object = path.object ?? this.tables.objectOfId(end['Id'] as string);
    if (!object) return null;
    if (path.object) return this.tables.value(object, path.field, end);
    if (path.field.name === 'Type') return isQueue(end) ? 'Queue' : object.name;
    const field = object.fields.get(path.field.name.toLowerCase());
    return field ? this.tables.value(object, field, end) : null;
  }

  /** The row at the end of the lookups; null when one is empty. */
  follow(steps: readonly RelationshipStep[], row: Row): Row | null {
    let at: Row | null = row;
    for (const step of steps) {
      at = at && this.tables.row((at[step.field.name] as string | null | undefined) ?? null);
    }
    return at;
  }

  key(path: ResolvedPath, value: unknown): ComparisonKey {
    return comparisonKey(path.field, value);
  }

  #withoutAlias(path: FieldPath): FieldPath {
    const [first, ...rest] = path;
    if (first === undefined || rest.length === 0) return path;
    const prefix = this.#aliases.get(first.toLowerCase());
    const isRelationship =
      prefix?.length === 0 && this.tables.schema.findParentField(this.object.name, first) !== undefined;
    return prefix && !isRelationship ? [...prefix, ...rest] : path;
  }

  /** Polymorphic lookups answer `Name`: only its fields can be asked for without TYPEOF. */
  #polymorphicField(name: string): FieldSchema | undefined {
    return this.tables.schema.findField('Name', name);
  }

  #polymorphicParent(step: RelationshipStep | undefined, name: string): FieldSchema | undefined {
    for (const target of step?.field.referenceTo ?? []) {
      const field = this.tables.schema.findParentField(target, name);
      if (field) return field;
    }
    return undefined;
  }
}

/** Queues are groups by their rows, but owners of a type of their own. */
function isQueue(row: Row): boolean {
  return row['Type'] === 'Queue' && String(row['Id']).startsWith('00G');
}

/** The object of a FROM clause. Throws `sObject type 'X' is not supported`. */
export function requireObject(tables: Tables, name: string): ObjectSchema {
  const object = tables.schema.findObject(name);
  if (!object || !object.isQueryable) throw noSuchObject(name);
  return object;
}

/** Compound fields are made by the platform from others; the local org does not have them. */
function isReadable(field: FieldSchema): boolean {
  return field.type !== 'location';
}

/**
 * Rows of custom metadata that point to one another, or to objects and fields (`EntityDefinition`, `FieldDefinition`).
 * Metadata files name the target; rows hold its id, so that `Parent__r.DeveloperName` and the like can be asked for.
 */
import type { FieldSchema, ObjectSchema } from '../schema/model';
import { writeSystemRow } from './dml/system-rows';
import type { Row } from './store';
import type { Tables } from './tables';

const FIELD_OBJECTS = new Set(['FieldDefinition', 'EntityParticle']);

/** Rows of `EntityDefinition` for all objects that the org lists. */
export function seedEntityDefinitions(tables: Tables): void {
  for (const name of [...tables.schema.objects.values()].map((object) => object.name)) entityRow(tables, name);
}

/** Puts ids in place of names, once all records of custom metadata have their rows. */
export function resolveMetadataRelationships(tables: Tables): void {
  for (const object of tables.schema.objects.values()) {
    if (object.kind !== 'metadata') continue;
    const lookups = [...object.fields.values()].filter((field) => field.type === 'reference' && field.isCustom);
    // Fields are found through the object that the record names, so objects come first.
    const isField = (lookup: FieldSchema) => FIELD_OBJECTS.has(lookup.referenceTo[0] ?? '');
    for (const field of [...lookups.filter((each) => !isField(each)), ...lookups.filter(isField)])
      resolveField(tables, object, field);
  }
}

function resolveField(tables: Tables, object: ObjectSchema, field: FieldSchema): void {
  for (const row of [...tables.table(object.name).rows()]) {
    const name = row[field.name];
    if (typeof name !== 'string') continue;
    writeSystemRow(tables, object.name, {
      Id: row['Id'],
      [field.name]: targetId(tables, field.referenceTo[0] ?? '', name, row)
    });
  }
}

function targetId(tables: Tables, target: string, name: string, row: Row): string | null {
  switch (target) {
    case 'EntityDefinition':
      return entityRow(tables, name);
    case 'FieldDefinition':
    case 'EntityParticle':
      return fieldRow(tables, target, name, row);
    default:
      return idOf(tables.table(target).find('DeveloperName', name.toLowerCase()));
  }
}

function idOf(rows: readonly Row[]): string | null {
  return (rows[0]?.['Id'] as string | undefined) ?? null;
}

/** The row of an object; made when it is first pointed to. */
function entityRow(tables: Tables, name: string): string | null {
  const object = tables.schema.findObject(name);
  if (!object) return null;
  const known = idOf(tables.table('EntityDefinition').find('QualifiedApiName', object.name.toLowerCase()));
  return (
    known ??
    writeSystemRow(tables, 'EntityDefinition', {
      DurableId: object.name,
      QualifiedApiName: object.name,
      DeveloperName: object.name.replace(/__\w+$/, ''),
      MasterLabel: object.label,
      Label: object.label,
      PluralLabel: object.labelPlural,
      KeyPrefix: object.keyPrefix
    })
  );
}

/** A field is named alone; its object is the one that another relationship of the same record names. */
function fieldRow(tables: Tables, target: string, name: string, row: Row): string | null {
  const [owner, alone] = name.includes('.') ? (name.split('.') as [string, string]) : [entityNameIn(tables, row), name];
  const field = owner === null ? undefined : tables.schema.findField(owner, alone);
  if (!field || owner === null) return null;
  const durableId = `${owner}.${field.name}`;
  const known = idOf(tables.table(target).find('DurableId', durableId.toLowerCase()));
  return (
    known ??
    writeSystemRow(tables, target, {
      DurableId: durableId,
      EntityDefinitionId: entityRow(tables, owner),
      QualifiedApiName: field.name,
      DeveloperName: field.name.replace(/__\w+$/, ''),
      MasterLabel: field.label,
      Label: field.label
    })
  );
}

/** The object that the record points to, as name or already as row. */
function entityNameIn(tables: Tables, row: Row): string | null {
  for (const value of Object.values(row)) {
    if (typeof value !== 'string') continue;
    const entity = tables.row(value);
    if (
      entity &&
      typeof entity['QualifiedApiName'] === 'string' &&
      tables.objectOfId(value)?.name === 'EntityDefinition'
    )
      return entity['QualifiedApiName'];
  }
  return null;
}

/**
 * Static methods that custom metadata types and custom settings have: `Foo__mdt.getInstance('x')`,
 * `Settings__c.getOrgDefaults()`. They cost no query and ask for no access.
 */
import { SObjectValue } from '../../data/sobject';
import type { Row } from '../../data/store';
import type { ObjectSchema } from '../../schema/model';
import { toLongId } from '../../data/ids';
import { currentTransaction } from '../../runtime/transaction';
import { ApexMap } from '../system/Map';
import { evaluateDefault } from '../../formula/defaults';
import { currentSchema, currentTables } from './running-user';

/** `getInstance` of custom metadata cuts long text (PLATFORM 7.3). */
const LONG_TEXT_SHOWN = 255;
const ID_LENGTHS = [15, 18];

/** Calls one of the methods by its name in any case. */
export function callObjectMethod(object: string, method: string, args: readonly unknown[]): unknown {
  const schema = currentSchema().findObject(object);
  if (!schema) throw new Error(`Internal error: ${object}.${method} was compiled, but the object is not in the schema`);
  const [argument = null] = args as (string | null | undefined)[];
  if (schema.kind === 'metadata') return callMetadataMethod(schema, method, argument);
  return schema.kind === 'listSetting'
    ? callListMethod(schema, method, argument)
    : callHierarchyMethod(schema, method, args);
}

function liveRows(schema: ObjectSchema): Row[] {
  return [...currentTables().table(schema.name).rows()].filter((row) => row['IsDeleted'] !== true);
}

function callMetadataMethod(schema: ObjectSchema, method: string, key: string | null): unknown {
  if (method.toLowerCase() === 'getall') {
    return new ApexMap(
      'String',
      schema.name,
      liveRows(schema).map((row) => [row['DeveloperName'], metadataRecord(schema, row)])
    );
  }
  if (key === null) return null;
  const id = ID_LENGTHS.includes(key.length) ? toLongId(key) : null;
  const wanted = key.toLowerCase();
  const row = liveRows(schema).find(
    (each) =>
      each['Id'] === id ||
      [each['DeveloperName'], each['QualifiedApiName']].some((name) => String(name).toLowerCase() === wanted)
  );
  return row ? metadataRecord(schema, row) : null;
}

function metadataRecord(schema: ObjectSchema, row: Row): SObjectValue {
  const record = recordOf(schema, row);
  for (const field of schema.fields.values()) {
    const value = row[field.name];
    if (field.isLongText && typeof value === 'string') record.setRaw(field.name, value.slice(0, LONG_TEXT_SHOWN));
  }
  return record;
}

/** A record with all fields of the row, as if they had been queried. */
function recordOf(schema: ObjectSchema, row: Row): SObjectValue {
  const record = new SObjectValue(schema.name);
  const tables = currentTables();
  for (const field of schema.fields.values()) {
    if (field.name !== 'IsDeleted') record.setRaw(field.name, tables.value(schema, field, row));
  }
  record.isQueried = true;
  return record;
}

function callListMethod(schema: ObjectSchema, method: string, name: string | null): unknown {
  if (method.toLowerCase() === 'getall') {
    return new ApexMap(
      'String',
      schema.name,
      liveRows(schema).map((row) => [row['Name'], recordOf(schema, row)])
    );
  }
  const row =
    name === null
      ? undefined
      : liveRows(schema).find((each) => String(each['Name']).toLowerCase() === name.toLowerCase());
  return row ? recordOf(schema, row) : null;
}

/**
 * `getInstance` merges the rows of user, profile and org field by field, the closest with a value first, and answers a
 * record without an id when there is no row. `getValues` reads one row as it is, null without one.
 */
function callHierarchyMethod(schema: ObjectSchema, method: string, args: readonly unknown[]): unknown {
  const { org, userId } = currentTransaction();
  const [given] = args as (string | null | undefined)[];
  switch (method.toLowerCase()) {
    case 'getorgdefaults':
      return rowOf(schema, org.organizationId) ?? emptySetting(schema, org.organizationId);
    case 'getvalues':
      return given == null ? null : rowOf(schema, given);
    default:
      return mergedSetting(schema, args.length === 0 ? userId : (given ?? null));
  }
}

function rowOf(schema: ObjectSchema, ownerId: string): SObjectValue | null {
  const owner = toLongId(ownerId);
  const row = liveRows(schema).find((each) => each['SetupOwnerId'] === owner);
  return row ? recordOf(schema, row) : null;
}

function mergedSetting(schema: ObjectSchema, ownerId: string | null): SObjectValue | null {
  if (ownerId === null) return null;
  const { organizationId } = currentTransaction().org;
  const profileId = currentTables().row(toLongId(ownerId))?.['ProfileId'];
  const owners = [ownerId, ...(typeof profileId === 'string' ? [profileId] : []), organizationId];
  const rows = owners.map((owner) => rowOf(schema, owner)).filter((row) => row !== null);
  const [closest] = rows;
  if (!closest) return emptySetting(schema, ownerId);
  const merged = closest.copy(true, true, true, true);
  for (const field of schema.fields.values()) {
    if (!field.isCustom) continue;
    const value = rows.map((row) => row.peek(field.name)).find((each) => each !== null);
    merged.setRaw(field.name, value ?? null);
  }
  return merged;
}

/** Where nothing is stored yet, fields have their defaults and the record has no id. */
function emptySetting(schema: ObjectSchema, ownerId: string): SObjectValue {
  const record = new SObjectValue(schema.name);
  record.setRaw('SetupOwnerId', toLongId(ownerId));
  for (const field of schema.fields.values()) {
    if (field.isCustom) record.setRaw(field.name, evaluateDefault(field));
  }
  return record;
}

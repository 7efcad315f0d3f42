/**
 * Platform objects that have a JSON form. Tests make results of DML with it: code cannot construct them otherwise
 * with errors in them.
 */
import type { DmlError } from '../../data/api';
import { DatabaseError } from '../database/Error';
import {
  DeleteResult,
  DmlResult,
  EmptyRecycleBinResult,
  LeadConvertResult,
  MergeResult,
  SaveResult,
  UndeleteResult,
  UpsertResult
} from '../database/results';
import { ApexList } from '../system/List';
import { ApexAddress, ApexLocation } from '../system/Location';
import { ApexMap } from '../system/Map';

type Field = readonly [name: string, value: unknown];

/** A function, because these modules may import one another in a circle while they load. */
const results = (): Readonly<Record<string, new () => DmlResult>> => ({
  'database.saveresult': SaveResult,
  'database.upsertresult': UpsertResult,
  'database.deleteresult': DeleteResult,
  'database.undeleteresult': UndeleteResult,
  'database.emptyrecyclebinresult': EmptyRecycleBinResult,
  'database.mergeresult': MergeResult,
  'database.leadconvertresult': LeadConvertResult
});

/** The fields of an object's JSON in their order, or null for objects without one. */
export function platformFields(value: object): readonly Field[] | null {
  if (value instanceof DmlResult) {
    const { success, id, errors, ...others } = value as DmlResult & Record<string, unknown>;
    return [['success', success], ['id', id], ['errors', errors], ...Object.entries(others)];
  }
  if (value instanceof DatabaseError) {
    return [
      ['statusCode', value.statusCode],
      ['message', value.message],
      ['fields', new ApexList('String', [...value.fields])]
    ];
  }
  return value instanceof ApexAddress || value instanceof ApexLocation ? Object.entries(value) : null;
}

/** The reader of a platform type, from what `deserializeUntyped` made of the JSON; undefined for types without a JSON form. */
export function platformReader(typeName: string): ((json: unknown) => unknown) | undefined {
  const name = typeName.toLowerCase();
  if (name === 'database.error') return (json) => (json instanceof ApexMap ? errorOf(json) : null);
  const jsClass = results()[name];
  return jsClass && ((json) => (json instanceof ApexMap ? resultOf(new jsClass(), json) : null));
}

function resultOf(result: DmlResult, json: ApexMap): DmlResult {
  const members = result as DmlResult & Record<string, unknown>;
  for (const [key, value] of json.entries()) {
    const name = Object.keys(result).find((known) => known.toLowerCase() === String(key).toLowerCase());
    if (name === 'errors')
      result.errors = new ApexList('Database.Error', value instanceof ApexList ? value.items.map(errorOf) : []);
    else if (name !== undefined) members[name] = value;
  }
  return result;
}

function errorOf(json: unknown): DatabaseError {
  const get = (name: string) => (json instanceof ApexMap ? json.get(name) : null);
  const fields = get('fields');
  const error: DmlError = {
    statusCode: String(get('statusCode') ?? 'UNKNOWN_EXCEPTION'),
    message: String(get('message') ?? ''),
    fields: fields instanceof ApexList ? fields.items.map(String) : []
  };
  return new DatabaseError(error);
}

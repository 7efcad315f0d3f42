/** JSON for the parameters and results of Apex methods that are called over HTTP. */
import { toLongId } from '../data/ids';
import { SObjectValue } from '../data/sobject';
import { PlatformEnumValue } from '../library/registry';
import { ApexBlob } from '../library/system/Blob';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { Double } from '../library/system/Double';
import { ApexList } from '../library/system/List';
import { ApexMap } from '../library/system/Map';
import { ApexSet } from '../library/system/Set';
import { apexToString } from '../library/stringify';
import type { LocalOrg } from '../org';
import { ApexEnumValue, ApexObject } from '../runtime/objects';
import type { RuntimeField, RuntimeType } from '../runtime/type-info';
import { RestError } from './errors';
import { fieldFromJson, valueToJson } from './record-json';

/** `component`: what components get (only `@AuraEnabled` members, no `attributes`); `rest`: what Apex REST answers. */
export type JsonStyle = 'component' | 'rest';

/** An Apex value as plain JSON data. */
export function apexToJson(org: LocalOrg, value: unknown, style: JsonStyle): unknown {
  if (value instanceof ApexList) return value.items.map((item) => apexToJson(org, item, style));
  if (value instanceof ApexSet) return [...value.values()].map((item) => apexToJson(org, item, style));
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      [...value.keys()].map((key) => [apexToString(key), apexToJson(org, value.get(key), style)])
    );
  }
  if (value instanceof SObjectValue) return recordToJson(org, value, style);
  if (value instanceof ApexEnumValue || value instanceof PlatformEnumValue) return value.name;
  if (value instanceof ApexDatetime && style === 'component') return value.toIsoText();
  if (value instanceof ApexObject) return objectToJson(org, value, style);
  return valueToJson(value);
}

function recordToJson(org: LocalOrg, record: SObjectValue, style: JsonStyle): unknown {
  const json: Record<string, unknown> = {};
  if (style === 'rest')
    json['attributes'] = {
      type: record.objectName,
      url: `/services/data/v66.0/sobjects/${record.objectName}/${record.id ?? ''}`
    };
  for (const [name, value] of record.populatedEntries()) json[name] = apexToJson(org, value, style);
  return json;
}

function objectToJson(org: LocalOrg, object: ApexObject, style: JsonStyle): unknown {
  const json: Record<string, unknown> = {};
  for (const field of fieldsOf(org, object.$type)) {
    if (field.isStatic || field.isTransient || !field.canRead) continue;
    if (style === 'component' && !field.annotations.some((annotation) => annotation.name === 'auraenabled')) continue;
    json[field.name] = apexToJson(org, readField(object, field), style);
  }
  return json;
}

/** Own and inherited fields, those of the super class first. */
function fieldsOf(org: LocalOrg, type: RuntimeType): RuntimeField[] {
  const parent = type.superName === null ? undefined : org.program.findType(type.superName);
  return [...(parent ? fieldsOf(org, parent) : []), ...type.fields];
}

function readField(object: ApexObject, field: RuntimeField): unknown {
  const members = object as unknown as Record<string, unknown>;
  const name = field.name.toLowerCase();
  return field.isStored ? members[`f_${name}`] : (members[`get_${name}`] as () => unknown).call(object);
}

function writeField(object: ApexObject, field: RuntimeField, value: unknown): void {
  const members = object as unknown as Record<string, unknown>;
  const name = field.name.toLowerCase();
  if (field.isStored) members[`f_${name}`] = value;
  else (members[`set_${name}`] as (value: unknown) => void).call(object, value);
}

/**
 * JSON data as the Apex value that a parameter of this type takes. Called inside of a transaction.
 *
 * @throws RestError 400 `JSON_PARSER_ERROR` when the data has another shape
 */
export function apexFromJson(org: LocalOrg, value: unknown, typeName: string): unknown {
  if (value === null || value === undefined) return null;
  const primitive = PRIMITIVES[typeName.toLowerCase()];
  if (primitive) return required(primitive(value), value, typeName);
  const generic = /^(list|set|map)<(.+)>$/i.exec(typeName);
  if (generic) return collectionFromJson(org, value, (generic[1] ?? '').toLowerCase(), generic[2] ?? '', typeName);
  const type = org.program.findType(typeName);
  if (type?.kind === 'enum') return required(enumConstant(org, type, value), value, typeName);
  if (type) return objectFromJson(org, value, type);
  return recordFromParameter(org, value, typeName);
}

const PRIMITIVES: Readonly<Record<string, (value: unknown) => unknown>> = {
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  integer: (value) => (Number.isInteger(Number(value)) ? Number(value) | 0 : undefined),
  long: (value) => (Number.isInteger(Number(value)) ? BigInt(Number(value)) : undefined),
  double: (value) => (Number.isNaN(Number(value)) ? undefined : new Double(Number(value))),
  decimal: (value) => Decimal.tryParse(String(value)) ?? undefined,
  string: (value) => (typeof value === 'object' ? undefined : String(value)),
  id: (value) => toLongId(String(value)) ?? undefined,
  date: (value) => ApexDate.tryParse(String(value)) ?? undefined,
  datetime: (value) =>
    Number.isNaN(Date.parse(String(value))) ? undefined : new ApexDatetime(Date.parse(String(value))),
  blob: (value) => (typeof value === 'string' ? new ApexBlob(Buffer.from(value, 'base64')) : undefined),
  object: untyped
};

/** JSON data without a type: what `JSON.deserializeUntyped` makes of it. */
function untyped(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : Decimal.parse(String(value));
  if (Array.isArray(value)) return new ApexList('Object', value.map(untyped));
  if (typeof value !== 'object') return value;
  const map = new ApexMap('String', 'Object');
  for (const [key, item] of Object.entries(value)) map.put(key, untyped(item));
  return map;
}

function collectionFromJson(org: LocalOrg, value: unknown, kind: string, inner: string, typeName: string): unknown {
  if (kind === 'map') {
    if (typeof value !== 'object' || Array.isArray(value)) return required(undefined, value, typeName);
    const [keyType, valueType] = splitTypes(inner);
    const map = new ApexMap(keyType, valueType);
    for (const [key, item] of Object.entries(value as object))
      map.put(apexFromJson(org, key, keyType), apexFromJson(org, item, valueType));
    return map;
  }
  if (!Array.isArray(value)) return required(undefined, value, typeName);
  const items = value.map((item) => apexFromJson(org, item, inner));
  if (kind === 'list') return new ApexList(inner, items);
  const set = new ApexSet(inner);
  for (const item of items) set.add(item);
  return set;
}

/** The two types of `Id,List<Account>`. */
function splitTypes(text: string): [string, string] {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === ',' && depth === 0) return [text.slice(0, i), text.slice(i + 1)];
  }
  return [text, 'Object'];
}

function enumConstant(org: LocalOrg, type: RuntimeType, value: unknown): unknown {
  return org.program
    .enumConstants(type.name)
    ?.find((constant) => (constant as ApexEnumValue).name.toLowerCase() === String(value).toLowerCase());
}

function objectFromJson(org: LocalOrg, value: unknown, type: RuntimeType): unknown {
  if (typeof value !== 'object' || Array.isArray(value) || !type.jsClass) return required(undefined, value, type.name);
  const blank = new type.jsClass() as ApexObject & Record<string, () => unknown>;
  const object = (blank['()'] ? blank['()']() : blank) as ApexObject;
  const fields = new Map(fieldsOf(org, type).map((field) => [field.name.toLowerCase(), field]));
  for (const [name, item] of Object.entries(value as object)) {
    const field = fields.get(name.toLowerCase());
    if (field && !field.isStatic && field.canWrite) writeField(object, field, apexFromJson(org, item, field.type));
  }
  return object;
}

/** A record as components pass it: `{sobjectType: 'Lead', LastName: …}`, or with a type that the parameter names. */
function recordFromParameter(org: LocalOrg, value: unknown, typeName: string): unknown {
  const json = value as Record<string, unknown>;
  const given = json['sobjectType'] ?? (json['attributes'] as { type?: unknown } | undefined)?.type;
  const object = org.schema.findObject(typeName.toLowerCase() === 'sobject' ? String(given) : typeName);
  if (typeof value !== 'object' || !object) return required(undefined, value, typeName);
  const record = new SObjectValue(object.name);
  for (const [name, item] of Object.entries(json)) {
    const field = object.fields.get(name.toLowerCase());
    if (field) record.put(field.name, fieldFromJson(field, item));
  }
  return record;
}

function required(read: unknown, value: unknown, typeName: string): unknown {
  if (read !== undefined) return read;
  throw new RestError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${typeName} from ${JSON.stringify(value)}`
  );
}

/** Which types there are at run time, and which values belong to them. */
import { isId } from '../data/ids';
import { SObjectValue } from '../data/sobject';
import { ApexEnumValue, ApexObject } from '../runtime/objects';
import { currentTransaction } from '../runtime/transaction';
import type { RuntimeType } from '../runtime/type-info';
import { findPlatformType, PlatformEnumValue } from './registry';
import { ApexBlob } from './system/Blob';
import { ApexDate } from './system/Date';
import { ApexDatetime } from './system/Datetime';
import { Decimal } from './system/Decimal';
import { Double } from './system/Double';
import { ApexList } from './system/List';
import { ApexMap } from './system/Map';
import { ApexSet } from './system/Set';
import { ApexTime } from './system/Time';
import { parseTypeName, printTypeName } from './type-name';
import type { ParsedTypeName } from './type-name';

/** The tests of primitive types by name in lower case. */
const PRIMITIVES: ReadonlyMap<string, { readonly name: string; readonly test: (value: unknown) => boolean }> = new Map([
  ['object', { name: 'Object', test: (value: unknown) => value !== null }],
  ['string', { name: 'String', test: (value: unknown) => typeof value === 'string' }],
  ['id', { name: 'Id', test: isId }],
  ['boolean', { name: 'Boolean', test: (value: unknown) => typeof value === 'boolean' }],
  ['integer', { name: 'Integer', test: (value: unknown) => typeof value === 'number' }],
  ['long', { name: 'Long', test: (value: unknown) => typeof value === 'bigint' }],
  ['double', { name: 'Double', test: (value: unknown) => value instanceof Double }],
  ['decimal', { name: 'Decimal', test: (value: unknown) => value instanceof Decimal }],
  ['date', { name: 'Date', test: (value: unknown) => value instanceof ApexDate }],
  ['datetime', { name: 'Datetime', test: (value: unknown) => value instanceof ApexDatetime }],
  ['time', { name: 'Time', test: (value: unknown) => value instanceof ApexTime }],
  ['blob', { name: 'Blob', test: (value: unknown) => value instanceof ApexBlob }],
  ['sobject', { name: 'SObject', test: (value: unknown) => value instanceof SObjectValue }]
]);

const withoutSystem = (name: string) => name.replace(/^System\./i, '');

/** The type of the source with that name, in any case, or undefined. */
export function findUserType(name: string): RuntimeType | undefined {
  return currentTransaction().org.program.findType(name) ?? undefined;
}

/** The canonical name of a type, or null when there is none: `list< account >` becomes `List<Account>`. */
export function resolveTypeName(text: string): string | null {
  const parsed = parseTypeName(text);
  return parsed && resolveParsed(parsed);
}

function resolveParsed({ name, arguments: args }: ParsedTypeName): string | null {
  if (args.length === 0) return resolveSimple(name);
  const resolved = args.map(resolveParsed);
  const generic = ['List', 'Set', 'Map'].find((known) => known.toLowerCase() === withoutSystem(name).toLowerCase()) ?? resolveSimple(name);
  return generic === null || resolved.includes(null) ? null : `${generic}<${resolved.join(',')}>`;
}

function resolveSimple(name: string): string | null {
  const user = findUserType(name);
  if (user) return user.name;
  const primitive = PRIMITIVES.get(withoutSystem(name).toLowerCase());
  if (primitive) return primitive.name;
  const object = currentTransaction().org.schema.findObject(name.replace(/^Schema\./i, ''));
  if (object) return object.name;
  const platform = findPlatformType(name) ?? findPlatformType(`System.${name}`);
  return platform ? withoutSystem(platform.name) : null;
}

/** Run-time `instanceof` by the name of a type. Null is an instance of nothing. */
export function isInstanceOf(value: unknown, typeName: string): boolean {
  const parsed = parseTypeName(typeName);
  if (value === null || !parsed) return false;
  const name = withoutSystem(parsed.name).toLowerCase();
  const primitive = PRIMITIVES.get(name);
  if (primitive) return primitive.test(value);
  if (value instanceof ApexList && name === 'list') return hasArguments(parsed, [value.elementType]);
  if (value instanceof ApexSet && name === 'set') return hasArguments(parsed, [value.elementType]);
  if (value instanceof ApexMap && name === 'map') return hasArguments(parsed, [value.keyType, value.valueType]);
  if (value instanceof ApexObject) return value.$type ? value.$type.assignableTo.has(name) : isPlatformInstance(value, parsed.name);
  if (value instanceof SObjectValue) return value.objectName.toLowerCase() === name.replace(/^schema\./, '');
  if (value instanceof ApexEnumValue || value instanceof PlatformEnumValue) return withoutSystem(value.typeName).toLowerCase() === name;
  return isPlatformInstance(value, parsed.name);
}

function hasArguments(parsed: ParsedTypeName, given: readonly string[]): boolean {
  return parsed.arguments.length === 0 || given.every((each, i) => isAssignable(printTypeName(parsed.arguments[i] ?? { name: 'Object', arguments: [] }), each));
}

function isPlatformInstance(value: unknown, name: string): boolean {
  const definition = findPlatformType(name) ?? findPlatformType(`System.${name}`);
  if (!definition) return false;
  if (definition.isInstance) return definition.isInstance(value);
  return definition.jsClass !== undefined && value instanceof definition.jsClass;
}

/** Whether a variable of the type `target` can hold every value of the type `source`. */
export function isAssignable(target: string, source: string): boolean {
  const [to, from] = [parseTypeName(target), parseTypeName(source)];
  if (!to || !from) return false;
  const toName = withoutSystem(to.name).toLowerCase();
  const fromName = withoutSystem(from.name).toLowerCase();
  if (toName === 'object') return true;
  if (toName === fromName) {
    return to.arguments.length === 0 || to.arguments.every((each, i) => isAssignable(printTypeName(each), printTypeName(from.arguments[i] ?? { name: '', arguments: [] })));
  }
  if (toName === 'sobject') return currentTransaction().org.schema.findObject(from.name) !== undefined;
  if (toName === 'iterable') return fromName === 'list' || fromName === 'set' || isUserAssignable(from.name, toName);
  return isUserAssignable(from.name, toName) || isException(toName, from.name);
}

function isUserAssignable(from: string, to: string): boolean {
  return findUserType(from)?.assignableTo.has(to) ?? false;
}

function isException(to: string, from: string): boolean {
  return to === 'exception' && /Exception$/i.test(from);
}

/** Run-time type tests: `instanceof`, casts, `catch`, `switch` on types. */
import { toLongId } from '../../data/ids';
import { SObjectValue } from '../../data/sobject';
import { findPlatformType, PlatformEnumValue } from '../../library/registry';
import type { PlatformTypeDefinition } from '../../library/registry';
import { ApexBlob } from '../../library/system/Blob';
import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { Double } from '../../library/system/Double';
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
import { ApexSet } from '../../library/system/Set';
import { ApexTime } from '../../library/system/Time';
import { newException } from '../exceptions';
import { ApexEnumValue, ApexObject } from '../objects';
import type { RuntimeType } from '../type-info';
import { typeNameOfValue } from './value-types';

export type TypeTest = (value: unknown) => boolean;

/** Finds a user type by name, without regard to case. */
export type TypeFinder = (name: string) => RuntimeType | undefined;

const PRIMITIVE_TESTS: Readonly<Record<string, TypeTest>> = {
  object: (value) => value !== null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => typeof value === 'number',
  long: (value) => typeof value === 'bigint',
  string: (value) => typeof value === 'string',
  id: (value) => typeof value === 'string' && toLongId(value) !== null,
  decimal: (value) => value instanceof Decimal,
  double: (value) => value instanceof Double || value instanceof Decimal,
  date: (value) => value instanceof ApexDate,
  datetime: (value) => value instanceof ApexDatetime,
  time: (value) => value instanceof ApexTime,
  blob: (value) => value instanceof ApexBlob,
  sobject: (value) => value instanceof SObjectValue
};

/** A predicate for values of a type, named as `typeName()` prints it. Null is never an instance. */
export function typeTest(name: string, findType: TypeFinder): TypeTest {
  const lower = name.toLowerCase();
  const primitive = PRIMITIVE_TESTS[lower];
  if (primitive && !findType(name)) return primitive;
  if (lower.startsWith('list<'))
    return (value) =>
      value instanceof ApexList && isAssignable(value.elementType, argumentsOf(name)[0] ?? 'Object', findType);
  if (lower.startsWith('set<'))
    return (value) =>
      value instanceof ApexSet && isAssignable(value.elementType, argumentsOf(name)[0] ?? 'Object', findType);
  if (lower.startsWith('map<')) {
    const [keyType = 'Object', valueType = 'Object'] = argumentsOf(name);
    return (value) =>
      value instanceof ApexMap &&
      isAssignable(value.keyType, keyType, findType) &&
      isAssignable(value.valueType, valueType, findType);
  }
  return namedTypeTest(withoutArguments(lower), findType);
}

function namedTypeTest(lower: string, findType: TypeFinder): TypeTest {
  const userTest: TypeTest = (value) => {
    if (value instanceof ApexObject) return value.$type.assignableTo.has(lower);
    return value instanceof ApexEnumValue && value.typeName.toLowerCase() === lower;
  };
  const recordTest: TypeTest = (value) => value instanceof SObjectValue && value.objectName.toLowerCase() === lower;
  // A class may be called like an object: names do not tell `Schema.Lead` from it, but values do.
  if (findType(lower)) return (value) => userTest(value) || recordTest(value);
  if (lower === 'iterable') return (value) => value instanceof ApexList || value instanceof ApexSet || userTest(value);
  const definition = findPlatformType(lower.includes('.') ? lower : `system.${lower}`);
  if (definition) return platformTest(definition, userTest);
  return (value) => userTest(value) || recordTest(value);
}

function platformTest(definition: PlatformTypeDefinition, userTest: TypeTest): TypeTest {
  const { isInstance, jsClass, enumConstants, name } = definition;
  if (isInstance) return (value) => value !== null && (isInstance(value) || userTest(value));
  if (jsClass) return (value) => value instanceof jsClass || userTest(value);
  if (enumConstants)
    return (value) => value instanceof PlatformEnumValue && value.typeName.toLowerCase() === name.toLowerCase();
  return userTest;
}

/** `Map<Id,List<Account>>` without what stands between the outermost brackets. */
function withoutArguments(name: string): string {
  const open = name.indexOf('<');
  return open < 0 ? name : name.slice(0, open);
}

/** The type arguments of a name: `Id` and `List<Account>` of `Map<Id,List<Account>>`. */
export function argumentsOf(name: string): string[] {
  const open = name.indexOf('<');
  if (open < 0) return [];
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = start; i < name.length; i++) {
    const character = name.charAt(i);
    if (character === '<') depth++;
    else if (character === ',' && depth === 0) {
      parts.push(name.slice(start, i).trim());
      start = i + 1;
    } else if (character === '>') {
      if (depth === 0) {
        parts.push(name.slice(start, i).trim());
        break;
      }
      depth--;
    }
  }
  return parts;
}

const SCALARS = new Set([
  'boolean',
  'integer',
  'long',
  'double',
  'decimal',
  'string',
  'id',
  'date',
  'datetime',
  'time',
  'blob'
]);

/**
 * Whether elements of type `from` may stand in a collection of `to`. Collections of records convert both ways between
 * SObject and an object, as on the platform.
 */
function isAssignable(from: string, to: string, findType: TypeFinder): boolean {
  const source = from.toLowerCase();
  const target = to.toLowerCase();
  if (source === target || target === 'object') return true;
  const user = findType(from);
  if (user) return user.assignableTo.has(withoutArguments(target));
  if (source.includes('<') || target.includes('<')) return isAssignableCollection(from, to, findType);
  if (target === 'sobject' || source === 'sobject')
    return !SCALARS.has(source) && !SCALARS.has(target) && source !== 'object' && !findType(to);
  return false;
}

function isAssignableCollection(from: string, to: string, findType: TypeFinder): boolean {
  if (withoutArguments(from).toLowerCase() !== withoutArguments(to).toLowerCase()) return false;
  const target = argumentsOf(to);
  return argumentsOf(from).every((argument, i) => isAssignable(argument, target[i] ?? 'Object', findType));
}

/**
 * `(Account) value`.
 *
 * @throws System.TypeException `Invalid conversion from runtime type Integer to String`
 */
export function cast(value: unknown, test: TypeTest, typeName: string): unknown {
  if (value === null) return null;
  if (typeName === 'Id' && typeof value === 'string' && test(value)) return toLongId(value);
  if (test(value)) return typeName === 'Double' && value instanceof Decimal ? new Double(value.toNumber()) : value;
  if (typeName === 'Decimal' && value instanceof Double) return Decimal.fromDouble(value.value);
  if (typeName === 'Id' && typeof value === 'string')
    throw newException('System.StringException', `Invalid id: ${value}`);
  const shown = (name: string) => name.replace(/\bObject\b/g, 'ANY');
  throw newException(
    'System.TypeException',
    `Invalid conversion from runtime type ${shown(typeNameOfValue(value))} to ${shown(typeName)}`
  );
}

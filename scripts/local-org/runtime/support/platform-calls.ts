/**
 * Members of platform types for compiled code. Each is looked up once, when the unit is loaded, and kept in a constant
 * there, so that a call is a direct one.
 */
import { apexEquals, hashCode } from '../../library/equality';
import { enumValue, enumValues, findImplementation, findPlatformType } from '../../library/registry';
import type { Implementation, PlatformEnumValue } from '../../library/registry';
import { apexToString } from '../../library/stringify';
import type { ApexEnumValue } from '../objects';
import { ApexObject, callMethod, findMethod } from '../objects';
import { definitionOfValue, typeNameOfValue } from './value-types';

/** Types whose values are never user objects: their methods need no dispatch. */
const VALUE_TYPES = new Set([
  'system.string',
  'system.integer',
  'system.long',
  'system.double',
  'system.decimal',
  'system.boolean',
  'system.id',
  'system.date',
  'system.datetime',
  'system.time',
  'system.blob',
  'system.list',
  'system.set',
  'system.map',
  'system.sobject',
  'system.pattern',
  'system.matcher',
  'schema.sobjecttype',
  'schema.sobjectfield',
  'schema.describesobjectresult',
  'schema.describefieldresult'
]);

/** Calling what the local org does not have is an error of the local org, never a silent stub. */
function notImplemented(what: string): Implementation {
  return () => {
    throw new Error(`The local org does not implement ${what}. Register it in scripts/local-org/library, or avoid it.`);
  };
}

/** An instance method, with the receiver as its first argument. User objects that implement the type get the call themselves. */
export function method(typeName: string, signature: string): Implementation {
  const type = typeName.toLowerCase();
  const universal = UNIVERSAL_METHODS[type]?.[signature.toLowerCase()];
  if (universal) return universal;
  const own = findImplementation(findPlatformType(typeName)?.methods, signature);
  if (VALUE_TYPES.has(type)) return own ?? notImplemented(`${typeName}.${signature}`);
  return dispatchingMethod(typeName, signature, own);
}

function dispatchingMethod(typeName: string, signature: string, own: Implementation | undefined): Implementation {
  const key = signature.toLowerCase().replace(/\s+/g, '');
  const name = signature.slice(0, signature.indexOf('('));
  const parameters = splitParameters(signature);
  return (receiver: unknown, ...args: unknown[]) => {
    if (receiver instanceof ApexObject) {
      const found = findMethod(receiver, key);
      if (found) return found.apply(receiver, args);
      return own && !isUserInstance(receiver) ? own(receiver, ...args) : callMethod(receiver, name, args, parameters);
    }
    // A class of the source may extend one of the platform.
    const override = typeof receiver === 'object' && receiver !== null ? findMethod(receiver, key) : undefined;
    if (override) return override.apply(receiver, args);
    const implementation =
      own ??
      findImplementation(definitionOfValue(receiver)?.methods, signature) ??
      notImplemented(`${typeName}.${signature} for ${typeNameOfValue(receiver)}`);
    return implementation(receiver, ...args);
  };
}

/** Library objects may extend `ApexObject` (exceptions do); user objects have a class of the program. */
function isUserInstance(receiver: ApexObject): boolean {
  return receiver.$type.jsClass !== null;
}

function splitParameters(signature: string): string[] {
  const list = signature.slice(signature.indexOf('(') + 1, -1);
  return list === '' ? [] : list.split(/,(?![^<]*>)/);
}

/** `System.Object` and `System.Enum`: what values of all types answer. */
const UNIVERSAL_METHODS: Readonly<Record<string, Readonly<Record<string, Implementation>>>> = {
  'system.object': {
    'equals(object)': (self: unknown, other: unknown) => apexEquals(self, other),
    'hashcode()': (self: unknown) =>
      (self instanceof ApexObject && findMethod(self, 'hashcode()')?.call(self)) ?? hashCode(self),
    'tostring()': (self: unknown) => apexToString(self)
  },
  'system.enum': {
    'name()': (self: ApexEnumValue) => self.name,
    'ordinal()': (self: ApexEnumValue) => self.ordinal,
    'equals(object)': (self: unknown, other: unknown) => self === other,
    'hashcode()': (self: unknown) => hashCode(self),
    'tostring()': (self: ApexEnumValue) => self.name
  }
};

export function staticMethod(typeName: string, signature: string): Implementation {
  const definition = findPlatformType(typeName);
  const found = findImplementation(definition?.statics, signature);
  if (found) return found;
  return notImplemented(`${typeName}.${signature}`);
}

export function constructorOf(typeName: string, signature: string): Implementation {
  return (
    findImplementation(findPlatformType(typeName)?.constructors, signature) ??
    notImplemented(`the constructor ${typeName}${signature}`)
  );
}

export function getter(typeName: string, name: string): Implementation {
  return (
    findPlatformType(typeName)?.properties?.[name.toLowerCase()]?.get ?? notImplemented(`reading ${typeName}.${name}`)
  );
}

export function setter(typeName: string, name: string): Implementation {
  return (
    findPlatformType(typeName)?.properties?.[name.toLowerCase()]?.set ?? notImplemented(`writing ${typeName}.${name}`)
  );
}

export function staticGetter(typeName: string, name: string): Implementation {
  return (
    findPlatformType(typeName)?.staticProperties?.[name.toLowerCase()]?.get ??
    notImplemented(`reading ${typeName}.${name}`)
  );
}

export function staticSetter(typeName: string, name: string): Implementation {
  return (
    findPlatformType(typeName)?.staticProperties?.[name.toLowerCase()]?.set ??
    notImplemented(`writing ${typeName}.${name}`)
  );
}

export function platformConstant(typeName: string, name: string): PlatformEnumValue {
  return enumValue(typeName, name);
}

/** The constants of a platform enum. */
export function platformConstants(typeName: string): readonly PlatformEnumValue[] {
  return enumValues(typeName.includes('.') ? typeName : `System.${typeName}`);
}

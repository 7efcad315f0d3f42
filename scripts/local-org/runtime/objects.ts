/**
 * What instances of user classes and user enums are at run time, and how library code calls into them.
 *
 * This module depends on nothing of the library, so that every library file may import it.
 */
import { currentTransaction } from './transaction';
import type { RuntimeType } from './type-info';

/**
 * The root of all compiled classes. Methods stand on the prototype under their `methodKey`
 * (`"compareto(object)"`), constructors under their key (`"(string)"`) and return the instance, fields are own
 * properties `f_<lowername>`.
 */
export class ApexObject {
  /** Set on the prototype of each compiled class. */
  declare readonly $type: RuntimeType;
}

/** One constant of a user enum. There is exactly one instance for each constant of a loaded program. */
export class ApexEnumValue {
  /** Qualified: `Outer.Season`. */
  readonly typeName: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(typeName: string, name: string, ordinal: number) {
    this.typeName = typeName;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

type CompiledMethod = (this: unknown, ...args: unknown[]) => unknown;

/** The compiled method of `object` under `key` (`"compareto(object)"`), or undefined. */
export function findMethod(object: object, key: string): CompiledMethod | undefined {
  const method = (object as Record<string, unknown>)[key];
  return typeof method === 'function' ? (method as CompiledMethod) : undefined;
}

/**
 * Calls a method of a user object from library code: `callMethod(comparable, 'compareTo', [other], ['Object'])`.
 * Interface methods whose parameters differ after generics are found through the bridges of the class; as a last
 * resort the only method of that name and number of parameters is taken.
 *
 * @throws an internal error when the object has no such method: the compiler checks interfaces before.
 */
export function callMethod(
  object: unknown,
  name: string,
  args: readonly unknown[],
  parameterTypeNames: readonly string[]
): unknown {
  if (!(object instanceof ApexObject)) {
    throw new Error(`Internal error: ${name} is called on a value that is no instance of a user class`);
  }
  const key = `${name}(${parameterTypeNames.join(',')})`.toLowerCase();
  const method = findMethod(object, key) ?? findMethodByCount(object, name, args.length);
  if (!method) throw new Error(`Internal error: ${object.$type.name} has no method ${key}`);
  return method.apply(object, [...args]);
}

/**
 * As {@link callMethod}, as the first code of a transaction (a job): a class with `inherited sharing` enforces sharing
 * then, because there is no caller to inherit from.
 */
export function callEntryPoint(
  object: ApexObject,
  name: string,
  args: readonly unknown[],
  parameterTypeNames: readonly string[]
): unknown {
  if (object.$type.sharing === 'inherited') currentTransaction().isSharingEnforced = true;
  return callMethod(object, name, args, parameterTypeNames);
}

/** True when a user object has a method of that name and parameter types. */
export function hasMethod(object: unknown, name: string, parameterTypeNames: readonly string[]): boolean {
  return (
    object instanceof ApexObject &&
    findMethod(object, `${name}(${parameterTypeNames.join(',')})`.toLowerCase()) !== undefined
  );
}

function findMethodByCount(object: ApexObject, name: string, count: number): CompiledMethod | undefined {
  const start = `${name.toLowerCase()}(`;
  for (
    let at: object | null = Object.getPrototypeOf(object);
    at && at !== ApexObject.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const key of Object.getOwnPropertyNames(at)) {
      const method = findMethod(object, key);
      if (key.startsWith(start) && method?.length === count) return method;
    }
  }
  return undefined;
}

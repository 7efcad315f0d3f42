/** Which types there are at run time, and which values belong to them. */
import { typeTest } from '../runtime/support/type-tests';
import { currentTransaction } from '../runtime/transaction';
import type { RuntimeType } from '../runtime/type-info';
import { findPlatformType } from './registry';
import { parseTypeName, printTypeName } from './type-name';
import type { ParsedTypeName } from './type-name';

/** Primitive types by name in lower case. */
const PRIMITIVES: ReadonlyMap<string, string> = new Map(
  [
    'Object',
    'String',
    'Id',
    'Boolean',
    'Integer',
    'Long',
    'Double',
    'Decimal',
    'Date',
    'Datetime',
    'Time',
    'Blob',
    'SObject'
  ].map((name) => [name.toLowerCase(), name])
);

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
  const generic =
    ['List', 'Set', 'Map'].find((known) => known.toLowerCase() === withoutSystem(name).toLowerCase()) ??
    resolveSimple(name);
  return generic === null || resolved.includes(null) ? null : `${generic}<${resolved.join(',')}>`;
}

function resolveSimple(name: string): string | null {
  const user = findUserType(name);
  if (user) return user.name;
  const primitive = PRIMITIVES.get(withoutSystem(name).toLowerCase());
  if (primitive) return primitive;
  const object = currentTransaction().org.schema.findObject(name.replace(/^Schema\./i, ''));
  if (object) return object.name;
  const platform = findPlatformType(name) ?? findPlatformType(`System.${name}`);
  return platform ? withoutSystem(platform.name) : null;
}

/** Run-time `instanceof` by the name of a type. Null is an instance of nothing. */
export function isInstanceOf(value: unknown, typeName: string): boolean {
  return typeTest(typeName, findUserType)(value);
}

/** Whether a variable of the type `target` can hold every value of the type `source`. */
export function isAssignable(target: string, source: string): boolean {
  const [to, from] = [parseTypeName(target), parseTypeName(source)];
  if (!to || !from) return false;
  const toName = withoutSystem(to.name).toLowerCase();
  const fromName = withoutSystem(from.name).toLowerCase();
  if (toName === 'object') return true;
  if (toName === fromName) {
    return (
      to.arguments.length === 0 ||
      to.arguments.every((each, i) =>
        isAssignable(printTypeName(each), printTypeName(from.arguments[i] ?? { name: '', arguments: [] }))
      )
    );
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

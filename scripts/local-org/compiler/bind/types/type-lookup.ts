/** From the name of a type in the source to the type: inner types, top-level types, the platform, objects. */
import type { TypeReference } from '../../ast';
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  OBJECT,
  SOBJECT,
  STRING,
  TIME,
  type ApexType
} from '../../types';
import type { PlatformTypeInfo } from '../../types/platform-types';
import type { ProgramSymbols } from '../symbols/program';
import { outermost, type TypeSymbol } from '../symbols/symbols';
import { ERROR_TYPE } from './error-type';

/** What a failed lookup says: the platform's own words. */
export type ReportType = (number: 2001 | 2008, message: string, reference: TypeReference) => void;

const PRIMITIVES: Readonly<Record<string, ApexType>> = {
  boolean: BOOLEAN,
  integer: INTEGER,
  long: LONG,
  double: DOUBLE,
  decimal: DECIMAL,
  string: STRING,
  id: ID,
  date: DATE,
  datetime: DATETIME,
  time: TIME,
  blob: BLOB,
  object: OBJECT,
  sobject: SOBJECT
};
/** Platform types of these namespaces need no prefix. */
const VISIBLE_NAMESPACES = ['System', 'Schema'];

/** The written form of a reference without array brackets: `Map<Id,Account>`. */
export function referenceText(reference: TypeReference): string {
  const text = reference.parts
    .map(
      (part) =>
        part.name + (part.typeArguments.length > 0 ? `<${part.typeArguments.map(referenceText).join(',')}>` : '')
    )
    .join('.');
  return text + '[]'.repeat(reference.arrayDepth);
}

/** An inner type that is not public is seen by its outermost class only, and by tests when it is `@TestVisible`. */
export function isTypeVisible(symbol: TypeSymbol, from: TypeSymbol | null): boolean {
  if (!symbol.outer || symbol.access === 'public' || symbol.access === 'global') return true;
  if (from && outermost(from) === outermost(symbol)) return true;
  return symbol.isTestVisible && from?.isTest === true;
}

/** Resolves a type as written inside `from` (null: outside of all classes). Reports and gives the error type when unknown. */
export function resolveType(
  program: ProgramSymbols,
  reference: TypeReference,
  from: TypeSymbol | null,
  report: ReportType
): ApexType {
  const given = reference.parts
    .flatMap((part) => part.typeArguments)
    .map((argument) => resolveType(program, argument, from, report));
  const names = reference.parts.map((part) => part.name);
  let type = lookupGeneric(names, given) ?? lookupType(program, names, from);
  if (!type) {
    report(2001, `Invalid type: ${names.join('.')}`, reference);
    return ERROR_TYPE;
  }
  const symbol = names.length > 1 ? program.symbolOf(type) : undefined;
  if (symbol && !isTypeVisible(symbol, from)) report(2008, `Type is not visible: ${symbol.name}`, reference);
  type = withArguments(program, type, given, reference, report);
  for (let depth = 0; depth < reference.arrayDepth; depth++) type = { kind: 'list', element: type };
  return type;
}

function lookupGeneric(names: readonly string[], given: readonly ApexType[]): ApexType | undefined {
  const unqualified =
    names.length === 2 && names[0]?.toLowerCase() === 'system' ? names[1] : names.length === 1 ? names[0] : undefined;
  const [first, second] = given;
  switch (unqualified?.toLowerCase()) {
    case 'list':
      return first && given.length === 1 ? { kind: 'list', element: first } : undefined;
    case 'set':
      return first && given.length === 1 ? { kind: 'set', element: first } : undefined;
    case 'map':
      return first && second && given.length === 2 ? { kind: 'map', key: first, value: second } : undefined;
    default:
      return undefined;
  }
}

function withArguments(
  program: ProgramSymbols,
  type: ApexType,
  given: readonly ApexType[],
  reference: TypeReference,
  report: ReportType
): ApexType {
  if (type.kind === 'list' || type.kind === 'set' || type.kind === 'map' || type === ERROR_TYPE) return type;
  const parameters =
    type.kind === 'platform' ? (program.environment.platformTypes.find(type.name)?.typeParameters ?? []) : [];
  if (type.kind === 'platform' && given.length === parameters.length && given.length > 0)
    return { kind: 'platform', name: type.name, arguments: given };
  // `Iterable`, `Database.Batchable` and the like may be written without arguments: then they are of Object.
  if (given.length === 0 && parameters.length > 0 && type.kind === 'platform') {
    return { kind: 'platform', name: type.name, arguments: parameters.map(() => OBJECT) };
  }
  if (given.length > 0)
    report(2001, `Type is not generic or has other parameters: ${referenceText(reference)}`, reference);
  return type;
}

/** Resolves a dotted name to a type without type arguments, or undefined. */
export function lookupType(
  program: ProgramSymbols,
  names: readonly string[],
  from: TypeSymbol | null
): ApexType | undefined {
  const [first, ...rest] = names;
  if (first === undefined) return undefined;
  if (rest.length === 0) return lookupSimpleType(program, first, from);
  const user = lookupUserType(program, first, from);
  if (!user && program.brokenTypes.has(first.toLowerCase())) return ERROR_TYPE;
  const inner = user && rest.length === 1 ? findInner(program, user, rest[0] ?? '') : undefined;
  return inner?.type ?? lookupQualified(program, names);
}

/** A bare name. Types of the source hide those of the platform; those hide objects, with one exception (see below). */
export function lookupSimpleType(program: ProgramSymbols, name: string, from: TypeSymbol | null): ApexType | undefined {
  const user = lookupUserType(program, name, from);
  if (user) return user.type;
  if (program.brokenTypes.has(name.toLowerCase())) return ERROR_TYPE;
  const primitive = PRIMITIVES[name.toLowerCase()];
  if (primitive) return primitive;
  const platform = VISIBLE_NAMESPACES.map((namespace) =>
    program.environment.platformTypes.find(`${namespace}.${name}`)
  ).find((info) => info);
  const object = lookupObject(program, name);
  // `BusinessHours` and `Site` are a class with static methods only and an object: as a type they mean the object.
  if (platform && object && isStaticOnly(platform)) return object;
  return platform ? platformType(platform) : object;
}

function isStaticOnly(info: PlatformTypeInfo): boolean {
  return (
    info.kind === 'class' &&
    info.methods.every((method) => method.isStatic) &&
    info.properties.every((property) => property.isStatic)
  );
}

function lookupQualified(program: ProgramSymbols, names: readonly string[]): ApexType | undefined {
  const [namespace = '', name = ''] = names;
  const lower = namespace.toLowerCase();
  if (names.length === 2 && lower === 'system' && PRIMITIVES[name.toLowerCase()]) return PRIMITIVES[name.toLowerCase()];
  const info = program.environment.platformTypes.find(names.join('.'));
  if (info) return platformType(info);
  return names.length === 2 && lower === 'schema' ? lookupObject(program, name) : undefined;
}

/** The type of a platform declaration: primitives have their own kind. */
export function platformType(info: PlatformTypeInfo): ApexType {
  const simple = /^System\.(\w+)$/i.exec(info.name)?.[1]?.toLowerCase();
  return (simple && PRIMITIVES[simple]) || { kind: 'platform', name: info.name, arguments: [] };
}

/** An object of the schema as a type. */
export function lookupObject(program: ProgramSymbols, name: string): ApexType | undefined {
  const lower = name.toLowerCase();
  if (lower === 'sobject') return SOBJECT;
  if (lower === 'aggregateresult') return { kind: 'sobject', name: 'AggregateResult' };
  const object = program.environment.schema.findObject(name);
  if (object) return { kind: 'sobject', name: object.name };
  return lower === 'name' ? { kind: 'sobject', name: 'Name' } : undefined;
}

/** A type of the source that a bare name means inside `from`: its own inner types, those of its bases, then outwards. */
export function lookupUserType(program: ProgramSymbols, name: string, from: TypeSymbol | null): TypeSymbol | undefined {
  const lower = name.toLowerCase();
  for (let scope = from; scope; scope = scope.outer) {
    if (scope.simpleName.toLowerCase() === lower) return scope;
    const inner = findInner(program, scope, name);
    if (inner) return inner;
  }
  return program.findType(name);
}

/** An inner type of a class or of one of its base classes. */
export function findInner(program: ProgramSymbols, symbol: TypeSymbol, name: string): TypeSymbol | undefined {
  const seen = new Set<TypeSymbol>();
  for (
    let scope: TypeSymbol | undefined = symbol;
    scope && !seen.has(scope);
    scope = scope.superType ? program.symbolOf(scope.superType) : undefined
  ) {
    seen.add(scope);
    const inner = scope.inner.get(name.toLowerCase());
    if (inner) return inner;
  }
  return undefined;
}

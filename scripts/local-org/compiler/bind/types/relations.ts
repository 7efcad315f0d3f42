/**
 * Which type may stand where another is wanted. The tables hold what Salesforce's own compiler accepts; assignment and
 * argument passing differ in places.
 */
import { sameType, typeName, type ApexType, type PrimitiveName } from '../../types';
import { argumentsOf, type ProgramSymbols } from '../symbols/program';
import { isErrorType } from './error-type';
import { substitute, typeArguments } from './substitute';

/** `call`: a method argument, which is stricter than an assignment. */
export type Use = 'assignment' | 'call';

const WIDENING: Readonly<Partial<Record<PrimitiveName, readonly PrimitiveName[]>>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Id: ['String'],
  String: ['Id'],
  Date: ['Datetime']
};

/** True when a value of `from` may be assigned to `to` without a cast. */
export function isAssignable(program: ProgramSymbols, from: ApexType, to: ApexType, use: Use = 'assignment'): boolean {
  if (isErrorType(from) || isErrorType(to)) return true;
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (from.kind === 'null' || sameType(from, to)) return true;
  if (to.kind === 'primitive' && to.name === 'Object') return true;
  switch (from.kind) {
    case 'primitive':
      if (to.kind !== 'primitive') return false;
      return (
        WIDENING[from.name]?.includes(to.name) === true ||
        (use === 'assignment' && from.name === 'Decimal' && to.name === 'Double')
      );
    case 'sobject':
      return to.kind === 'sobject' && to.name.toLowerCase() === 'sobject';
    case 'list':
      if (to.kind === 'list') return isElementAssignable(program, from.element, to.element, use);
      return isIterable(to) && isElementAssignable(program, from.element, elementOfIterable(to), use);
    case 'set':
      return isIterable(to) && isElementAssignable(program, from.element, elementOfIterable(to), use);
    case 'map':
      return to.kind === 'map' && sameType(from.key, to.key) && isAssignable(program, from.value, to.value, use);
    case 'user':
    case 'platform':
      return isSubtype(program, from, to);
    default:
      return false;
  }
}

/** Lists go both ways between SObject and its types; otherwise their elements decide. */
function isElementAssignable(program: ProgramSymbols, from: ApexType, to: ApexType, use: Use): boolean {
  return (isGenericSObject(from) && to.kind === 'sobject') || isAssignable(program, from, to, use);
}

function isGenericSObject(type: ApexType): boolean {
  return type.kind === 'sobject' && type.name.toLowerCase() === 'sobject';
}

/** True for `Iterable<T>`. */
export function isIterable(type: ApexType): boolean {
  return type.kind === 'platform' && type.name.toLowerCase() === 'system.iterable';
}

/** The `T` of `Iterable<T>` or `Iterator<T>`. */
export function elementOfIterable(type: ApexType): ApexType {
  return argumentsOf(type)[0] ?? { kind: 'primitive', name: 'Object' };
}

/** The direct base types of a class or interface, with type arguments filled in. */
export function baseTypes(program: ProgramSymbols, type: ApexType): readonly ApexType[] {
  const symbol = program.symbolOf(type);
  if (symbol) return symbol.superType ? [symbol.superType, ...symbol.interfaces] : symbol.interfaces;
  const info = program.platformInfoOf(type);
  if (!info) return [];
  const bindings = typeArguments(info.typeParameters, argumentsOf(type));
  const bases = info.superType ? [info.superType, ...info.interfaces] : info.interfaces;
  return bases.map((base) => substitute(base, bindings));
}

/** The type itself and all its bases, nearest first, each once. */
export function withBaseTypes(program: ProgramSymbols, type: ApexType): readonly ApexType[] {
  const result: ApexType[] = [];
  const seen = new Set<string>();
  const queue: ApexType[] = [type];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const key = typeName(next).toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(next);
    queue.push(...baseTypes(program, next));
  }
  return result;
}

/** True when a base of the type is not known: then nothing can be said of members that are not found. */
export function hasUnknownBase(program: ProgramSymbols, type: ApexType): boolean {
  return withBaseTypes(program, type).some(isErrorType);
}

/** True when `from` extends or implements `to`, at any distance. Type arguments may vary as list elements do. */
export function isSubtype(program: ProgramSymbols, from: ApexType, to: ApexType): boolean {
  return withBaseTypes(program, from).some(
    (base) => isErrorType(base) || sameType(base, to) || hasAssignableArguments(program, base, to)
  );
}

function hasAssignableArguments(program: ProgramSymbols, base: ApexType, to: ApexType): boolean {
  if (base.kind !== 'platform' || to.kind !== 'platform' || base.name.toLowerCase() !== to.name.toLowerCase())
    return false;
  if (base.arguments.length !== to.arguments.length) return false;
  return base.arguments.every((argument, index) =>
    isElementAssignable(program, argument, to.arguments[index] ?? argument, 'assignment')
  );
}

const NUMERIC: readonly string[] = ['Integer', 'Long', 'Double', 'Decimal'];

/** True for Integer, Long, Double and Decimal. */
export function isNumeric(type: ApexType): boolean {
  return type.kind === 'primitive' && NUMERIC.includes(type.name);
}

/** True when a cast from one type to the other can succeed for some value. */
export function isCastable(program: ProgramSymbols, from: ApexType, to: ApexType): boolean {
  if (isComparable(program, from, to) || isPolymorphicParent(from, to)) return true;
  return isInterface(program, from) ? isReference(to) : isInterface(program, to) && isReference(from);
}

/** `task.Who` and `event.What` have the type Name, and hold a Lead or an Account (SOQL and SOSL Reference, TYPEOF). */
function isPolymorphicParent(from: ApexType, to: ApexType): boolean {
  return from.kind === 'sobject' && from.name.toLowerCase() === 'name' && to.kind === 'sobject';
}

/** True when `==` may stand between two types. */
export function isComparable(program: ProgramSymbols, from: ApexType, to: ApexType): boolean {
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (isAssignable(program, from, to) || isAssignable(program, to, from)) return true;
  if (isNumeric(from) && isNumeric(to)) return true;
  if (from.kind === 'list' && to.kind === 'list') return isCastable(program, from.element, to.element);
  return (
    from.kind === 'map' && to.kind === 'map' && sameType(from.key, to.key) && isCastable(program, from.value, to.value)
  );
}

function isReference(type: ApexType): boolean {
  return type.kind === 'user' || type.kind === 'platform';
}

/** True for interfaces of the source and of the platform. */
export function isInterface(program: ProgramSymbols, type: ApexType): boolean {
  return (
    program.symbolOf(type)?.kind === 'interface' ||
    (type.kind === 'platform' && program.platformInfoOf(type)?.kind === 'interface')
  );
}

/** True for enums of the source and of the platform. */
export function isEnum(program: ProgramSymbols, type: ApexType): boolean {
  return (
    program.symbolOf(type)?.kind === 'enum' ||
    (type.kind === 'platform' && program.platformInfoOf(type)?.kind === 'enum')
  );
}

/** True for `Exception` and all that extends it. */
export function isException(program: ProgramSymbols, type: ApexType): boolean {
  return withBaseTypes(program, type).some(
    (base) => base.kind === 'platform' && base.name.toLowerCase() === 'system.exception'
  );
}

/** The type that both branches of a conditional have: one of the two, or undefined. A common base does not count. */
export function commonType(program: ProgramSymbols, a: ApexType, b: ApexType): ApexType | undefined {
  if (isErrorType(a) || b.kind === 'null') return a;
  if (isErrorType(b) || a.kind === 'null') return b;
  if (isAssignable(program, b, a)) return a;
  return isAssignable(program, a, b) ? b : undefined;
}

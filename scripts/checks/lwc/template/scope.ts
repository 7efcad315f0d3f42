/** Types of the expressions of a template: `{call.summary}` in the scope of a component and its loops. */
import type { Expression } from '@lwc/template-compiler';
import ts from 'typescript';

/** What an `iterator:it` holds: the item as `it.value`, and three facts about its place. */
export interface IteratorName {
  readonly kind: 'iterator';
  /** Null when not known. */
  readonly item: ts.Type | null;
}

/** Names that a loop or a slot brings; null where the type is not known. */
export type Scope = ReadonlyMap<string, ts.Type | IteratorName | null>;

export type Resolution =
  | { readonly kind: 'type'; readonly type: ts.Type; readonly path: readonly string[] }
  /** Something is known not to be there. `name` is what is missing, `owner` who lacks it, null for the component. */
  | {
      readonly kind: 'missing';
      readonly name: string;
      readonly owner: ts.Type | null;
      readonly path: readonly string[];
    }
  /** `name` may be null or undefined, and the template reads a member of it. */
  | { readonly kind: 'nullable'; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: Resolution = { kind: 'unknown' };

/** `a.b.c` as its names. */
export function pathOf(expression: Expression): string[] {
  const names: string[] = [];
  let current: Expression = expression;
  while (current.type === 'MemberExpression') {
    names.unshift(current.property.name);
    current = current.object;
  }
  names.unshift(current.name);
  return names;
}

/**
 * @param isGuarded whether an `lwc:if` around the expression may have made sure that values are there
 */
export function resolveExpression(
  expression: Expression,
  component: ts.Type,
  scope: Scope,
  isGuarded: boolean,
  checker: ts.TypeChecker
): Resolution {
  const path = pathOf(expression);
  const [first = '', ...rest] = path;
  let type: ts.Type;
  if (scope.has(first)) {
    const known = scope.get(first);
    if (!known) return UNKNOWN;
    if (isIterator(known)) return resolveIterator(known, path, checker);
    type = known;
  } else {
    const member = checker.getPropertyOfType(component, first);
    if (!member) return { kind: 'missing', name: first, owner: null, path };
    type = checker.getTypeOfSymbol(member);
  }
  return resolveMembers(type, first, rest, path, isGuarded, checker);
}

function isIterator(known: ts.Type | IteratorName): known is IteratorName {
  return 'kind' in known && known.kind === 'iterator';
}

/** `it.value.name`, `it.index`, `it.first`, `it.last`. */
function resolveIterator({ item }: IteratorName, path: readonly string[], checker: ts.TypeChecker): Resolution {
  const [, name = '', ...rest] = path;
  if (name === 'index') return { kind: 'type', type: checker.getNumberType(), path };
  if (name === 'first' || name === 'last') return { kind: 'type', type: checker.getBooleanType(), path };
  if (name !== 'value') return { kind: 'missing', name: name || 'value', owner: null, path };
  return item ? resolveMembers(item, name, rest, path, false, checker) : UNKNOWN;
}

function resolveMembers(
  start: ts.Type,
  startName: string,
  rest: readonly string[],
  path: readonly string[],
  isGuarded: boolean,
  checker: ts.TypeChecker
): Resolution {
  let type = start;
  let owner = startName;
  for (const name of rest) {
    if (isAnything(type)) return UNKNOWN;
    if (!isGuarded && isNullable(type)) return { kind: 'nullable', name: owner, path };
    const present = checker.getNonNullableType(type);
    const member = checker.getPropertyOfType(checker.getApparentType(present), name);
    const indexed = member ? undefined : checker.getIndexTypeOfType(present, ts.IndexKind.String);
    if (!member && !indexed) return { kind: 'missing', name, owner: present, path };
    type = member ? checker.getTypeOfSymbol(member) : (indexed ?? type);
    owner = name;
  }
  return isAnything(type) ? UNKNOWN : { kind: 'type', type, path };
}

/** `any` and `unknown`: nothing can be said about them. */
export function isAnything(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

function isNullable(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0);
}

/** The type of what a loop over `collection` gives; null when not known, undefined when it is no array. */
export function itemType(collection: ts.Type, checker: ts.TypeChecker): ts.Type | null | undefined {
  const present = checker.getNonNullableType(collection);
  if (isAnything(present)) return null;
  return checker.getIndexTypeOfType(present, ts.IndexKind.Number) ?? iterableItem(present);
}

/** `Set<T>` and `Map<K, V>` iterate too; their items are told only for sets. */
function iterableItem(type: ts.Type): ts.Type | null | undefined {
  const name = type.getSymbol()?.name;
  if (name === 'Set' || name === 'ReadonlySet') return (type as ts.TypeReference).typeArguments?.[0] ?? null;
  return name === 'Map' || name === 'ReadonlyMap' || name === 'Iterable' ? null : undefined;
}

export function isCallable(type: ts.Type, checker: ts.TypeChecker): boolean {
  return checker.getSignaturesOfType(checker.getNonNullableType(type), ts.SignatureKind.Call).length > 0;
}

/** Whether a person would read `[object Object]`. */
export function isObject(type: ts.Type, checker: ts.TypeChecker): boolean {
  const present = checker.getNonNullableType(type);
  const parts = present.isUnion() ? present.types : [present];
  return parts.some((part) => (part.flags & ts.TypeFlags.Object) !== 0);
}

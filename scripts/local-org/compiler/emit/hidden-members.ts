/**
 * Fields, and private methods, of a base class that a subclass declares again. In Apex both exist side by side; in JavaScript the
 * second would take the place of the first. Only the whole program knows them.
 */
import type { BoundType, BoundUnit } from '../bound';

export interface HiddenMembers {
  /** `subclass.name` of instance fields and properties that need a name of their own; lower case. */
  readonly fields: ReadonlySet<string>;
  /** `base.key` of methods that must be called on their own class; lower case. */
  readonly methods: ReadonlySet<string>;
}

export const NO_HIDDEN_MEMBERS: HiddenMembers = { fields: new Set(), methods: new Set() };

export function findHiddenMembers(units: readonly BoundUnit[]): HiddenMembers {
  const typeByName = new Map(units.flatMap((unit) => unit.types).map((type) => [type.name.toLowerCase(), type]));
  const fields = new Set<string>();
  const methods = new Set<string>();
  for (const type of typeByName.values()) {
    for (const base of basesOf(type, typeByName)) {
      for (const name of sharedFields(base, type)) fields.add(memberKey(type.name, name));
      for (const key of sharedMethods(base, type)) methods.add(memberKey(base.name, key));
    }
  }
  return { fields, methods };
}

export function memberKey(owner: string, member: string): string {
  return `${owner}.${member}`.toLowerCase();
}

function basesOf(type: BoundType, typeByName: ReadonlyMap<string, BoundType>): BoundType[] {
  const bases: BoundType[] = [];
  for (let at: BoundType | undefined = type; at?.superType?.kind === 'user';) {
    at = typeByName.get(at.superType.name.toLowerCase());
    if (!at || bases.includes(at)) break;
    bases.push(at);
  }
  return bases;
}

function sharedFields(base: BoundType, type: BoundType): string[] {
  const namesOf = (owner: BoundType) =>
    [...owner.fields, ...owner.properties].filter((field) => !field.isStatic).map((field) => field.name.toLowerCase());
  const own = new Set(namesOf(type));
  return namesOf(base).filter((name) => own.has(name));
}

function sharedMethods(base: BoundType, type: BoundType): string[] {
  const own = new Set(
    type.methods.filter((method) => !method.isStatic && !method.isOverride).map((method) => method.key)
  );
  return base.methods
    .filter((method) => !method.isStatic && method.access === 'private' && own.has(method.key))
    .map((method) => method.key);
}

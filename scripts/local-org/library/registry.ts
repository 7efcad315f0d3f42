/**
 * How the platform's own types are implemented: one definition for each type, one file for each definition.
 *
 * A call that the compiler resolved to a platform method finds its implementation here. A method without one is a
 * compile-time error with a number; there are no stubs.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Apex values of every type pass here
export type Implementation = (...args: any[]) => unknown;

/**
 * Methods by signature. A key is either a full signature as the platform declares it (`substring(Integer,Integer)`),
 * or a name and a count (`valueOf/1`) for all overloads with that many parameters, or a bare name for all overloads.
 * The most specific key wins. Case does not matter.
 */
export type Implementations = Readonly<Record<string, Implementation>>;

export interface PropertyImplementation {
  /** Instance properties get the receiver first. */
  readonly get?: Implementation;
  readonly set?: Implementation;
}

export interface PlatformTypeDefinition {
  /** Qualified name: `System.String`, `Database.SaveResult`, `Schema.DescribeSObjectResult`. */
  readonly name: string;
  /** Keys have an empty name: `(String)`, `/2`, or `` for all. Generic types get their type-argument names (strings) first. */
  readonly constructors?: Implementations;
  readonly statics?: Implementations;
  /** Instance methods get the receiver, never null, as first argument. */
  readonly methods?: Implementations;
  readonly staticProperties?: Readonly<Record<string, PropertyImplementation>>;
  readonly properties?: Readonly<Record<string, PropertyImplementation>>;
  /** For enums: the constants in order. Their run-time values are {@link PlatformEnumValue}s. */
  readonly enumConstants?: readonly string[];
  /** For a run-time `instanceof`, and what user classes extend. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of all shapes
  readonly jsClass?: abstract new (...args: any[]) => object;
  /** Overrides `instanceof jsClass`. */
  readonly isInstance?: (value: unknown) => boolean;
}

/** One constant of a platform enum. */
export class PlatformEnumValue {
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

/** Members that one folder adds to a type that another folder defines. */
export type PlatformTypeMembers = Pick<
  PlatformTypeDefinition,
  'statics' | 'methods' | 'staticProperties' | 'properties'
>;

const definitionByName = new Map<string, PlatformTypeDefinition>();
const membersByName = new Map<string, PlatformTypeMembers[]>();
const enumValuesByName = new Map<string, readonly PlatformEnumValue[]>();

/** Registers and returns a definition. Each type is defined once. */
export function platformType(definition: PlatformTypeDefinition): PlatformTypeDefinition {
  const key = definition.name.toLowerCase();
  if (definitionByName.has(key)) throw new Error(`Platform type ${definition.name} is defined twice`);
  definitionByName.set(key, lowerKeys(definition));
  if (definition.enumConstants) {
    enumValuesByName.set(
      key,
      definition.enumConstants.map((name, i) => new PlatformEnumValue(definition.name, name, i))
    );
  }
  return definition;
}

/**
 * Adds members to a type that is defined elsewhere, before or after: `System.enqueueJob` lives with the asynchronous
 * types, `System.debug` with the library of `System`.
 */
export function extendPlatformType(name: string, members: PlatformTypeMembers): void {
  const key = name.toLowerCase();
  membersByName.set(key, [...(membersByName.get(key) ?? []), lowerKeys({ name, ...members })]);
}

/** The definition of a qualified platform name, or undefined when the local org has none. */
export function findPlatformType(name: string): PlatformTypeDefinition | undefined {
  const key = name.toLowerCase();
  const additions = membersByName.get(key);
  if (!additions) return definitionByName.get(key);
  const merged = additions.reduce<PlatformTypeDefinition>(mergeMembers, definitionByName.get(key) ?? { name });
  definitionByName.set(key, merged);
  membersByName.delete(key);
  return merged;
}

function mergeMembers(definition: PlatformTypeDefinition, members: PlatformTypeMembers): PlatformTypeDefinition {
  return {
    ...definition,
    statics: { ...definition.statics, ...members.statics },
    methods: { ...definition.methods, ...members.methods },
    staticProperties: { ...definition.staticProperties, ...members.staticProperties },
    properties: { ...definition.properties, ...members.properties }
  };
}

/** All definitions, for reports of what is covered. */
export function allPlatformTypes(): readonly PlatformTypeDefinition[] {
  return [...definitionByName.values()];
}

export function enumValues(typeName: string): readonly PlatformEnumValue[] {
  return enumValuesByName.get(typeName.toLowerCase()) ?? [];
}

export function enumValue(typeName: string, constant: string): PlatformEnumValue {
  const value = enumValues(typeName).find((v) => v.name.toLowerCase() === constant.toLowerCase());
  if (!value) throw new Error(`Platform enum ${typeName} has no constant ${constant}`);
  return value;
}

/** Picks the implementation of `signature` (`substring(Integer,Integer)`) from a table by the most specific key. */
export function findImplementation(table: Implementations | undefined, signature: string): Implementation | undefined {
  if (!table) return undefined;
  const full = signature.toLowerCase().replace(/\s+/g, '');
  const open = full.indexOf('(');
  const name = full.slice(0, open);
  return table[full] ?? table[`${name}/${countParameters(full.slice(open + 1, -1))}`] ?? table[name];
}

function countParameters(list: string): number {
  if (list === '') return 0;
  let depth = 0;
  let count = 1;
  for (const character of list) {
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === ',' && depth === 0) count++;
  }
  return count;
}

function lowerKeys(definition: PlatformTypeDefinition): PlatformTypeDefinition {
  const lower = <T>(table: Readonly<Record<string, T>> | undefined) =>
    table && Object.fromEntries(Object.entries(table).map(([k, v]) => [k.toLowerCase().replace(/\s+/g, ''), v]));
  return {
    ...definition,
    constructors: lower(definition.constructors),
    statics: lower(definition.statics),
    methods: lower(definition.methods),
    staticProperties: lower(definition.staticProperties),
    properties: lower(definition.properties)
  };
}

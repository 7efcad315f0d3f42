/** Platform classes that only hold values: what code puts into their members can be read again. */
import { platformType } from './registry';
import type { Implementations, PropertyImplementation } from './registry';

/** An instance of such a class; members by name in lower case. */
export class ValueObject {
  readonly members = new Map<string, unknown>();

  get(name: string): unknown {
    return this.members.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: unknown): void {
    this.members.set(name.toLowerCase(), value);
  }
}

export interface ValueClassOptions {
  /** The class it extends, as {@link valueClass} gave it. */
  readonly base?: new () => ValueObject;
  /** What members hold in a new instance, made anew for each. */
  readonly initial?: Readonly<Record<string, () => unknown>>;
  /** Names of members that the parameters of constructors fill, in order. */
  readonly constructorMembers?: readonly string[];
  readonly methods?: Implementations;
  /** False for classes that only the platform makes. */
  readonly isCreatable?: boolean;
}

/** Registers a class with the properties `X`, and `getX`, `isX` and `setX`, for each member. Answers its JavaScript class. */
export function valueClass(
  name: string,
  members: readonly string[],
  {
    base = ValueObject,
    initial = {},
    constructorMembers = [],
    methods = {},
    isCreatable = true
  }: ValueClassOptions = {}
): new () => ValueObject {
  const jsClass = class extends base {
    constructor() {
      super();
      for (const [member, make] of Object.entries(initial)) this.set(member, make());
    }
  };
  const create = (...args: unknown[]) => {
    const instance = new jsClass();
    args.forEach((value, index) => instance.set(constructorMembers[index] as string, value));
    return instance;
  };
  const counts = Array.from({ length: constructorMembers.length + 1 }, (_, count) => count);
  platformType({
    name,
    jsClass,
    constructors: isCreatable ? Object.fromEntries(counts.map((count) => [`/${count}`, create])) : {},
    methods: { ...memberMethods(members), ...methods },
    properties: memberProperties(members)
  });
  return jsClass;
}

function memberMethods(members: readonly string[]): Implementations {
  return Object.fromEntries(
    members.flatMap((member) => [
      [`get${member}/0`, (self: ValueObject) => self.get(member)],
      [`is${member}/0`, (self: ValueObject) => self.get(member)],
      [`set${member}/1`, (self: ValueObject, value: unknown) => self.set(member, value)]
    ])
  );
}

function memberProperties(members: readonly string[]): Readonly<Record<string, PropertyImplementation>> {
  return Object.fromEntries(
    members.map((member) => [
      member,
      {
        get: (self: ValueObject) => self.get(member),
        set: (self: ValueObject, value: unknown) => self.set(member, value)
      }
    ])
  );
}

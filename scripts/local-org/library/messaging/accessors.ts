import type { Implementation, PropertyImplementation } from '../registry';

/** A value object of the platform whose members are only kept: names in lower case. */
export class ValueBag {
  readonly values = new Map<string, unknown>();

  get(name: string): unknown {
    return this.values.get(name.toLowerCase()) ?? null;
  }
}

/** `getX`, `setX` and the property `X` for each name; getters of `is…` names are called so. */
export function accessors(names: readonly string[]): {
  methods: Record<string, Implementation>;
  properties: Record<string, PropertyImplementation>;
} {
  const methods: Record<string, Implementation> = {};
  const properties: Record<string, PropertyImplementation> = {};
  for (const name of names) {
    const get = (self: ValueBag) => self.get(name);
    const set = (self: ValueBag, value: unknown) => {
      self.values.set(name.toLowerCase(), value);
    };
    methods[`get${name}`] = get;
    methods[`is${name}`] = get;
    methods[`set${name}`] = set;
    properties[name] = { get, set };
  }
  return { methods, properties };
}

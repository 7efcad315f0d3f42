/** Static methods that objects have: `Foo__mdt.getInstance('x')`, `Settings__c.getOrgDefaults()`. */
export type ObjectMethods = (objectName: string, method: string, args: readonly unknown[]) => unknown;

let methods: ObjectMethods | null = null;

/** The data engine registers what custom metadata and custom settings answer. */
export function registerObjectMethods(implementation: ObjectMethods): void {
  methods = implementation;
}

export function objectCall(objectName: string, method: string, args: readonly unknown[]): unknown {
  if (!methods) throw new Error(`The local org does not implement ${objectName}.${method}: no data engine has registered it`);
  return methods(objectName, method, args);
}

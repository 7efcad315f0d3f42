/** The Apex variables that `:name` may mean in the dynamic query that is being started. */

/** Values by variable name in lower case; read only when the query uses them. */
export type DynamicBinds = Readonly<Record<string, () => unknown>>;

let current: DynamicBinds | null = null;

/** Runs the call of `Database.query` or one of its kind that compiled code makes, with the variables around it. */
export function withDynamicBinds<T>(binds: DynamicBinds, call: () => T): T {
  const before = current;
  current = binds;
  try {
    return call();
  } finally {
    current = before;
  }
}

/** The value of a variable that a dynamic query names, or undefined when there is no such variable. */
export function findDynamicBind(name: string): { readonly value: unknown } | undefined {
  const key = name.toLowerCase();
  if (!current || !Object.hasOwn(current, key)) return undefined;
  return { value: (current[key] as () => unknown)() };
}

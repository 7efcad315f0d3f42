/** What the local org implements of the platform's types. */
import { allPlatformTypes, findPlatformType } from '../library/registry';

/** The members of one type, or the names of all types. */
export function typeLines(name: string | null): string[] {
  if (name === null)
    return allPlatformTypes()
      .map((type) => type.name)
      .sort();
  const type = findPlatformType(name) ?? findPlatformType(`System.${name}`);
  if (!type) return [`The local org does not implement ${name}`];
  const keys = (table: Readonly<Record<string, unknown>> | undefined) => Object.keys(table ?? {}).sort();
  return [
    type.name,
    ...keys(type.constructors).map((key) => `  new ${key}`),
    ...keys(type.statics).map((key) => `  static ${key}`),
    ...keys(type.staticProperties).map((key) => `  static ${key}`),
    ...keys(type.methods).map((key) => `  ${key}`),
    ...keys(type.properties).map((key) => `  ${key}`),
    ...(type.enumConstants ?? []).map((constant) => `  ${constant}`)
  ];
}

/** Spellings of component names: `thoughtlyCallPanel` in source, `thoughtly-call-panel` in a tag. */

export function kebabToCamel(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

export function camelToKebab(camel: string): string {
  return camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

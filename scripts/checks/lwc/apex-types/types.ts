/** What an Apex type is to a component that gets it as JSON. */
import type { TypeReference } from '../../../local-org/compiler/ast';

/** Simple names; the platform sends dates as ISO text, and ids as text. */
const TYPE_BY_NAME: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  decimal: 'number',
  double: 'number',
  string: 'string',
  id: 'string',
  date: 'string',
  datetime: 'string',
  time: 'string',
  blob: 'string',
  object: 'unknown'
};

/** Finds the interface of an Apex class or the constants of an enum; undefined for types of the platform. */
export type FindType = (qualifiedName: string) => string | undefined;

/** The TypeScript type of values of an Apex type. An sObject is a record of unknown fields. */
export function toTypeScript(reference: TypeReference, findType: FindType): string {
  let text = elementType(reference, findType);
  for (let depth = 0; depth < reference.arrayDepth; depth++) text = arrayOf(text);
  return text;
}

function elementType(reference: TypeReference, findType: FindType): string {
  const names = reference.parts.map((part) => part.name);
  const own = findType(names.join('.'));
  if (own) return own;
  const last = reference.parts.at(-1);
  const [first, second] = last?.typeArguments ?? [];
  switch (last?.name.toLowerCase()) {
    case 'list':
    case 'set':
    case 'iterable':
      return arrayOf(first ? toTypeScript(first, findType) : 'unknown');
    case 'map':
      return `Readonly<Record<string, ${second ? toTypeScript(second, findType) : 'unknown'}>>`;
    default:
      return TYPE_BY_NAME[last?.name.toLowerCase() ?? ''] ?? 'Readonly<Record<string, unknown>>';
  }
}

function arrayOf(element: string): string {
  return /^[\w.]+(<.*>)?(\[\])*$/.test(element) ? `${element}[]` : `(${element})[]`;
}

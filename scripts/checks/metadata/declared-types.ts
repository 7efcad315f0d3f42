/**
 * The element names and values of every metadata type, read from the declarations of `@salesforce/types`, which
 * Salesforce generates from the WSDL of the Metadata API.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface DeclaredElement {
  readonly name: string;
  /** `string`, `boolean`, `number`, the name of another type, or of an enumeration. */
  readonly type: string;
  readonly isRepeated: boolean;
  readonly isRequired: boolean;
}

export interface DeclaredTypes {
  /** The elements of a type with those it inherits, or undefined when there is no such type. */
  elementsOf(type: string): ReadonlyMap<string, DeclaredElement> | undefined;
  /** The values of an enumeration, or undefined when it is none. */
  valuesOf(type: string): ReadonlySet<string> | undefined;
}

const ENUMERATION = /^export type (\w+) = ('.*');$/;
const TYPE_START = /^export type (\w+) = (?:(\w+) & )?\{$/;
/** One type is another by another name: `ReportFolder` is a `Folder`. */
const ALIAS = /^export type (\w+) = ([A-Z]\w+);$/;
const ELEMENT = /^ {4}(\w+)(\?)?: (.+?)(\[\])?;$/;

let declared: DeclaredTypes | undefined;

/** Reads the declarations once. */
export function declaredTypes(): DeclaredTypes {
  declared ??= read();
  return declared;
}

interface Declaration {
  readonly base: string | undefined;
  readonly elements: Map<string, DeclaredElement>;
}

function read(): DeclaredTypes {
  const program = require.resolve('@salesforce/types/metadata');
  const path = join(dirname(program), `${basename(program, '.js')}.d.ts`);
  const declarations = new Map<string, Declaration>();
  const enumerations = new Map<string, ReadonlySet<string>>();
  let current: Declaration | undefined;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, enumeration, values] = ENUMERATION.exec(line) ?? [];
    const [, type, base] = TYPE_START.exec(line) ?? [];
    const [, alias, aliased] = ALIAS.exec(line) ?? [];
    const [, name, optional, elementType, array] = ELEMENT.exec(line) ?? [];
    if (enumeration && values)
      enumerations.set(enumeration, new Set(Array.from(values.matchAll(/'([^']*)'/g), (match) => match[1] ?? '')));
    else if (alias) declarations.set(alias, { base: aliased, elements: new Map() });
    else if (type) declarations.set(type, (current = { base, elements: new Map() }));
    else if (name && elementType) {
      current?.elements.set(name, {
        name,
        type: elementType,
        isRepeated: array !== undefined,
        isRequired: !optional && !array
      });
    }
  }
  return makeDeclaredTypes(declarations, enumerations);
}

function makeDeclaredTypes(
  declarations: ReadonlyMap<string, Declaration>,
  enumerations: ReadonlyMap<string, ReadonlySet<string>>
): DeclaredTypes {
  const complete = new Map<string, ReadonlyMap<string, DeclaredElement>>();
  const elementsOf = (type: string): ReadonlyMap<string, DeclaredElement> | undefined => {
    const declaration = declarations.get(type);
    if (!declaration) return undefined;
    const known = complete.get(type);
    if (known) return known;
    const inherited = declaration.base === undefined ? undefined : elementsOf(declaration.base);
    const elements = new Map([...(inherited ?? []), ...declaration.elements]);
    complete.set(type, elements);
    return elements;
  };
  return { elementsOf, valuesOf: (type) => enumerations.get(type) };
}

/** The escape and unescape methods of `String`, as Apache Commons Lang defines them. */
import { HTML3_ENTITIES, HTML4_ENTITIES, XML_ENTITIES } from './entities';

const JAVA_CONTROLS: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r'
};
const CONTROL_BY_LETTER: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text that contains a comma, a quote or a line break is put in quotes. */
export function escapeCsv(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function unescapeCsv(text: string): string {
  const match = /^"([\s\S]*)"$/.exec(text);
  const inner = match?.[1];
  return inner !== undefined && /[",\n\r]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

/** Escapes quotes, backslashes, control characters and everything outside of ASCII. */
export function escapeJava(text: string): string {
  return escapeWith(text, /["\\]/);
}

/** As {@link escapeJava}, and single quotes and slashes. */
export function escapeEcmaScript(text: string): string {
  return escapeWith(text, /["'\\/]/);
}

function escapeWith(text: string, special: RegExp): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (special.test(character)) result += `\\${character}`;
    else if (JAVA_CONTROLS[character]) result += JAVA_CONTROLS[character];
    else result += character < ' ' || character > '\u007f' ? unicodeEscape(character) : character;
  }
  return result;
}

export function escapeUnicode(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, unicodeEscape);
}

export function unescapeUnicode(text: string): string {
  return text.replace(/\\u+([0-9A-Fa-f]{4})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16))
  );
}

/** Octal, unicode and letter escapes; a backslash before anything else vanishes. */
export function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9A-Fa-f]{4})|([0-3]?[0-7]{1,2})|([\s\S])?)/g,
    (_all, hex?: string, octal?: string, letter?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return CONTROL_BY_LETTER[letter ?? ''] ?? letter ?? '';
    }
  );
}

export function unescapeEcmaScript(text: string): string {
  return unescapeJava(text);
}

export function escapeXml(text: string): string {
  return escapeEntities(text, XML_ENTITIES);
}

export function escapeHtml3(text: string): string {
  return escapeEntities(text, HTML3_ENTITIES);
}

export function escapeHtml4(text: string): string {
  return escapeEntities(text, HTML4_ENTITIES);
}

export function unescapeXml(text: string): string {
  return unescapeEntities(text, XML_ENTITIES);
}

export function unescapeHtml3(text: string): string {
  return unescapeEntities(text, HTML3_ENTITIES);
}

export function unescapeHtml4(text: string): string {
  return unescapeEntities(text, HTML4_ENTITIES);
}

function escapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  let result = '';
  for (const character of text) {
    const name = entities.get(character);
    result += name === undefined ? character : `&${name};`;
  }
  return result;
}

const charactersByEntities = new Map<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** Named entities of the table and numeric ones; unknown ones stay. */
function unescapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  let characters = charactersByEntities.get(entities);
  if (!characters)
    charactersByEntities.set(
      entities,
      (characters = new Map([...entities].map(([character, name]) => [name, character])))
    );
  const known = characters;
  return text.replace(
    /&(?:#(\d+)|#[xX]([0-9A-Fa-f]+)|(\w+));/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return known.get(name) ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    }
  );
}

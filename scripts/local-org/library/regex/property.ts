/** `\p{…}` of Java patterns as contents of a JavaScript character class (flag `v`). */

/** POSIX and `java.lang.Character` classes. */
const CLASS_BY_NAME: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: '0-9A-Za-z',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Graph: '\\x21-\\x7E',
  Print: '\\x20-\\x7E',
  Blank: '\\x20\\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9A-Fa-f',
  Space: '\\x09-\\x0D\\x20',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  javaMirrored: '\\p{Bidi_M}'
};

/** Binary properties after `Is`. */
const BINARY_PROPERTIES: Readonly<Record<string, string>> = {
  alphabetic: 'Alphabetic',
  ideographic: 'Ideographic',
  letter: 'L',
  lowercase: 'Lowercase',
  uppercase: 'Uppercase',
  titlecase: 'Lt',
  punctuation: 'P',
  control: 'Cc',
  white_space: 'White_Space',
  digit: 'Nd',
  hex_digit: 'Hex_Digit',
  assigned: 'Assigned'
};

/** Class contents for the name in `\p{name}`, or null when Java has no such property or JavaScript cannot say it. */
export function propertyClass(name: string): string | null {
  const known = CLASS_BY_NAME[name];
  if (known) return known;
  const value = name.replace(/^(?:sc|script)=/i, 'Is').replace(/^(?:gc|general_category)=/i, '');
  if (/^Is/.test(value)) {
    const binary = BINARY_PROPERTIES[value.slice(2).toLowerCase()];
    return firstValid(
      binary ? [`\\p{${binary}}`] : [`\\p{Script=${titleCase(value.slice(2))}}`, `\\p{${value.slice(2)}}`]
    );
  }
  return firstValid([`\\p{${value}}`]);
}

function firstValid(candidates: readonly string[]): string | null {
  return candidates.find((candidate) => isValid(candidate)) ?? null;
}

function isValid(property: string): boolean {
  try {
    new RegExp(property, 'v');
    return true;
  } catch {
    return false;
  }
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?:^|_)[a-z]/g, (letter) => letter.toUpperCase());
}

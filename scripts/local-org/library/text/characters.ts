/** Kinds of characters, as `java.lang.Character` tells them apart. */

export const isLetter = (character: string) => /^\p{L}$/u.test(character);
export const isDigit = (character: string) => /^\p{Nd}$/u.test(character);
export const isLetterOrDigit = (character: string) => isLetter(character) || isDigit(character);
export const isUpper = (character: string) => /^\p{Uppercase}$/u.test(character);
export const isLower = (character: string) => /^\p{Lowercase}$/u.test(character);
/** `Character.isWhitespace`: without non-breaking spaces. */
export const isWhitespace = (character: string) => {
  const code = character.charCodeAt(0);
  return (
    (code >= 9 && code <= 13) ||
    (code >= 28 && code <= 32) ||
    (code > 127 && /^[\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]$/.test(character))
  );
};

/** Whether the text has characters, and all are of one kind. */
export function allAndSome(text: string, test: (character: string) => boolean): boolean {
  return text !== '' && all(text, test);
}

/** Whether all characters are of one kind; true for the empty text. */
export function all(text: string, test: (character: string) => boolean): boolean {
  for (const character of text) if (!test(character)) return false;
  return true;
}

function kindOf(character: string): string {
  for (const kind of [
    'Lu',
    'Ll',
    'Lt',
    'Lm',
    'Lo',
    'Nd',
    'Nl',
    'No',
    'Mn',
    'Mc',
    'Me',
    'Zs',
    'Zl',
    'Zp',
    'Cc',
    'Cf',
    'Pd',
    'Ps',
    'Pe',
    'Pc',
    'Pi',
    'Pf',
    'Po',
    'Sm',
    'Sc',
    'Sk',
    'So'
  ]) {
    if (new RegExp(`^\\p{${kind}}$`, 'u').test(character)) return kind;
  }
  return 'Cn';
}

/** Runs of characters of one Unicode category; with `isCamelCase` one capital belongs to the lower-case run behind it. */
export function splitByCharacterType(text: string, isCamelCase: boolean): string[] {
  const runs: string[] = [];
  let lastKind = '';
  for (const character of text) {
    const kind = kindOf(character);
    const last = runs.at(-1);
    if (last !== undefined && kind === lastKind) runs[runs.length - 1] = last + character;
    else if (isCamelCase && last !== undefined && kind === 'Ll' && lastKind === 'Lu') {
      runs.pop();
      if (last.length > 1) runs.push(last.slice(0, -1));
      runs.push(last.slice(-1) + character);
    } else runs.push(character);
    lastKind = kind;
  }
  return runs;
}

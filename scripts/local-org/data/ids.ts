/** Salesforce record ids: 15 case-sensitive characters, and the 18-character form with a check sum. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_PATTERN = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
/** What stands between key prefix and counter; real ids carry the instance there. */
const INSTANCE = 'Lo0';

/** The 18-character form of a 15- or 18-character id, or null when the text is no id. */
export function toLongId(text: string): string | null {
  const trimmed = text.trim();
  if (!ID_PATTERN.test(trimmed)) return null;
  const short = trimmed.slice(0, 15);
  if (trimmed.length === 15) return short + checkSum(short);
  const check = trimmed.slice(15).toUpperCase();
  return checkSum(short) === check ? short + check : repairCase(short, check);
}

export function isId(text: unknown): text is string {
  return typeof text === 'string' && toLongId(text) !== null;
}

/** The id of the `counter`-th record of the object with this key prefix. Ids sort in the order of their counters. */
export function makeId(keyPrefix: string, counter: number): string {
  let rest = counter;
  let digits = '';
  for (let i = 0; i < 9; i++) {
    digits = DIGITS.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  const short = keyPrefix + INSTANCE + digits;
  return short + checkSum(short);
}

function checkSum(short: string): string {
  let sum = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const character = short.charAt(block + i);
      if (character >= 'A' && character <= 'Z') bits |= 1 << i;
    }
    sum += CHECK.charAt(bits);
  }
  return sum;
}

/** An 18-character id survives a change of case: its check sum tells which letters are capitals. */
function repairCase(short: string, check: string): string | null {
  let repaired = '';
  for (let i = 0; i < 15; i++) {
    const bits = CHECK.indexOf(check.charAt(Math.floor(i / 5)));
    if (bits < 0) return null;
    const character = short.charAt(i);
    repaired += bits & (1 << (i % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  return checkSum(repaired) === check ? repaired + check : null;
}

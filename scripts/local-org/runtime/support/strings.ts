/** Strings in compiled code. */
import { apexToString } from '../../library/stringify';
import { toLongId } from '../../data/ids';
import { newException } from '../exceptions';

/** The text of a value in a concatenation: null is `null`. */
export function text(value: unknown): string {
  return value === null ? 'null' : apexToString(value);
}

/** Apex `==` between Strings: without regard to case. */
export function sameText(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  return a.toLowerCase() === b.toLowerCase();
}

/** The order of `<` between Strings and Ids: without regard to case, null before everything else. */
export function compareStrings(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left === right ? 0 : left < right ? -1 : 1;
}

/** @throws System.StringException `Invalid id: x` */
export function stringToId(value: string | null): string | null {
  if (value === null) return null;
  const id = toLongId(value);
  if (id === null) throw newException('System.StringException', `Invalid id: ${value}`);
  return id;
}

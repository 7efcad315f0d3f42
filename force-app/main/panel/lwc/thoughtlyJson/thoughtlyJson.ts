/** Reads values of unknown shape: stored JSON, and the errors that wires and Apex calls hand over. */
import UNKNOWN_ERROR from '@salesforce/label/c.Thoughtly_Unknown_Error';
import type { AnyJson, Optional } from '@salesforce/ts-types';

/** The value of a JSON text, or undefined when it is blank or no JSON. Stored data never breaks a page. */
export function parseJson(text: Optional<string | null>): Optional<AnyJson> {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as AnyJson;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with named properties: no array, no null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that has more than blanks in it, or undefined. Numbers and booleans are written out. */
export function asText(value: unknown): Optional<string> {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A finite number, also from its text, or undefined. */
export function asNumber(value: unknown): Optional<number> {
  if (value === null || value === '' || (typeof value !== 'number' && typeof value !== 'string')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The plain message inside an error of a wire or of an Apex call, or undefined when it carries none. */
export function errorMessage(error: unknown): Optional<string> {
  if (typeof error === 'string') return asText(error);
  if (Array.isArray(error)) return errorMessage(error[0]);
  if (!isObject(error)) return undefined;
  return errorMessage(error.body) ?? asText(error.message);
}

/** What to tell a reader of an error. */
export function errorText(error: unknown): string {
  return errorMessage(error) ?? UNKNOWN_ERROR;
}

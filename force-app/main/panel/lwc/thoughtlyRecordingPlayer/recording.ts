/** Speeds and keys of the player, and why a recording cannot be played. */
import EXPIRED from '@salesforce/label/c.Thoughtly_Player_Expired';
import NETWORK from '@salesforce/label/c.Thoughtly_Player_Network';
import NOT_AUDIO from '@salesforce/label/c.Thoughtly_Player_Not_Audio';
import UNAVAILABLE from '@salesforce/label/c.Thoughtly_Player_Error';
import UNTRUSTED from '@salesforce/label/c.Thoughtly_Player_Untrusted';
import { asNumber } from 'c/thoughtlyJson';

export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** How far keys move the recording, in seconds. */
export const KEY_SECONDS: Readonly<Record<string, number>> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30
};

const SPEED_KEY = 'thoughtly.player.speed';
const NORMAL_SPEED = 1;
/** Codes of `MediaError`. */
const ERROR_NETWORK = 2;
const ERROR_DECODE = 3;
const SIGNED_AT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** What is known when a recording fails. */
export interface RecordingFailure {
  readonly url: string;
  /** Code of `MediaError`; undefined when the browser gave none. */
  readonly code?: number;
  /** Whether the page's content security policy refused the host. */
  readonly isBlocked: boolean;
}

/** Why a recording cannot be played, in plain words. */
export function failureReason({ url, code, isBlocked }: RecordingFailure, now: number = Date.now()): string {
  if (isBlocked) return UNTRUSTED;
  if (isExpired(url, now)) return EXPIRED;
  if (code === ERROR_NETWORK) return NETWORK;
  if (code === ERROR_DECODE) return NOT_AUDIO;
  return UNAVAILABLE;
}

/** Whether the signature of an address has run out, as far as the address says when it does. */
export function isExpired(url: string, now: number): boolean {
  const parameters = new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const until = asNumber(parameters.get('expires'));
  if (until !== undefined) return until * 1000 < now;
  const signedAt = parameters.get('x-amz-date') ?? parameters.get('x-goog-date') ?? '';
  const seconds = Number(parameters.get('x-amz-expires') ?? parameters.get('x-goog-expires'));
  // What is no date or no number makes nothing expired.
  return Date.parse(signedAt.replace(SIGNED_AT, '$1-$2-$3T$4:$5:$6Z')) + seconds * 1000 < now;
}

/** The speed that the user chose last. */
export function readSpeed(): number {
  try {
    const speed = Number(window.localStorage.getItem(SPEED_KEY));
    return SPEEDS.includes(speed) ? speed : NORMAL_SPEED;
  } catch {
    // A browser may refuse storage.
    return NORMAL_SPEED;
  }
}

export function rememberSpeed(speed: number): void {
  try {
    window.localStorage.setItem(SPEED_KEY, String(speed));
  } catch {
    // Then the speed holds for this recording only.
  }
}

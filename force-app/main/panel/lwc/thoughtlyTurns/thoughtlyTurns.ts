/** Turns of a transcript: from their stored form to names, clocks and lines of text. */
import AGENT from '@salesforce/label/c.Thoughtly_Speaker_Agent';
import CUSTOMER from '@salesforce/label/c.Thoughtly_Speaker_Customer';
import UNKNOWN from '@salesforce/label/c.Thoughtly_Speaker_Unknown';
import { formatClock, formatTime, parseTime } from 'c/thoughtlyFormat';
import { asNumber, asText, isObject, parseJson } from 'c/thoughtlyJson';

/** `other`: somebody who is neither the agent nor the customer, for example a person the call was handed to. */
export type Side = 'agent' | 'customer' | 'other';

/** One turn as it is stored on the call. */
export interface Turn {
  readonly speaker: string;
  readonly side: Side;
  readonly text: string;
  /** ISO time stamp, or undefined. */
  readonly at?: string;
  /** Milliseconds after the start of the call, or undefined. */
  readonly offsetMs?: number;
}

/** What the names of speakers and the clock of turns depend on. */
export interface TurnContext {
  readonly agentName?: string | null;
  readonly customerName?: string | null;
  /** ISO time stamp of the start of the call. */
  readonly startedAt?: string | null;
  /** Messages have a day and a time, calls a place in the recording. */
  readonly isMessages?: boolean;
}

/** A transcript with what its turns depend on. */
export interface Conversation extends TurnContext {
  readonly turns: readonly Turn[];
  /** Plain transcript, for conversations whose turns are not known. */
  readonly text?: string | null;
}

/** One place where words were found. */
export interface Hit {
  readonly turnIndex: number;
  readonly start: number;
  readonly end: number;
}

/** What is marked in a transcript at a moment. */
export interface TurnMarks {
  /** Index of the turn that is spoken; -1 for none. */
  readonly currentIndex: number;
  /** Index of the turn that the keyboard is at; -1 before somebody went to one. */
  readonly activeIndex: number;
  /** The hit that the reader is at. */
  readonly currentHit?: Hit;
  /** In reading order, by index of their turn. */
  readonly hitsByTurn: ReadonlyMap<number, readonly Hit[]>;
}

/** Turns that are laid out together: the browser skips groups that are off screen. */
export interface TurnGroup {
  readonly key: string;
  readonly style: string;
  /** Index of the first of the turns. */
  readonly start: number;
  readonly turns: readonly Turn[];
  /** Day of the messages, on the first group of a day. */
  readonly day?: string;
  readonly context: TurnContext;
  readonly marks: TurnMarks;
}

const SIDE_BY_SPEAKER: Readonly<Record<string, Side>> = { agent: 'agent', customer: 'customer' };

/** Turns of stored JSON. What is no turn, or a turn without text, is left out. */
export function parseTurns(json: string | null | undefined): Turn[] {
  const value = parseJson(json);
  return Array.isArray(value) ? value.flatMap(readTurn) : [];
}

/** Name of who said a turn. */
export function speakerName(turn: Turn, context: TurnContext): string {
  if (turn.side === 'agent') return asText(context.agentName) ?? AGENT;
  if (turn.side === 'customer') return asText(context.customerName) ?? CUSTOMER;
  return turn.speaker || UNKNOWN;
}

/** Seconds from the start of the call to a turn, or undefined when the turn has no time. */
export function startSeconds(turn: Turn, context: TurnContext): number | undefined {
  if (turn.offsetMs !== undefined) return Math.max(0, turn.offsetMs / 1000);
  const at = parseTime(turn.at);
  const start = parseTime(context.startedAt);
  return at !== undefined && start !== undefined && at >= start ? (at - start) / 1000 : undefined;
}

/** Place in the conversation, `0:04`, or time of a message; blank when it is not known. */
export function turnClock(turn: Turn, context: TurnContext): string {
  if (context.isMessages) return formatTime(turn.at);
  const seconds = startSeconds(turn, context);
  return seconds === undefined ? '' : formatClock(seconds);
}

/** A turn as a line of text: `[0:04] Maya: Hello`. */
export function turnLine(turn: Turn, context: TurnContext): string {
  const clock = turnClock(turn, context);
  return `${clock && `[${clock}] `}${speakerName(turn, context)}: ${turn.text}`;
}

function readTurn(value: unknown): Turn[] {
  if (!isObject(value)) return [];
  const text = asText(value.text);
  if (text === undefined) return [];
  const speaker = asText(value.speaker) ?? '';
  const side = SIDE_BY_SPEAKER[speaker.toLowerCase()] ?? 'other';
  return [{ speaker, side, text, at: asText(value.at), offsetMs: asNumber(value.offsetMs) }];
}

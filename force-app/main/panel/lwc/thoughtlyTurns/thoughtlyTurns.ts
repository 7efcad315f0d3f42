/** Turns of a transcript: from their stored form to what a page shows. */
import AGENT from '@salesforce/label/c.Thoughtly_Speaker_Agent';
import CUSTOMER from '@salesforce/label/c.Thoughtly_Speaker_Customer';
import UNKNOWN from '@salesforce/label/c.Thoughtly_Speaker_Unknown';
import { formatClock, formatDate, formatDateTime, formatTime, parseTime } from 'c/thoughtlyFormat';
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

/** Part of a turn's text: what was searched for, or what stands around it. */
export interface Segment {
  readonly key: string;
  readonly text: string;
  readonly isHit: boolean;
  readonly hitClass: string;
}

/** One turn as a template shows it. */
export interface TurnView {
  readonly key: string;
  readonly index: number;
  readonly side: Side;
  readonly speaker: string;
  readonly text: string;
  /** The text in parts when something in it was searched for. */
  readonly segments?: readonly Segment[];
  /** Place in the conversation, `0:04`, or time of a message; blank when it is not known. */
  readonly clock: string;
  /** Exact date and time; blank when it is not known. */
  readonly exactTime: string;
  /** Day of the messages from here on, on the first of a day. */
  readonly day?: string;
  readonly itemClass: string;
  readonly tabIndex: '0' | '-1';
  /** Whether the actions of the turn are shown. */
  readonly isActive: boolean;
  /** `true` while the recording is at this turn. */
  readonly current: 'true' | 'false';
}

/** Turns that are laid out together: the browser skips groups that are off screen. */
export interface TurnGroup {
  readonly key: string;
  readonly style: string;
  readonly turns: readonly TurnView[];
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

/** What is marked in a transcript at a moment. */
export interface TurnMarks {
  /** Index of the turn that is spoken; -1 for none. */
  readonly currentIndex: number;
  /** Index of the turn that has the keyboard focus and the actions; -1 for none. */
  readonly activeIndex: number;
  /** Texts in parts, by index of their turn. */
  readonly segmentsByIndex: ReadonlyMap<number, readonly Segment[]>;
}

export const NO_MARKS: TurnMarks = { currentIndex: -1, activeIndex: -1, segmentsByIndex: new Map() };

/** Painting 5,000 turns in groups of this size takes a quarter of the time of painting them one by one. */
export const GROUP_SIZE = 50;
/** Height of an average turn in pixels, for the scroll bar before a group has been on screen. */
const ESTIMATED_TURN_HEIGHT = 76;

const SIDE_BY_SPEAKER: Readonly<Record<string, Side>> = { agent: 'agent', customer: 'customer' };

/** Turns of stored JSON. What is no turn, or a turn without text, is left out. */
export function parseTurns(json: string | null | undefined): Turn[] {
  const value = parseJson(json);
  return Array.isArray(value) ? value.flatMap(readTurn) : [];
}

/** Groups of turns for a template. */
export function groupTurns(turns: readonly Turn[], context: TurnContext, marks: TurnMarks = NO_MARKS): TurnGroup[] {
  const count = Math.ceil(turns.length / GROUP_SIZE);
  return Array.from({ length: count }, (_, group) => toGroup(turns, group, context, marks));
}

/** The groups after marks have changed: only those that hold a turn of `indexes` are made again. */
export function updateGroups(
  groups: readonly TurnGroup[],
  indexes: Iterable<number>,
  turns: readonly Turn[],
  context: TurnContext,
  marks: TurnMarks
): TurnGroup[] {
  const updated = [...groups];
  for (const group of new Set([...indexes].map((index) => Math.floor(index / GROUP_SIZE)))) {
    if (updated[group]) updated[group] = toGroup(turns, group, context, marks);
  }
  return updated;
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

/** Index of the turn that is spoken at a moment: the last one that has begun; -1 before the first. */
export function turnAt(starts: readonly (number | undefined)[], seconds: number): number {
  let found = -1;
  for (const [index, start] of starts.entries()) {
    if (start !== undefined && start > seconds) break;
    if (start !== undefined) found = index;
  }
  return found;
}

/** A turn as a line of text: `[0:04] Maya: Hello`. */
export function turnLine(turn: Turn, context: TurnContext): string {
  const clock = clockOf(turn, context);
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

function toGroup(turns: readonly Turn[], group: number, context: TurnContext, marks: TurnMarks): TurnGroup {
  const start = group * GROUP_SIZE;
  const members = turns.slice(start, start + GROUP_SIZE);
  return {
    key: `group-${start}`,
    style: `contain-intrinsic-size: auto ${members.length * ESTIMATED_TURN_HEIGHT}px`,
    turns: members.map((turn, offset) => toView(turn, start + offset, turns[start + offset - 1], context, marks))
  };
}

function toView(
  turn: Turn,
  index: number,
  previous: Turn | undefined,
  context: TurnContext,
  { currentIndex, activeIndex, segmentsByIndex }: TurnMarks
): TurnView {
  const isCurrent = index === currentIndex;
  const isActive = index === activeIndex;
  return {
    key: `turn-${index}`,
    index,
    side: turn.side,
    speaker: speakerName(turn, context),
    text: turn.text,
    segments: segmentsByIndex.get(index),
    clock: clockOf(turn, context),
    // Formatting thousands of dates takes longer than painting them; a call has the clock.
    exactTime: context.isMessages ? formatDateTime(turn.at) : '',
    day: context.isMessages ? newDay(turn, previous) : undefined,
    itemClass: `turn turn_${turn.side}${isCurrent ? ' turn_current' : ''}`,
    tabIndex: isActive || (activeIndex < 0 && index === 0) ? '0' : '-1',
    isActive,
    current: isCurrent ? 'true' : 'false'
  };
}

function newDay(turn: Turn, previous: Turn | undefined): string | undefined {
  const day = formatDate(turn.at);
  return day && day !== formatDate(previous?.at) ? day : undefined;
}

function clockOf(turn: Turn, context: TurnContext): string {
  if (context.isMessages) return formatTime(turn.at);
  const seconds = startSeconds(turn, context);
  return seconds === undefined ? '' : formatClock(seconds);
}

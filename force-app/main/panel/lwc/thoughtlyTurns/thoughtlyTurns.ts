/** Turns of a transcript: from their stored form to what a page shows. */
import AGENT from '@salesforce/label/c.Thoughtly_Speaker_Agent';
import CUSTOMER from '@salesforce/label/c.Thoughtly_Speaker_Customer';
import UNKNOWN from '@salesforce/label/c.Thoughtly_Speaker_Unknown';
import { formatClock, formatDateTime, parseTime } from 'c/thoughtlyFormat';
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

/** One turn as a template shows it. */
export interface TurnView {
  readonly key: string;
  readonly side: Side;
  readonly speaker: string;
  readonly text: string;
  /** Place in the conversation, `0:04`; blank when it is not known. */
  readonly clock: string;
  /** Exact date and time; blank when it is not known. */
  readonly exactTime: string;
  readonly itemClass: string;
  readonly bubbleClass: string;
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
}

/** Painting 5,000 turns in groups of this size takes a quarter of the time of painting them one by one. */
const GROUP_SIZE = 50;
/** Height of an average turn in pixels, for the scroll bar before a group has been on screen. */
const ESTIMATED_TURN_HEIGHT = 76;

const SIDE_BY_SPEAKER: Readonly<Record<string, Side>> = { agent: 'agent', customer: 'customer' };

/** Turns of stored JSON. What is no turn, or a turn without text, is left out. */
export function parseTurns(json: string | null | undefined): Turn[] {
  const value = parseJson(json);
  return Array.isArray(value) ? value.flatMap(readTurn) : [];
}

/** Groups of turns for a template. */
export function groupTurns(turns: readonly Turn[], context: TurnContext): TurnGroup[] {
  const groups: TurnGroup[] = [];
  for (let start = 0; start < turns.length; start += GROUP_SIZE) {
    const views = turns.slice(start, start + GROUP_SIZE).map((turn, index) => toView(turn, start + index, context));
    const height = views.length * ESTIMATED_TURN_HEIGHT;
    groups.push({ key: `group-${start}`, style: `contain-intrinsic-size: auto ${height}px`, turns: views });
  }
  return groups;
}

function readTurn(value: unknown): Turn[] {
  if (!isObject(value)) return [];
  const text = asText(value.text);
  if (text === undefined) return [];
  const speaker = asText(value.speaker) ?? '';
  const side = SIDE_BY_SPEAKER[speaker.toLowerCase()] ?? 'other';
  return [{ speaker, side, text, at: asText(value.at), offsetMs: asNumber(value.offsetMs) }];
}

function toView(turn: Turn, index: number, context: TurnContext): TurnView {
  const direction = turn.side === 'agent' ? 'outbound' : 'inbound';
  return {
    key: `turn-${index}`,
    side: turn.side,
    speaker: speakerName(turn, context),
    text: turn.text,
    clock: clockOf(turn, context),
    exactTime: formatDateTime(turn.at),
    itemClass: `slds-chat-listitem slds-chat-listitem_${direction} turn turn_${turn.side}`,
    bubbleClass: `slds-chat-message__text slds-chat-message__text_${direction} bubble bubble_${turn.side}`
  };
}

function speakerName(turn: Turn, context: TurnContext): string {
  if (turn.side === 'agent') return asText(context.agentName) ?? AGENT;
  if (turn.side === 'customer') return asText(context.customerName) ?? CUSTOMER;
  return turn.speaker || UNKNOWN;
}

function clockOf(turn: Turn, context: TurnContext): string {
  if (turn.offsetMs !== undefined) return formatClock(turn.offsetMs / 1000);
  const at = parseTime(turn.at);
  const start = parseTime(context.startedAt);
  return at !== undefined && start !== undefined && at >= start ? formatClock((at - start) / 1000) : '';
}

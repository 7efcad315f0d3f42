import { LightningElement, api } from 'lwc';
import { speakerName, turnClock } from 'c/thoughtlyTurns';
import type { Turn, TurnGroup } from 'c/thoughtlyTurns';

/** A hit of a search with the text before it. */
interface HitPart {
  readonly key: number;
  readonly before: string;
  readonly text: string;
  readonly hitClass: string;
}

/** One turn as the template shows it. */
interface TurnItem {
  readonly index: number;
  readonly itemClass: string;
  readonly tabIndex: string;
  /** `true` while the recording is at this turn. */
  readonly current: 'true' | undefined;
  readonly speaker: string;
  readonly clock: string;
  readonly hitParts: readonly HitPart[];
  /** What of the text comes after the last hit: all of it when there is none. */
  readonly text: string;
}

/** How far keys go from a turn; the transcript stops at its ends. */
const STEP_BY_KEY: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity
};

/**
 * Some turns of a transcript. Raises `turnaction` with `{ action, index }`: `select` when a turn gets the focus, `move`
 * when the keyboard asks for another one, and `play`. A group is painted again alone when one of its turns changes.
 *
 * There may be thousands of turns: each is few elements without conditions, which the framework clones in one piece.
 */
export default class ThoughtlyTurnGroup extends LightningElement {
  @api group!: TurnGroup;

  get hasHits(): boolean {
    const { group } = this;
    return group.turns.some((_, offset) => group.marks.hitsByTurn.has(group.start + offset));
  }

  get items(): TurnItem[] {
    const { group } = this;
    return group.turns.map((turn, offset) => toItem(turn, group.start + offset, group));
  }

  /** Moves the keyboard focus to a turn. */
  @api
  focusTurn(index: number): void {
    this.elementOf(index)?.focus({ preventScroll: true });
  }

  /** Where a turn is on the screen. */
  @api
  placeOf(index: number): DOMRect | undefined {
    return this.elementOf(index)?.getBoundingClientRect();
  }

  handleClick(event: Event): void {
    // Somebody who marks text with the pointer wants to copy it.
    if (!window.getSelection()?.toString()) this.tell('play', event);
  }

  handleKey(event: KeyboardEvent): void {
    const step = STEP_BY_KEY[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.tell('move', event, step);
    } else if (event.key === 'Enter') {
      this.tell('play', event);
    }
  }

  handleFocus(event: Event): void {
    this.tell('select', event);
  }

  private tell(action: string, { target }: Event, step = 0): void {
    const item = (target as HTMLElement).closest('li');
    if (!item) return;
    const detail = { action, index: Number(item.dataset.index) + step };
    this.dispatchEvent(new CustomEvent('turnaction', { detail }));
  }

  private elementOf(index: number): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  }
}

function toItem(turn: Turn, index: number, { context, marks }: TurnGroup): TurnItem {
  const { currentIndex, activeIndex, currentHit, hitsByTurn } = marks;
  const hits = hitsByTurn.get(index) ?? [];
  const currentStart = currentHit?.turnIndex === index ? currentHit.start : -1;
  const isSpoken = index === currentIndex;
  const isTabStop = index === Math.max(0, activeIndex);
  return {
    index,
    itemClass: `turn turn_${turn.side}${isSpoken ? ' turn_current' : ''}`,
    tabIndex: isTabStop ? '0' : '-1',
    current: isSpoken ? 'true' : undefined,
    speaker: speakerName(turn, context),
    clock: turnClock(turn, context),
    hitParts: hits.map((hit, place) => ({
      key: place,
      before: turn.text.slice(hits[place - 1]?.end ?? 0, hit.start),
      text: turn.text.slice(hit.start, hit.end),
      hitClass: hit.start === currentStart ? 'hit_current' : ''
    })),
    text: turn.text.slice(hits.at(-1)?.end ?? 0)
  };
}

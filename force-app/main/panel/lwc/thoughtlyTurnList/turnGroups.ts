import { formatDate } from 'c/thoughtlyFormat';
import type { Conversation, TurnGroup, TurnMarks } from 'c/thoughtlyTurns';

/** Painting 5,000 turns in groups of this size takes a quarter of the time of painting them one by one. */
const GROUP_SIZE = 50;
/** Height of an average turn in pixels, for the scroll bar before a group has been on screen. */
const ESTIMATED_TURN_HEIGHT = 76;

export const NO_MARKS: TurnMarks = { currentIndex: -1, activeIndex: -1, hitsByTurn: new Map() };

/**
 * The turns of a transcript in groups, which are made a few at a time, and made again when a search finds other places
 * in them: a long transcript never holds up the page.
 */
export class TurnGroups {
  marks: TurnMarks;
  /** Groups on the page, from the first on. Another array whenever one of them is another. */
  made: readonly TurnGroup[] = [];
  private readonly conversation: Conversation;
  /** Where each group begins, and the day of messages that begins there. */
  private readonly starts: { readonly start: number; readonly day?: string }[] = [];

  constructor(conversation: Conversation, marks: TurnMarks) {
    this.conversation = conversation;
    this.marks = marks;
    let lastDay = '';
    for (const [index, turn] of conversation.turns.entries()) {
      const day = conversation.isMessages ? formatDate(turn.at) : '';
      const isNewDay = day !== '' && day !== lastDay;
      if (isNewDay) lastDay = day;
      const isFull = index - (this.starts.at(-1)?.start ?? -GROUP_SIZE) >= GROUP_SIZE;
      if (isFull || isNewDay) this.starts.push({ start: index, day: isNewDay ? day : undefined });
    }
  }

  /** Makes the first groups that are not made, or not as they are marked now. Returns whether there are more of them. */
  makeNext(count: number): boolean {
    const waiting = [...this.starts.keys()].filter((group) => this.isOutdated(group));
    this.make(waiting.slice(0, count));
    return waiting.length > count;
  }

  /** Changes what is marked. Groups are made again at once, but those with other hits alone wait for `makeNext`. */
  mark(change: Partial<TurnMarks>): void {
    const before = this.marks;
    this.marks = { ...before, ...change };
    const indexes = [before, this.marks].flatMap(({ currentIndex, activeIndex, currentHit }) => [
      'currentIndex' in change ? currentIndex : -1,
      'activeIndex' in change ? Math.max(0, activeIndex) : -1,
      'currentHit' in change ? (currentHit?.turnIndex ?? -1) : -1
    ]);
    this.make(new Set(indexes.map((index) => this.groupOf(index)).filter((group) => this.made[group])));
  }

  /** Key of the group of a turn, which is made if it was not; undefined for no turn. */
  keyOf(turnIndex: number): string | undefined {
    const group = this.groupOf(turnIndex);
    if (group >= this.made.length) this.makeNext(Infinity);
    return this.made[group]?.key;
  }

  /** Index of the last group that begins at or before a turn; -1 for no turn. */
  private groupOf(turnIndex: number): number {
    return this.starts.findLastIndex(({ start }) => start <= turnIndex);
  }

  private isOutdated(group: number): boolean {
    const made = this.made[group];
    if (!made || made.marks.hitsByTurn === this.marks.hitsByTurn) return !made;
    return made.turns.some(
      (_, offset) => made.marks.hitsByTurn.has(made.start + offset) || this.marks.hitsByTurn.has(made.start + offset)
    );
  }

  private make(groups: Iterable<number>): void {
    const made = [...this.made];
    for (const group of groups) made[group] = this.toGroup(group);
    this.made = made;
  }

  private toGroup(group: number): TurnGroup {
    const { start, day } = this.starts[group] ?? { start: 0 };
    const turns = this.conversation.turns.slice(start, this.starts[group + 1]?.start);
    return {
      key: `group-${start}`,
      style: `contain-intrinsic-size: auto ${turns.length * ESTIMATED_TURN_HEIGHT}px`,
      start,
      turns,
      day,
      context: this.conversation,
      marks: this.marks
    };
  }
}

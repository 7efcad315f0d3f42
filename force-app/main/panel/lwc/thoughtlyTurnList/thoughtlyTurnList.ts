import { LightningElement, api } from 'lwc';
import COPY from '@salesforce/label/c.Thoughtly_Turn_Copy';
import PLAY_FROM from '@salesforce/label/c.Thoughtly_Turn_Play';
import TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Label';
import { speakerName, turnClock } from 'c/thoughtlyTurns';
import type { Conversation, TurnGroup, TurnMarks } from 'c/thoughtlyTurns';
import { NO_MARKS, TurnGroups } from './turnGroups';

/** Groups that a page paints at once, and those that it adds with each frame after that. */
const FIRST_GROUPS = 2;
const GROUPS_PER_FRAME = 8;

type GroupElement = HTMLElement & { focusTurn(index: number): void; placeOf(index: number): DOMRect | undefined };

/**
 * The turns of a conversation, to scroll. All of them are on the page, where the browser's own search finds them.
 * Raises `turnplay` and `turncopy` with `{ index }`, and `ownscroll` when somebody scrolls or goes to another turn.
 */
export default class ThoughtlyTurnList extends LightningElement {
  /** Whether a turn can be played. */
  @api canPlay = false;

  readonly labels = { COPY, PLAY_FROM, TRANSCRIPT };
  /** Index of the turn that somebody went to; undefined for none. */
  activeIndex?: number;
  groups: readonly TurnGroup[] = [];
  private shown: Conversation = { turns: [] };
  private model = new TurnGroups(this.shown, NO_MARKS);
  private isPainting = false;

  /** A newer version of the conversation keeps what is marked. */
  @api
  get conversation(): Conversation {
    return this.shown;
  }
  set conversation(value: Conversation) {
    this.shown = value;
    this.model = new TurnGroups(value, this.model.marks);
    this.paint(Math.max(FIRST_GROUPS, this.groups.length));
  }

  /** Who says the turn that somebody went to, and when. */
  get activeTitle(): string | undefined {
    const turn = this.shown.turns[this.activeIndex ?? -1];
    return turn && `${speakerName(turn, this.shown)} ${turnClock(turn, this.shown)}`;
  }

  /** Changes what is marked. */
  @api
  mark(change: Partial<TurnMarks>): void {
    this.model.mark(change);
    this.paint(FIRST_GROUPS);
  }

  /** Brings a turn into view. Scrolls the list alone: the page stays where its reader is. */
  @api
  show(index: number): void {
    this.scrollToTurn(index);
    // Groups that were never on screen have an estimated height; the second time it is the real one.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    requestAnimationFrame(() => this.scrollToTurn(index));
  }

  /** Gives a turn the keyboard focus; the first or the last one when there is none of that index. */
  @api
  moveTo(index: number): void {
    const turn = Math.min(Math.max(0, index), this.shown.turns.length - 1);
    this.groupOf(turn)?.focusTurn(turn);
    this.show(turn);
    this.handleOwnScroll();
  }

  handleTurnAction({ detail: { action, index } }: CustomEvent<{ action: string; index: number }>): void {
    if (action === 'move') this.moveTo(index);
    else if (action === 'play') this.tell('turnplay', index);
    else this.mark({ activeIndex: (this.activeIndex = index) });
  }

  handlePlay(): void {
    this.tell('turnplay', this.activeIndex);
  }

  handleCopy(): void {
    this.tell('turncopy', this.activeIndex);
  }

  handleOwnScroll(): void {
    this.dispatchEvent(new CustomEvent('ownscroll'));
  }

  /** A key or a pointer on the list itself, not on a turn, moves its scroll bar. */
  handleScrollBar(event: Event): void {
    if (event.target === event.currentTarget) this.handleOwnScroll();
  }

  private tell(name: string, index: number | undefined): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { index } }));
  }

  /** Puts some of the groups on the page that wait, and more with each frame. */
  private paint(count: number): void {
    const isMoreWaiting = this.model.makeNext(count);
    this.groups = this.model.made;
    if (this.isPainting || !isMoreWaiting) return;
    this.isPainting = true;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a long transcript must not hold up the page
    requestAnimationFrame(() => {
      this.isPainting = false;
      this.paint(GROUPS_PER_FRAME);
    });
  }

  private scrollToTurn(index: number): void {
    const scroller = this.refs?.scroller as HTMLElement | undefined;
    const place = this.groupOf(index)?.placeOf(index);
    if (!scroller || !place) return;
    const middle = (scroller.clientHeight - place.height) / 2;
    scroller.scrollTop += place.top - scroller.getBoundingClientRect().top - Math.max(0, middle);
  }

  private groupOf(index: number): GroupElement | null | undefined {
    const key = this.model.keyOf(index);
    this.groups = this.model.made;
    return this.template?.querySelector<GroupElement>(`[data-group="${key}"]`);
  }
}

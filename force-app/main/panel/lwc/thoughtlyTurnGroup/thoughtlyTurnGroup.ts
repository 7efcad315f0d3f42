import { LightningElement, api } from 'lwc';
import COPY from '@salesforce/label/c.Thoughtly_Turn_Copy';
import PLAY_FROM from '@salesforce/label/c.Thoughtly_Turn_Play';
import type { TurnView } from 'c/thoughtlyTurns';

const STEP_BY_KEY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Some turns of a transcript. Raises `turnselect` with `{ index, isFromKeyboard }` when somebody goes to a turn,
 * `turnplay` and `turncopy` with `{ index }`. A group is painted again alone when one of its turns changes.
 */
export default class ThoughtlyTurnGroup extends LightningElement {
  @api turns: readonly TurnView[] = [];
  /** Whether a turn can be played. */
  @api canPlay = false;

  readonly labels = { COPY, PLAY_FROM };

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

  handleClick(event: MouseEvent): void {
    // Somebody who marks text with the pointer wants to copy it.
    if (window.getSelection()?.toString()) return;
    const index = indexOf(event);
    this.tell('turnselect', { index, isFromKeyboard: false });
    if (this.canPlay) this.tell('turnplay', { index });
  }

  handleKey(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const index = indexOf(event);
    const step = STEP_BY_KEY[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.tell('turnselect', { index: index + step, isFromKeyboard: true });
    } else if (event.key === 'Enter') {
      this.tell('turnselect', { index, isFromKeyboard: true });
      if (this.canPlay) this.tell('turnplay', { index });
    }
  }

  handleFocus(event: FocusEvent): void {
    if (event.target === event.currentTarget) this.tell('turnselect', { index: indexOf(event), isFromKeyboard: false });
  }

  handlePlay(event: Event): void {
    event.stopPropagation();
    this.tell('turnplay', { index: indexOf(event) });
  }

  handleCopy(event: Event): void {
    event.stopPropagation();
    this.tell('turncopy', { index: indexOf(event) });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private elementOf(index: number): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>(`li[data-index="${index}"]`) ?? null;
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}

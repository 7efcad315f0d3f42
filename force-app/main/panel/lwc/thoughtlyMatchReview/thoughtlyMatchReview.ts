import { LightningElement, api } from 'lwc';
import EXPLANATION from '@salesforce/label/c.Thoughtly_Review_Explanation';
import LINK from '@salesforce/label/c.Thoughtly_Review_Link';
import LOCKED from '@salesforce/label/c.Thoughtly_Review_Locked';
import NEEDS_REVIEW from '@salesforce/label/c.Thoughtly_Needs_Review';
import type { Candidate } from 'c/thoughtlyCalls';

/** People whom one conversation may belong to. Raises `pick` with `{ recordId }`. */
export default class ThoughtlyMatchReview extends LightningElement {
  @api candidates: readonly Candidate[] = [];
  /** Whether a pick is being saved. */
  @api isBusy = false;

  readonly labels = { EXPLANATION, LINK, NEEDS_REVIEW };
  pickedId?: string;

  /** Somebody whose record the reader may not edit is shown and cannot be picked. */
  get items(): { recordId: string; text: string; isLocked: boolean; hint?: string }[] {
    return this.candidates.map(({ recordId, name, objectLabel, isEditable }) => {
      const isLocked = !isEditable;
      const hint = isLocked ? LOCKED : undefined;
      return { recordId, text: `${name} (${objectLabel})`, isLocked, hint };
    });
  }

  get isLinkDisabled(): boolean {
    return this.isBusy || !this.pickedId;
  }

  handlePick(event: Event): void {
    this.pickedId = (event.target as HTMLInputElement).value;
  }

  handleLink(): void {
    const detail = { recordId: this.pickedId };
    if (this.pickedId) this.dispatchEvent(new CustomEvent('pick', { detail }));
  }
}

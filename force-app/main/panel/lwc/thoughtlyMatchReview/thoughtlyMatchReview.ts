import { LightningElement, api } from 'lwc';
import EXPLANATION from '@salesforce/label/c.Thoughtly_Review_Explanation';
import LINK from '@salesforce/label/c.Thoughtly_Review_Link';
import NEEDS_REVIEW from '@salesforce/label/c.Thoughtly_Needs_Review';
import PICK from '@salesforce/label/c.Thoughtly_Review_Pick';
import type { Candidate } from 'c/thoughtlyCalls';

/** People whom one conversation may belong to. Raises `pick` with `{ recordId }`. */
export default class ThoughtlyMatchReview extends LightningElement {
  @api candidates: readonly Candidate[] = [];
  /** Whether a pick is being saved. */
  @api isBusy = false;

  readonly labels = { EXPLANATION, LINK, NEEDS_REVIEW, PICK };
  pickedId?: string;

  get items(): { recordId: string; text: string; isPicked: boolean }[] {
    return this.candidates.map(({ recordId, name, objectLabel }) => ({
      recordId,
      text: `${name} (${objectLabel})`,
      isPicked: recordId === this.pickedId
    }));
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

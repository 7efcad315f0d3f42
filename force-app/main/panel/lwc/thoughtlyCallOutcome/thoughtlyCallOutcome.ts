import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getOutcome from '@salesforce/apex/ThoughtlyCallPanelController.getOutcome';
import relink from '@salesforce/apex/ThoughtlyCallPanelController.relink';
import LOADING from '@salesforce/label/c.Thoughtly_Loading';
import RELINKED from '@salesforce/label/c.Thoughtly_Review_Done';
import STEPS from '@salesforce/label/c.Thoughtly_Steps_Title';
import STEPS_ERROR from '@salesforce/label/c.Thoughtly_Steps_Error';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { WireResult } from '@platform/wire';
import type { Candidate, CallOutcome, SyncStep } from 'c/thoughtlyCalls';
import { errorText } from 'c/thoughtlyJson';

/**
 * What the sync made of one conversation. Raises `relinked` with `{ recordId }` when the conversation was given to the
 * person that somebody picked.
 */
export default class ThoughtlyCallOutcome extends LightningElement {
  @api callId?: string;
  /** Whether only an open question is shown, and not what was done. */
  @api hideSteps = false;

  readonly labels = { LOADING, STEPS, STEPS_ERROR };
  outcome?: CallOutcome;
  error?: string;
  isRelinking = false;
  private wiredOutcome?: WireResult<CallOutcome>;

  @wire(getOutcome, { callId: '$callId' })
  handleOutcome(result: WireResult<CallOutcome>): void {
    this.wiredOutcome = result;
    this.outcome = result.data;
    this.error = result.error && errorText(result.error);
  }

  get isLoading(): boolean {
    return !this.outcome && !this.error;
  }

  get areStepsShown(): boolean {
    return !this.hideSteps;
  }

  get steps(): readonly SyncStep[] {
    return this.outcome?.steps ?? [];
  }

  get candidates(): readonly Candidate[] {
    return this.outcome?.candidates ?? [];
  }

  /** Fetches again, after the conversation was processed again. */
  @api
  async refresh(): Promise<void> {
    await refreshApex(this.wiredOutcome);
  }

  async handlePick({ detail }: CustomEvent<{ recordId: string }>): Promise<void> {
    if (!this.callId) return;
    this.isRelinking = true;
    try {
      await relink({ callId: this.callId, recordId: detail.recordId });
      this.dispatchEvent(new ShowToastEvent({ message: RELINKED, variant: 'success' }));
      // First the container, which keeps the focus: the question goes away with its answer.
      this.dispatchEvent(new CustomEvent('relinked', { detail }));
      await this.refresh();
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ message: errorText(error), variant: 'error' }));
    } finally {
      this.isRelinking = false;
    }
  }
}

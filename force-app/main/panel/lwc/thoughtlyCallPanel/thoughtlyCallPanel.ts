import { LightningElement, api, wire } from 'lwc';
import FORM_FACTOR from '@salesforce/client/formFactor';
import { refreshApex } from '@salesforce/apex';
import getCall from '@salesforce/apex/ThoughtlyCallPanelController.getCall';
import getCalls from '@salesforce/apex/ThoughtlyCallPanelController.getCalls';
import EMPTY_TEXT from '@salesforce/label/c.Thoughtly_Panel_Empty_Text';
import EMPTY_TITLE from '@salesforce/label/c.Thoughtly_Panel_Empty_Title';
import ERROR_TITLE from '@salesforce/label/c.Thoughtly_Panel_Error_Title';
import HIDE_TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Hide';
import LOADING from '@salesforce/label/c.Thoughtly_Loading';
import PANEL_TITLE from '@salesforce/label/c.Thoughtly_Panel_Title';
import RETRY from '@salesforce/label/c.Thoughtly_Try_Again';
import SHOW_TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Show';
import TRANSCRIPT_ERROR from '@salesforce/label/c.Thoughtly_Transcript_Error';
import UNKNOWN_ERROR from '@salesforce/label/c.Thoughtly_Unknown_Error';
import type { WireResult } from '@platform/wire';
import type { Call, CallTranscript } from 'c/thoughtlyCalls';
import { errorMessage } from 'c/thoughtlyJson';
import { parseTurns } from 'c/thoughtlyTurns';
import type { Turn } from 'c/thoughtlyTurns';

/**
 * The conversations of a record. Loads the list first, and the transcript of the selected conversation when it is shown.
 */
export default class ThoughtlyCallPanel extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  /** Heading that an admin chose; blank for the standard one. */
  @api cardTitle?: string;

  readonly labels = {
    EMPTY_TEXT,
    EMPTY_TITLE,
    ERROR_TITLE,
    LOADING,
    RETRY,
    TRANSCRIPT_ERROR
  };

  calls?: readonly Call[];
  listError?: string;
  selectedCallId?: string;

  transcript?: CallTranscript;
  turns: readonly Turn[] = [];
  transcriptError?: string;
  /** On a phone the transcript would push the rest of the page away. */
  isTranscriptShown = FORM_FACTOR !== 'Small';

  private wiredCalls?: WireResult<Call[]>;
  private wiredTranscript?: WireResult<CallTranscript>;

  @wire(getCalls, { recordId: '$recordId' })
  handleCalls(result: WireResult<Call[]>): void {
    this.wiredCalls = result;
    const { data, error } = result;
    this.listError = error && (errorMessage(error) ?? UNKNOWN_ERROR);
    this.calls = data;
    if (data && !data.some(({ id }) => id === this.selectedCallId)) this.select(data[0]?.id);
  }

  @wire(getCall, { callId: '$transcriptCallId' })
  handleTranscript(result: WireResult<CallTranscript>): void {
    this.wiredTranscript = result;
    const { data, error } = result;
    this.transcriptError = error && (errorMessage(error) ?? UNKNOWN_ERROR);
    this.transcript = data;
    this.turns = parseTurns(data?.turns);
  }

  /** Undefined, which fetches nothing, while the transcript is hidden. */
  get transcriptCallId(): string | undefined {
    return this.isTranscriptShown ? this.selectedCallId : undefined;
  }

  get selectedCall(): Call | undefined {
    return this.calls?.find(({ id }) => id === this.selectedCallId);
  }

  get heading(): string {
    const title = this.cardTitle || PANEL_TITLE;
    return this.calls?.length ? `${title} (${this.calls.length})` : title;
  }

  get isLoading(): boolean {
    return !this.calls && !this.listError;
  }

  get isEmpty(): boolean {
    return this.calls?.length === 0;
  }

  get hasSeveralCalls(): boolean {
    return (this.calls?.length ?? 0) > 1;
  }

  get bodyClass(): string {
    return `body${this.hasSeveralCalls ? ' body_with-list' : ''}${FORM_FACTOR === 'Small' ? ' body_small' : ''}`;
  }

  get isTranscriptLoading(): boolean {
    return Boolean(this.transcriptCallId) && !this.transcriptError && this.transcript?.callId !== this.transcriptCallId;
  }

  get isTranscriptReady(): boolean {
    return this.isTranscriptShown && !this.isTranscriptLoading && !this.transcriptError;
  }

  get transcriptToggleLabel(): string {
    return this.isTranscriptShown ? HIDE_TRANSCRIPT : SHOW_TRANSCRIPT;
  }

  get transcriptToggleIcon(): string {
    return this.isTranscriptShown ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get transcriptText(): string | null {
    return this.transcript?.text ?? null;
  }

  handleSelectCall(event: CustomEvent<{ callId: string }>): void {
    this.select(event.detail.callId);
  }

  handleToggleTranscript(): void {
    this.isTranscriptShown = !this.isTranscriptShown;
  }

  async handleRetry(): Promise<void> {
    this.listError = undefined;
    await refreshApex(this.wiredCalls);
  }

  async handleRetryTranscript(): Promise<void> {
    this.transcriptError = undefined;
    await refreshApex(this.wiredTranscript);
  }

  private select(callId: string | undefined): void {
    if (callId === this.selectedCallId) return;
    this.selectedCallId = callId;
    this.transcript = undefined;
    this.turns = [];
    this.transcriptError = undefined;
  }
}

import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getCalls from '@salesforce/apex/ThoughtlyCallPanelController.getCalls';
import markReviewed from '@salesforce/apex/ThoughtlyCallPanelController.markReviewed';
import EMPTY_TEXT from '@salesforce/label/c.Thoughtly_Panel_Empty_Text';
import EMPTY_TITLE from '@salesforce/label/c.Thoughtly_Panel_Empty_Title';
import ERROR_TITLE from '@salesforce/label/c.Thoughtly_Panel_Error_Title';
import LOADING from '@salesforce/label/c.Thoughtly_Loading';
import NEW_CALLS from '@salesforce/label/c.Thoughtly_Panel_New';
import PANEL_TITLE from '@salesforce/label/c.Thoughtly_Panel_Title';
import RETRY from '@salesforce/label/c.Thoughtly_Try_Again';
import type { WireResult } from '@platform/wire';
import type { Call } from 'c/thoughtlyCalls';
import { formatLabel } from 'c/thoughtlyFormat';
import { errorText } from 'c/thoughtlyJson';
import { watchCalls } from 'c/thoughtlyLive';

/**
 * The conversations of a record. One that arrives while the page is open appears by itself; what the reader has open
 * stays open and where it is.
 */
export default class ThoughtlyCallPanel extends LightningElement {
  @api recordId?: string;
  /** Heading that an admin chose; blank for the standard one. */
  @api cardTitle?: string;
  /** Conversations to list; blank for all that there are. */
  @api numberOfCalls?: number;
  @api hideHistory = false;
  @api hideRecording = false;
  @api hideTranscript = false;
  @api hideSyncSteps = false;
  /** How news come: `Events`, `Polling` or `Off`. */
  @api liveUpdates = 'Events';

  readonly labels = { EMPTY_TEXT, EMPTY_TITLE, ERROR_TITLE, LOADING, RETRY };

  calls?: readonly Call[];
  listError?: string;
  selectedCallId?: string;
  /** Conversations that came while the page was open and that nobody has looked at. */
  newCallIds: readonly string[] = [];

  private wiredCalls?: WireResult<Call[]>;
  private reviewedIds: ReadonlySet<string> = new Set();
  private stopWatching?: () => void;

  @wire(getCalls, { recordId: '$recordId' })
  handleCalls(result: WireResult<Call[]>): void {
    const { data, error } = result;
    this.wiredCalls = result;
    if (error && this.calls) return; // A failed look for news takes nothing away from the reader.
    this.listError = error && errorText(error);
    if (!data) return;
    const known = new Set(this.calls?.map(({ id }) => id));
    const arrived = data.map(({ id }) => id).filter((id) => !known.has(id));
    // A list without any call of before is the first, or the one of another record.
    this.newCallIds = arrived.length < data.length ? [...arrived, ...this.newCallIds] : [];
    this.calls = data;
    if (!data.some(({ id }) => id === this.selectedCallId)) this.select(data[0]?.id);
  }

  get listedCalls(): readonly Call[] {
    const calls = (this.calls ?? []).slice(0, Number(this.numberOfCalls) || undefined);
    return calls.map((call) => (this.reviewedIds.has(call.id) ? { ...call, isUnread: false } : call));
  }

  get selectedCall(): Call | undefined {
    return this.listedCalls.find(({ id }) => id === this.selectedCallId) ?? this.listedCalls[0];
  }

  get heading(): string {
    const title = this.cardTitle || PANEL_TITLE;
    return this.listedCalls.length > 0 ? `${title} (${this.listedCalls.length})` : title;
  }

  get isLoading(): boolean {
    return !this.calls && !this.listError;
  }

  get isEmpty(): boolean {
    return this.calls?.length === 0;
  }

  /** A list beside a single call would push it aside, so news of a second one waits for its reader. */
  get isListShown(): boolean {
    const shownCount = this.listedCalls.length - this.newCallIds.length;
    return !this.hideHistory && this.listedCalls.length > 1 && shownCount !== 1;
  }

  get newsText(): string | undefined {
    const { length } = this.newCallIds;
    return length > 0 ? formatLabel(NEW_CALLS, length) : undefined;
  }

  connectedCallback(): void {
    const shownIds = (): unknown[] => [this.recordId, ...(this.calls ?? []).map(({ id }) => id)];
    this.stopWatching = watchCalls(this.liveUpdates, shownIds, () => {
      // The wire tells when it fails.
      this.refresh().catch(() => undefined);
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  handleSelectCall({ detail }: CustomEvent<{ callId: string }>): void {
    this.select(detail.callId);
  }

  handleShowNew(): void {
    const newest = this.newCallIds[0];
    this.newCallIds = [];
    this.select(newest);
    this.focusHeading();
  }

  /** The conversation may leave this record with its answer. */
  async handleRelinked(): Promise<void> {
    this.focusHeading();
    await this.refresh();
  }

  async handleRetry(): Promise<void> {
    this.listError = undefined;
    this.focusHeading();
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.wiredCalls) await refreshApex(this.wiredCalls);
  }

  /** A button that goes away when it is pressed must not take the focus with it. */
  private focusHeading(): void {
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  private select(callId: string | undefined): void {
    this.selectedCallId = callId;
    this.newCallIds = this.newCallIds.filter((id) => id !== callId);
    if (this.calls?.find(({ id }) => id === callId)?.isUnread) this.review(callId);
  }

  /** The mark is a by-product of reading: a failure of it is nothing that a reader has to know. */
  private review(callId: string | undefined): void {
    if (!callId || this.reviewedIds.has(callId)) return;
    this.reviewedIds = new Set([...this.reviewedIds, callId]);
    markReviewed({ callId }).catch(() => {
      this.reviewedIds = new Set([...this.reviewedIds].filter((id) => id !== callId));
    });
  }
}

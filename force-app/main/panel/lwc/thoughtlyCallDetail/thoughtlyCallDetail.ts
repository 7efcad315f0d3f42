import { LightningElement, api, wire } from 'lwc';
import FORM_FACTOR from '@salesforce/client/formFactor';
import { refreshApex } from '@salesforce/apex';
import getCall from '@salesforce/apex/ThoughtlyCallPanelController.getCall';
import HIDE_TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Hide';
import LOADING from '@salesforce/label/c.Thoughtly_Loading';
import RETRY from '@salesforce/label/c.Thoughtly_Try_Again';
import SHOW_TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Show';
import TRANSCRIPT_ERROR from '@salesforce/label/c.Thoughtly_Transcript_Error';
import type { WireResult } from '@platform/wire';
import { isMessageChannel } from 'c/thoughtlyCalls';
import type { Call, CallTranscript } from 'c/thoughtlyCalls';
import { errorText } from 'c/thoughtlyJson';
import { parseTurns } from 'c/thoughtlyTurns';
import type { Conversation } from 'c/thoughtlyTurns';

type PlayerElement = HTMLElement & { seek(seconds: number): void; playFrom(seconds: number): Promise<void> };
type TranscriptElement = HTMLElement & { follow(seconds: number): void };
type OutcomeElement = HTMLElement & { refresh(): Promise<void> };
type PlaceEvent = CustomEvent<{ seconds: number }>;

/** One conversation. Loads the transcript when it is shown, and lets it and the recording follow each other. Raises `relinked`. */
export default class ThoughtlyCallDetail extends LightningElement {
  @api hideRecording = false;
  @api hideTranscript = false;
  @api hideSyncSteps = false;

  readonly labels = { LOADING, RETRY, TRANSCRIPT_ERROR };

  conversation?: Conversation;
  transcriptError?: string;
  /** On a phone the transcript would push the rest of the page away. */
  isTranscriptShown = FORM_FACTOR !== 'Small';
  private shownCall?: Call;
  private wiredTranscript?: WireResult<CallTranscript>;

  /** The conversation. A newer version of the same one loads its transcript again. */
  @api
  get call(): Call | undefined {
    return this.shownCall;
  }
  set call(value: Call | undefined) {
    const before = this.shownCall;
    this.shownCall = value;
    if (before?.id !== value?.id) this.forgetTranscript();
    else if (before && JSON.stringify(before) !== JSON.stringify(value)) this.reload();
  }

  @wire(getCall, { callId: '$transcriptCallId' })
  handleTranscript(result: WireResult<CallTranscript>): void {
    this.wiredTranscript = result;
    const { data, error } = result;
    this.transcriptError = error && errorText(error);
    const { id, agentName, customerName, startedAt, channel } = this.shownCall ?? {};
    this.conversation =
      data && data.callId === id
        ? {
            turns: parseTurns(data.turns),
            text: data.text,
            agentName,
            customerName,
            startedAt,
            isMessages: isMessageChannel(channel)
          }
        : undefined;
  }

  get callId(): string | undefined {
    return this.shownCall?.id;
  }

  /** Undefined, which fetches nothing, while the transcript is hidden. */
  get transcriptCallId(): string | undefined {
    return this.isTranscriptShown && !this.hideTranscript ? this.callId : undefined;
  }

  get hasRecording(): boolean {
    return !this.hideRecording && Boolean(this.shownCall?.recordingUrl);
  }

  get hasTranscriptSection(): boolean {
    return !this.hideTranscript;
  }

  get isTranscriptLoading(): boolean {
    return Boolean(this.transcriptCallId) && !this.transcriptError && !this.conversation;
  }

  get isTranscriptReady(): boolean {
    return this.isTranscriptShown && !this.isTranscriptLoading && !this.transcriptError;
  }

  get transcriptToggleLabel(): string {
    return this.isTranscriptShown ? HIDE_TRANSCRIPT : SHOW_TRANSCRIPT;
  }

  handleToggleTranscript(): void {
    this.isTranscriptShown = !this.isTranscriptShown;
  }

  handlePosition({ detail }: PlaceEvent): void {
    (this.refs?.transcript as TranscriptElement | undefined)?.follow(detail.seconds);
  }

  async handlePlayFrom({ detail }: PlaceEvent): Promise<void> {
    await this.player?.playFrom(detail.seconds);
  }

  handleSeekTo({ detail }: PlaceEvent): void {
    this.player?.seek(detail.seconds);
  }

  async handleRetryTranscript(): Promise<void> {
    // The button goes away, but not the keyboard focus that was on it.
    (this.refs?.toggle as HTMLElement).focus();
    this.transcriptError = undefined;
    await refreshApex(this.wiredTranscript);
  }

  /** Tells the container, which knows the list. */
  handleRelinked(): void {
    this.dispatchEvent(new CustomEvent('relinked'));
  }

  private get player(): PlayerElement | undefined {
    return this.refs?.player as PlayerElement | undefined;
  }

  private forgetTranscript(): void {
    this.conversation = undefined;
    this.transcriptError = undefined;
  }

  /** Wires tell when they fail. */
  private reload(): void {
    if (!this.wiredTranscript) return;
    const outcome = this.refs?.outcome as OutcomeElement | undefined;
    Promise.all([refreshApex(this.wiredTranscript), outcome?.refresh()]).catch(() => undefined);
  }
}

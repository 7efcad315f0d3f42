import { LightningElement, api } from 'lwc';
import COPIED from '@salesforce/label/c.Thoughtly_Copied';
import COPY_ALL from '@salesforce/label/c.Thoughtly_Transcript_Copy';
import COPY_FAILED from '@salesforce/label/c.Thoughtly_Copy_Failed';
import DOWNLOAD from '@salesforce/label/c.Thoughtly_Transcript_Download';
import FILE_NAME from '@salesforce/label/c.Thoughtly_Transcript_File';
import FOLLOW from '@salesforce/label/c.Thoughtly_Transcript_Follow';
import HIT_COUNT from '@salesforce/label/c.Thoughtly_Search_Count';
import JUMP from '@salesforce/label/c.Thoughtly_Transcript_Jump';
import NEXT from '@salesforce/label/c.Thoughtly_Search_Next';
import NO_HITS from '@salesforce/label/c.Thoughtly_Search_None';
import NO_TRANSCRIPT from '@salesforce/label/c.Thoughtly_No_Transcript';
import PREVIOUS from '@salesforce/label/c.Thoughtly_Search_Previous';
import SEARCH from '@salesforce/label/c.Thoughtly_Search_Label';
import TURN_COUNT from '@salesforce/label/c.Thoughtly_Transcript_Turns';
import { copyText, downloadText } from 'c/thoughtlyClipboard';
import { formatLabel, parseClock } from 'c/thoughtlyFormat';
import { startSeconds, turnLine } from 'c/thoughtlyTurns';
import type { Conversation, TurnMarks } from 'c/thoughtlyTurns';
import { MOST_HITS, isSearchable, search } from './search';
import { talkOf } from './talk';

interface ListElement extends HTMLElement {
  mark(change: Partial<TurnMarks>): void;
  show(index: number): void;
  moveTo(index: number): void;
}
type IndexEvent = CustomEvent<{ index: number }>;

const NOTHING: Conversation = { turns: [] };

/**
 * Who said what, with a search. Falls back to the plain text when the turns of a conversation are not known.
 * Raises `playfrom` and `seekto` with `{ seconds }` when somebody wants to hear a turn or to go to a moment.
 */
export default class ThoughtlyTranscript extends LightningElement {
  /** Whether there is a recording. */
  @api hasRecording = false;

  readonly labels = {
    COPY_ALL,
    DOWNLOAD,
    FOLLOW,
    JUMP,
    NEXT,
    NO_TRANSCRIPT,
    PREVIOUS,
    SEARCH
  };

  talk = talkOf(NOTHING);
  result = search([], '');
  /** Index of the hit that the reader is at; -1 for none. */
  hitIndex = -1;
  isFollowing = true;
  isJumpInvalid = false;
  announcement = '';
  private shown = NOTHING;
  private starts: readonly (number | undefined)[] = [];
  private spokenIndex = -1;

  /** A newer version of the conversation keeps what its reader searched for and went to. */
  @api
  get conversation(): Conversation {
    return this.shown;
  }
  set conversation(value: Conversation) {
    this.shown = value;
    this.starts = value.turns.map((turn) => startSeconds(turn, value));
    this.talk = talkOf(value);
  }

  get hasTimes(): boolean {
    return !this.shown.isMessages && this.starts.some((start) => start !== undefined);
  }

  get canFollow(): boolean {
    return this.hasRecording && this.hasTimes;
  }

  get turnCount(): string {
    return formatLabel(TURN_COUNT, this.shown.turns.length);
  }

  get agentStyle(): string {
    return `inline-size: ${this.talk.agentPercent}%`;
  }

  get hasNoHits(): boolean {
    return this.result.hits.length === 0;
  }

  get hitText(): string {
    const { query, hits } = this.result;
    if (!isSearchable(query)) return '';
    if (this.hasNoHits) return NO_HITS;
    return formatLabel(HIT_COUNT, this.hitIndex + 1, `${hits.length}${hits.length < MOST_HITS ? '' : '+'}`);
  }

  get followClass(): string {
    return `slds-button slds-button_${this.isFollowing ? 'brand' : 'neutral'}`;
  }

  /** Marks the turn that is spoken at a place in the recording, and brings it into view when the reader follows. */
  @api
  follow(seconds: number): void {
    const index = this.turnAt(seconds);
    if (index === this.spokenIndex) return;
    this.spokenIndex = index;
    this.list?.mark({ currentIndex: index });
    if (this.isFollowing) this.list?.show(index);
  }

  handleQuery(event: Event): void {
    this.find((event.target as HTMLInputElement).value);
  }

  handleQueryKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.stepTo(this.hitIndex + (event.shiftKey ? -1 : 1));
    if (event.key === 'Escape') this.find('');
  }

  handleNext(): void {
    this.stepTo(this.hitIndex + 1);
  }

  handlePrevious(): void {
    this.stepTo(this.hitIndex - 1);
  }

  handleJump(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    const seconds = parseClock((event.target as HTMLInputElement).value);
    this.isJumpInvalid = seconds === undefined;
    if (seconds === undefined) return;
    this.list?.moveTo(this.turnAt(seconds));
    if (this.hasRecording) this.dispatchEvent(new CustomEvent('seekto', { detail: { seconds } }));
  }

  handleFollow(): void {
    this.isFollowing = !this.isFollowing;
    if (this.isFollowing) this.list?.show(this.spokenIndex);
  }

  /** Somebody who scrolls wants to read something else than what is spoken. */
  handleOwnScroll(): void {
    this.isFollowing = false;
  }

  handleTurnPlay({ detail }: IndexEvent): void {
    const seconds = this.starts[detail.index];
    if (!this.hasRecording || seconds === undefined) return;
    this.isFollowing = true;
    this.dispatchEvent(new CustomEvent('playfrom', { detail: { seconds } }));
  }

  async handleTurnCopy({ detail }: IndexEvent): Promise<void> {
    const turn = this.shown.turns[detail.index];
    if (turn) await this.copy(turnLine(turn, this.shown));
  }

  async handleCopyAll(): Promise<void> {
    await this.copy(this.wholeText);
  }

  handleDownload(): void {
    downloadText(formatLabel(FILE_NAME, this.shown.startedAt?.slice(0, 10) ?? ''), this.wholeText);
  }

  private get wholeText(): string {
    return this.shown.turns.map((turn) => turnLine(turn, this.shown)).join('\n');
  }

  private get list(): ListElement | undefined {
    return this.refs?.list as ListElement | undefined;
  }

  private find(query: string): void {
    this.result = search(this.shown.turns, query);
    this.list?.mark({ hitsByTurn: this.result.hitsByTurn });
    this.stepTo(0);
  }

  /** Goes to a hit; before the first comes the last. */
  private stepTo(index: number): void {
    const { hits } = this.result;
    const { length } = hits;
    this.hitIndex = length > 0 ? (index + length) % length : -1;
    const currentHit = hits[this.hitIndex];
    this.list?.mark({ currentHit });
    if (!currentHit) return;
    this.isFollowing = false;
    this.list?.show(currentHit.turnIndex);
  }

  /** Index of the turn that is spoken at a moment: the last one that has begun; -1 before the first. */
  private turnAt(seconds: number): number {
    const next = this.starts.findIndex((start) => start !== undefined && start > seconds);
    return this.starts.findLastIndex((start, index) => start !== undefined && (next < 0 || index < next));
  }

  private async copy(text: string): Promise<void> {
    this.announcement = '';
    this.announcement = (await copyText(text)) ? COPIED : COPY_FAILED;
  }
}

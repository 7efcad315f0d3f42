import { LightningElement, api } from 'lwc';
import COPIED from '@salesforce/label/c.Thoughtly_Copied';
import COPY_FAILED from '@salesforce/label/c.Thoughtly_Copy_Failed';
import FILE_NAME from '@salesforce/label/c.Thoughtly_Transcript_File';
import NO_TRANSCRIPT from '@salesforce/label/c.Thoughtly_No_Transcript';
import TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Label';
import { copyText, downloadText } from 'c/thoughtlyClipboard';
import { formatLabel } from 'c/thoughtlyFormat';
import { findHits, segmentsOf } from 'c/thoughtlySearch';
import type { Hit } from 'c/thoughtlySearch';
import { GROUP_SIZE, NO_MARKS, groupTurns, startSeconds, turnAt, turnLine, updateGroups } from 'c/thoughtlyTurns';
import type { Turn, TurnContext, TurnGroup, TurnMarks } from 'c/thoughtlyTurns';

/** Groups that a page paints at once, and those that it adds with each frame after that. */
const FIRST_GROUPS = 8;
const GROUPS_PER_FRAME = 12;

type GroupElement = HTMLElement & { focusTurn(index: number): void; placeOf(index: number): DOMRect | undefined };
type IndexEvent = CustomEvent<{ index: number; isFromKeyboard: boolean }>;

/**
 * Who said what, in order. Falls back to the plain text when the turns of a conversation are not known.
 * Raises `playfrom` and `seekto` with `{ seconds }` when somebody wants to hear a turn or to go to a moment.
 */
export default class ThoughtlyTranscript extends LightningElement {
  /** Plain transcript. */
  @api text?: string | null;
  @api agentName?: string | null;
  @api customerName?: string | null;
  /** ISO time stamp of the start of the call. */
  @api startedAt?: string | null;
  /** Whether this is a chat instead of a call. */
  @api isMessages = false;
  /** Whether there is a recording. */
  @api hasRecording = false;

  readonly labels = { NO_TRANSCRIPT, TRANSCRIPT };

  groups: readonly TurnGroup[] = [];
  query = '';
  hits: readonly Hit[] = [];
  currentHit = -1;
  isFollowing = true;
  announcement = '';
  private turnList: readonly Turn[] = [];
  private starts: readonly (number | undefined)[] = [];
  private marks: TurnMarks = NO_MARKS;
  private isConnectedOnce = false;
  private paintedCount = 0;

  @api
  get turns(): readonly Turn[] {
    return this.turnList;
  }
  set turns(value: readonly Turn[]) {
    this.turnList = value;
    if (this.isConnectedOnce) this.readTurns();
  }

  get hasTurns(): boolean {
    return this.turnList.length > 0;
  }

  /** All groups, a few frames after the first. */
  get paintedGroups(): readonly TurnGroup[] {
    return this.groups.slice(0, this.paintedCount);
  }

  get hasTimes(): boolean {
    return !this.isMessages && this.starts.some((start) => start !== undefined);
  }

  get canFollow(): boolean {
    return this.hasRecording && this.hasTimes;
  }

  connectedCallback(): void {
    this.isConnectedOnce = true;
    this.readTurns();
  }

  /** Marks the turn that is spoken at a place in the recording, and brings it into view when the reader follows. */
  @api
  follow(seconds: number): void {
    const currentIndex = turnAt(this.starts, seconds);
    if (currentIndex === this.marks.currentIndex) return;
    this.mark({ ...this.marks, currentIndex }, [this.marks.currentIndex, currentIndex]);
    if (this.isFollowing) this.show(currentIndex);
  }

  handleQuery({ detail }: CustomEvent<{ text: string }>): void {
    this.query = detail.text;
    this.hits = findHits(this.turnList, this.query);
    this.stepTo(this.hits.length > 0 ? 0 : -1);
  }

  handleHitStep({ detail }: CustomEvent<{ step: number }>): void {
    const { length } = this.hits;
    if (length > 0) this.stepTo((this.currentHit + detail.step + length) % length);
  }

  handleJump({ detail }: CustomEvent<{ seconds: number }>): void {
    const index = Math.max(0, turnAt(this.starts, detail.seconds));
    this.activate(index, true);
    if (this.hasRecording) this.dispatchEvent(new CustomEvent('seekto', { detail }));
  }

  handleFollowChange(): void {
    this.isFollowing = !this.isFollowing;
    if (this.isFollowing) this.show(this.marks.currentIndex);
  }

  /** Somebody who scrolls wants to read something else than what is spoken. */
  handleScrollIntent(): void {
    this.isFollowing = false;
  }

  handleTurnSelect({ detail }: IndexEvent): void {
    this.activate(detail.index, detail.isFromKeyboard);
  }

  handleTurnPlay({ detail }: IndexEvent): void {
    const seconds = this.starts[detail.index];
    if (seconds === undefined) return;
    this.isFollowing = true;
    this.dispatchEvent(new CustomEvent('playfrom', { detail: { seconds } }));
  }

  async handleTurnCopy({ detail }: IndexEvent): Promise<void> {
    const turn = this.turnList[detail.index];
    if (turn) await this.copy(turnLine(turn, this.context));
  }

  async handleCopyAll(): Promise<void> {
    await this.copy(this.wholeText);
  }

  handleDownload(): void {
    downloadText(formatLabel(FILE_NAME, this.startedAt?.slice(0, 10) ?? ''), this.wholeText);
  }

  private get context(): TurnContext {
    const { agentName, customerName, startedAt, isMessages } = this;
    return { agentName, customerName, startedAt, isMessages };
  }

  private get wholeText(): string {
    return this.turnList.map((turn) => turnLine(turn, this.context)).join('\n');
  }

  private readTurns(): void {
    this.marks = NO_MARKS;
    this.hits = [];
    this.query = '';
    this.currentHit = -1;
    this.starts = this.turnList.map((turn) => startSeconds(turn, this.context));
    this.groups = groupTurns(this.turnList, this.context);
    this.paintedCount = 0;
    this.paintMore(FIRST_GROUPS);
  }

  private paintMore(count: number): void {
    this.paintedCount += count;
    if (this.paintedCount >= this.groups.length) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a long transcript must not hold up the page
    requestAnimationFrame(() => this.paintMore(GROUPS_PER_FRAME));
  }

  private stepTo(hit: number): void {
    const before = this.marks.segmentsByIndex;
    this.currentHit = hit;
    const segmentsByIndex = segmentsOf(this.turnList, this.hits, hit);
    this.mark({ ...this.marks, segmentsByIndex }, [...before.keys(), ...segmentsByIndex.keys()]);
    const found = this.hits[hit];
    if (!found) return;
    this.isFollowing = false;
    this.show(found.turnIndex);
  }

  private activate(index: number, isFocused: boolean): void {
    if (index < 0 || index >= this.turnList.length) return;
    this.mark({ ...this.marks, activeIndex: index }, [this.marks.activeIndex, index, 0]);
    if (!isFocused) return;
    this.isFollowing = false;
    this.groupOf(index)?.focusTurn(index);
    this.show(index);
  }

  private mark(marks: TurnMarks, indexes: Iterable<number>): void {
    this.marks = marks;
    this.groups = updateGroups(this.groups, indexes, this.turnList, this.context, marks);
  }

  /** Scrolls the transcript alone: the page stays where its reader is. */
  private show(index: number): void {
    this.paintedCount = Math.max(this.paintedCount, Math.ceil((index + 1) / GROUP_SIZE));
    this.scrollToTurn(index);
    // Groups that were never on screen have an estimated height; the second time it is the real one.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    requestAnimationFrame(() => this.scrollToTurn(index));
  }

  private scrollToTurn(index: number): void {
    const scroller = this.refs?.scroller as HTMLElement | undefined;
    const place = this.groupOf(index)?.placeOf(index);
    if (!scroller || !place) return;
    const middle = (scroller.clientHeight - place.height) / 2;
    scroller.scrollTop += place.top - scroller.getBoundingClientRect().top - Math.max(0, middle);
  }

  private groupOf(index: number): GroupElement | undefined {
    const key = `group-${Math.floor(index / GROUP_SIZE) * GROUP_SIZE}`;
    return this.template?.querySelector<GroupElement>(`[data-group="${key}"]`) ?? undefined;
  }

  private async copy(text: string): Promise<void> {
    this.announcement = (await copyText(text)) ? COPIED : COPY_FAILED;
  }
}

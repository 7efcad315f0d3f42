import { LightningElement, api } from 'lwc';
import COPY_ALL from '@salesforce/label/c.Thoughtly_Transcript_Copy';
import DOWNLOAD from '@salesforce/label/c.Thoughtly_Transcript_Download';
import FOLLOW from '@salesforce/label/c.Thoughtly_Transcript_Follow';
import HIT_COUNT from '@salesforce/label/c.Thoughtly_Search_Count';
import JUMP from '@salesforce/label/c.Thoughtly_Transcript_Jump';
import NEXT from '@salesforce/label/c.Thoughtly_Search_Next';
import NO_HITS from '@salesforce/label/c.Thoughtly_Search_None';
import PREVIOUS from '@salesforce/label/c.Thoughtly_Search_Previous';
import SEARCH from '@salesforce/label/c.Thoughtly_Search_Label';
import { formatLabel, parseClock } from 'c/thoughtlyFormat';

/**
 * Search and actions of a transcript. Raises `query` with `{ text }`, `hitstep` with `{ step }` (1 or -1), `jump` with
 * `{ seconds }`, `followchange`, `copyall` and `download`.
 */
export default class ThoughtlyTranscriptToolbar extends LightningElement {
  @api query = '';
  @api hitCount = 0;
  /** Index of the current hit; -1 for none. */
  @api currentHit = -1;
  /** Whether places of the call can be jumped to. */
  @api hasTimes = false;
  /** Whether there is a recording to follow. */
  @api canFollow = false;
  @api isFollowing = false;

  readonly labels = { COPY_ALL, DOWNLOAD, FOLLOW, JUMP, NEXT, PREVIOUS, SEARCH };
  isJumpInvalid = false;

  get hitText(): string {
    if (this.query.trim().length < 2) return '';
    return this.hitCount === 0 ? NO_HITS : formatLabel(HIT_COUNT, this.currentHit + 1, this.hitCount);
  }

  get hasNoHits(): boolean {
    return this.hitCount === 0;
  }

  get followPressed(): 'true' | 'false' {
    return this.isFollowing ? 'true' : 'false';
  }

  get jumpInvalid(): 'true' | 'false' {
    return this.isJumpInvalid ? 'true' : 'false';
  }

  handleQuery(event: Event): void {
    this.tell('query', { text: (event.target as HTMLInputElement).value });
  }

  handleQueryKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.tell('hitstep', { step: event.shiftKey ? -1 : 1 });
    if (event.key === 'Escape') this.tell('query', { text: '' });
  }

  handleNext(): void {
    this.tell('hitstep', { step: 1 });
  }

  handlePrevious(): void {
    this.tell('hitstep', { step: -1 });
  }

  handleJump(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    const seconds = parseClock((event.target as HTMLInputElement).value);
    this.isJumpInvalid = seconds === undefined;
    if (seconds !== undefined) this.tell('jump', { seconds });
  }

  handleFollow(): void {
    this.tell('followchange', {});
  }

  handleCopy(): void {
    this.tell('copyall', {});
  }

  handleDownload(): void {
    this.tell('download', {});
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

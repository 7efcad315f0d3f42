import { LightningElement, api } from 'lwc';
import ELAPSED from '@salesforce/label/c.Thoughtly_Player_Elapsed';
import ERROR from '@salesforce/label/c.Thoughtly_Player_Error';
import INSECURE from '@salesforce/label/c.Thoughtly_Player_Insecure';
import OPEN from '@salesforce/label/c.Thoughtly_Player_Open';
import PAUSE from '@salesforce/label/c.Thoughtly_Player_Pause';
import PLAY from '@salesforce/label/c.Thoughtly_Player_Play';
import POSITION from '@salesforce/label/c.Thoughtly_Player_Position';
import RECORDING from '@salesforce/label/c.Thoughtly_Player_Label';
import SPEED from '@salesforce/label/c.Thoughtly_Player_Speed';
import { secureUrl } from 'c/thoughtlyCalls';
import { formatClock, formatLabel } from 'c/thoughtlyFormat';

const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 2];

/** Plays the recording of a conversation. Only a secure (`https`) address is ever played or linked. */
export default class ThoughtlyRecordingPlayer extends LightningElement {
  readonly labels = { ERROR, INSECURE, OPEN, POSITION, RECORDING, SPEED };

  isPlaying = false;
  hasFailed = false;
  positionSeconds = 0;
  durationSeconds = 0;
  speed = 1;
  private address?: string;

  /** Address of the recording. Another one stops what is playing. */
  @api
  get url(): string | null | undefined {
    return this.address;
  }
  set url(value: string | null | undefined) {
    this.address = secureUrl(value);
    this.isPlaying = false;
    this.hasFailed = false;
    this.positionSeconds = 0;
    this.durationSeconds = 0;
  }

  get canPlay(): boolean {
    return this.address !== undefined && !this.hasFailed;
  }

  get isInsecure(): boolean {
    return this.address === undefined;
  }

  get playLabel(): string {
    return this.isPlaying ? PAUSE : PLAY;
  }

  get playIcon(): string {
    return this.isPlaying ? 'utility:pause' : 'utility:play';
  }

  get elapsed(): string {
    return formatClock(this.positionSeconds);
  }

  get total(): string {
    return this.durationSeconds > 0 ? formatClock(this.durationSeconds) : '–:––';
  }

  /** What a screen reader says of the slider instead of a number of seconds. */
  get positionText(): string {
    return formatLabel(ELAPSED, this.elapsed, this.total);
  }

  get speedOptions(): { value: string; label: string; isSelected: boolean }[] {
    return SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×`, isSelected: speed === this.speed }));
  }

  /** Goes to a place in the recording, in seconds. */
  @api
  seek(seconds: number): void {
    const { audio } = this;
    if (!audio) return;
    audio.currentTime = seconds;
    this.positionSeconds = seconds;
  }

  async handlePlayPause(): Promise<void> {
    const { audio } = this;
    if (!audio) return;
    if (!audio.paused) {
      audio.pause();
      return;
    }
    try {
      await audio.play();
    } catch (error) {
      // A pause while the browser still loads is no failure.
      this.hasFailed = (error as DOMException).name !== 'AbortError';
    }
  }

  handlePlay(): void {
    this.isPlaying = true;
  }

  handlePause(): void {
    this.isPlaying = false;
  }

  handleMetadata(): void {
    const duration = this.audio?.duration ?? 0;
    this.durationSeconds = Number.isFinite(duration) ? duration : 0;
  }

  handleTimeUpdate(): void {
    this.positionSeconds = this.audio?.currentTime ?? 0;
  }

  handleError(): void {
    this.hasFailed = true;
    this.isPlaying = false;
  }

  handleSeek(event: Event): void {
    this.seek(Number((event.target as HTMLInputElement).value));
  }

  handleSpeed(event: Event): void {
    this.speed = Number((event.target as HTMLSelectElement).value);
    if (this.audio) this.audio.playbackRate = this.speed;
  }

  private get audio(): HTMLAudioElement | undefined {
    return (this.refs?.audio as HTMLAudioElement | undefined) ?? undefined;
  }
}

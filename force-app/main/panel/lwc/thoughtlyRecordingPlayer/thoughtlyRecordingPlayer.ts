import { LightningElement, api } from 'lwc';
import BACK from '@salesforce/label/c.Thoughtly_Player_Back';
import BUFFERING from '@salesforce/label/c.Thoughtly_Player_Buffering';
import ELAPSED from '@salesforce/label/c.Thoughtly_Player_Elapsed';
import FORWARD from '@salesforce/label/c.Thoughtly_Player_Forward';
import INSECURE from '@salesforce/label/c.Thoughtly_Player_Insecure';
import OPEN from '@salesforce/label/c.Thoughtly_Player_Open';
import PAUSE from '@salesforce/label/c.Thoughtly_Player_Pause';
import PLAY from '@salesforce/label/c.Thoughtly_Player_Play';
import POSITION from '@salesforce/label/c.Thoughtly_Player_Position';
import RECORDING from '@salesforce/label/c.Thoughtly_Player_Label';
import REMAINING from '@salesforce/label/c.Thoughtly_Player_Remaining';
import SPEED from '@salesforce/label/c.Thoughtly_Player_Speed';
import VOLUME from '@salesforce/label/c.Thoughtly_Player_Volume';
import { secureUrl } from 'c/thoughtlyCalls';
import { formatClock, formatLabel } from 'c/thoughtlyFormat';
import { KEY_SECONDS, SPEEDS, failureReason, readSpeed, rememberSpeed } from 'c/thoughtlyRecording';

const SKIP_SECONDS = 10;

/**
 * Plays the recording of a conversation. Only a secure (`https`) address is ever played or linked.
 * Raises `positionchange` with `{ seconds, isPlaying }` while it plays and when somebody goes to another place.
 */
export default class ThoughtlyRecordingPlayer extends LightningElement {
  readonly labels = { BACK, BUFFERING, FORWARD, INSECURE, OPEN, POSITION, RECORDING, SPEED, VOLUME };

  isPlaying = false;
  isBuffering = false;
  failure?: string;
  positionSeconds = 0;
  durationSeconds = 0;
  volumePercent = 100;
  speed = readSpeed();
  private address?: string;
  private isBlocked = false;

  /** Address of the recording. Another one stops what is playing. */
  @api
  get url(): string | null | undefined {
    return this.address;
  }
  set url(value: string | null | undefined) {
    this.address = secureUrl(value);
    this.isPlaying = false;
    this.isBuffering = false;
    this.isBlocked = false;
    this.failure = undefined;
    this.positionSeconds = 0;
    this.durationSeconds = 0;
  }

  get canPlay(): boolean {
    return this.address !== undefined && this.failure === undefined;
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

  get remaining(): string {
    return this.durationSeconds > 0 ? `−${formatClock(this.durationSeconds - this.positionSeconds)}` : '';
  }

  get remainingText(): string {
    return formatLabel(REMAINING, formatClock(this.durationSeconds - this.positionSeconds));
  }

  /** What a screen reader says of the slider instead of a number of seconds. */
  get positionText(): string {
    return formatLabel(ELAPSED, this.elapsed, this.total);
  }

  get speedOptions(): { value: string; label: string; isSelected: boolean }[] {
    return SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×`, isSelected: speed === this.speed }));
  }

  connectedCallback(): void {
    document.addEventListener('securitypolicyviolation', this.handleViolation);
  }

  disconnectedCallback(): void {
    document.removeEventListener('securitypolicyviolation', this.handleViolation);
  }

  /** Goes to a place in the recording, in seconds. */
  @api
  seek(seconds: number): void {
    const { audio } = this;
    if (!audio) return;
    const last = this.durationSeconds || seconds;
    this.positionSeconds = Math.min(Math.max(0, seconds), last);
    audio.currentTime = this.positionSeconds;
    this.tellPosition();
  }

  /** Plays from a place in the recording, in seconds. */
  @api
  async playFrom(seconds: number): Promise<void> {
    this.seek(seconds);
    await this.play();
  }

  async handlePlayPause(): Promise<void> {
    if (this.audio?.paused) await this.play();
    else this.audio?.pause();
  }

  handleBack(): void {
    this.seek(this.positionSeconds - SKIP_SECONDS);
  }

  handleForward(): void {
    this.seek(this.positionSeconds + SKIP_SECONDS);
  }

  handlePlay(): void {
    this.isPlaying = true;
    if (this.audio) this.audio.playbackRate = this.speed;
    this.tellPosition();
  }

  handlePause(): void {
    this.isPlaying = false;
    this.isBuffering = false;
    this.tellPosition();
  }

  handleWaiting(): void {
    this.isBuffering = true;
  }

  handleReady(): void {
    this.isBuffering = false;
  }

  handleMetadata(): void {
    const duration = this.audio?.duration ?? 0;
    this.durationSeconds = Number.isFinite(duration) ? duration : 0;
  }

  handleTimeUpdate(): void {
    this.positionSeconds = this.audio?.currentTime ?? 0;
    this.tellPosition();
  }

  handleError(): void {
    if (!this.address) return;
    this.failure = failureReason({
      url: this.address,
      code: this.audio?.error?.code,
      isBlocked: this.isBlocked
    });
    this.isPlaying = false;
    this.isBuffering = false;
  }

  handleSeek(event: Event): void {
    this.seek(Number((event.target as HTMLInputElement).value));
  }

  /** A step of one second is right for a pointer and too small for a key. */
  handleSliderKey(event: KeyboardEvent): void {
    const seconds = KEY_SECONDS[event.key];
    if (seconds === undefined) return;
    event.preventDefault();
    this.seek(this.positionSeconds + seconds);
  }

  handleSpeed(event: Event): void {
    this.speed = Number((event.target as HTMLSelectElement).value);
    if (this.audio) this.audio.playbackRate = this.speed;
    rememberSpeed(this.speed);
  }

  handleVolume(event: Event): void {
    this.volumePercent = Number((event.target as HTMLInputElement).value);
    if (this.audio) this.audio.volume = this.volumePercent / 100;
  }

  private readonly handleViolation = (event: Event): void => {
    const { blockedURI } = event as SecurityPolicyViolationEvent;
    if (this.address && blockedURI.startsWith(new URL(this.address).origin)) this.isBlocked = true;
  };

  private async play(): Promise<void> {
    try {
      await this.audio?.play();
    } catch (error) {
      // A pause while the browser still loads is no failure.
      if ((error as DOMException).name !== 'AbortError') this.handleError();
    }
  }

  private tellPosition(): void {
    const detail = { seconds: this.positionSeconds, isPlaying: this.isPlaying };
    this.dispatchEvent(new CustomEvent('positionchange', { detail }));
  }

  private get audio(): HTMLAudioElement | undefined {
    return (this.refs?.audio as HTMLAudioElement | undefined) ?? undefined;
  }
}

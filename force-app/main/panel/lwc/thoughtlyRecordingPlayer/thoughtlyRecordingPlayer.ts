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
import SPEED from '@salesforce/label/c.Thoughtly_Player_Speed';
import VOLUME from '@salesforce/label/c.Thoughtly_Player_Volume';
import { secureUrl } from 'c/thoughtlyCalls';
import { formatClock, formatLabel } from 'c/thoughtlyFormat';
import { KEY_SECONDS, SPEEDS, failureReason, readSpeed, rememberSpeed } from './recording';

const SKIP_SECONDS = 10;

/**
 * Plays the recording of a conversation. Only a secure (`https`) address is ever played or linked.
 * Raises `positionchange` with `{ seconds }` while it plays and when somebody goes to another place.
 */
export default class ThoughtlyRecordingPlayer extends LightningElement {
  readonly labels = { BACK, BUFFERING, FORWARD, INSECURE, OPEN, POSITION, RECORDING, SPEED, VOLUME };
  readonly speedOptions = SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }));

  isPlaying = false;
  isBuffering = false;
  failure?: string;
  positionSeconds = 0;
  /** 0 until the browser knows it. */
  durationSeconds = 0;
  volumePercent = 100;
  speed = readSpeed();
  private address?: string;
  private isBlocked = false;

  /** Address of the recording. Another one stops what is playing; the same one changes nothing. */
  @api
  get url(): string | null | undefined {
    return this.address;
  }
  set url(value: string | null | undefined) {
    const address = secureUrl(value);
    if (address && address === this.address) return;
    this.address = address;
    this.isBlocked = false;
    this.failure = address ? undefined : INSECURE;
    this.stop();
    this.positionSeconds = 0;
    this.durationSeconds = 0;
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

  /** What a screen reader says of the slider instead of a number of seconds. */
  get positionText(): string {
    return formatLabel(ELAPSED, this.elapsed, this.total);
  }

  get speedValue(): string {
    return String(this.speed);
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
    this.positionSeconds = Math.min(Math.max(0, seconds), this.durationSeconds || seconds);
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

  /** Takes over what the browser's player does, whatever made it do so. */
  handleState({ target }: Event): void {
    const audio = target as HTMLAudioElement;
    this.tune();
    this.isPlaying = !audio.paused;
    this.isBuffering = this.isPlaying && audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
    this.durationSeconds = Number.isFinite(audio.duration) ? audio.duration : 0;
    if (!this.isPlaying && this.positionSeconds === audio.currentTime) return;
    this.positionSeconds = audio.currentTime;
    this.tellPosition();
  }

  handleError(): void {
    const { address: url, isBlocked } = this;
    if (url) this.failure = failureReason({ url, code: this.audio?.error?.code, isBlocked });
    this.stop();
    // The controls go away, but not the keyboard focus that was on them.
    if (this.template?.activeElement) (this.refs?.section as HTMLElement).focus();
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

  handleSpeed({ detail }: CustomEvent<{ value: string }>): void {
    this.speed = Number(detail.value);
    this.tune();
    rememberSpeed(this.speed);
  }

  handleVolume(event: Event): void {
    this.volumePercent = Number((event.target as HTMLInputElement).value);
    this.tune();
  }

  private readonly handleViolation = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
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

  /** The browser forgets the speed with each recording. */
  private tune(): void {
    const { audio } = this;
    if (!audio) return;
    audio.playbackRate = this.speed;
    audio.volume = this.volumePercent / 100;
  }

  private stop(): void {
    this.isPlaying = false;
    this.isBuffering = false;
  }

  private tellPosition(): void {
    this.dispatchEvent(new CustomEvent('positionchange', { detail: { seconds: this.positionSeconds } }));
  }

  private get audio(): HTMLAudioElement | undefined {
    return this.refs?.audio as HTMLAudioElement | undefined;
  }
}

import { createElement } from 'lwc';
import ThoughtlyRecordingPlayer from 'c/thoughtlyRecordingPlayer';

const URL = 'https://recordings.thoughtly.com/8c1d7f52.mp3';
type Player = HTMLElement & { url?: string; seek(seconds: number): void };

function render(url: string): Player {
  const element = createElement('c-thoughtly-recording-player', { is: ThoughtlyRecordingPlayer }) as unknown as Player;
  element.url = url;
  document.body.appendChild(element);
  return element;
}

function find<T extends Element = HTMLElement>(player: Player, selector: string): T | null {
  return (player.shadowRoot as ShadowRoot).querySelector<T>(selector);
}

type Button = HTMLElement & { alternativeText: string };
const playButton = (player: Player): Button | undefined =>
  [...(player.shadowRoot as ShadowRoot).querySelectorAll<Button>('lightning-button-icon')][1];

interface AudioState {
  paused?: boolean;
  duration?: number;
  readyState?: number;
  play?: () => Promise<void>;
}

/** jsdom has no player: what the browser would do is told to the element. */
function fakeAudio(player: Player, state: AudioState = {}): HTMLAudioElement {
  const audio = find<HTMLAudioElement>(player, 'audio') as HTMLAudioElement;
  const values = { paused: true, duration: 208, readyState: 4, ...state };
  for (const name of ['paused', 'duration', 'readyState'] as const) {
    Object.defineProperty(audio, name, { configurable: true, value: values[name] });
  }
  audio.play = jest.fn(state.play ?? (() => Promise.resolve()));
  audio.pause = jest.fn();
  return audio;
}

const settle = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

async function tell(audio: HTMLAudioElement, name: string): Promise<void> {
  audio.dispatchEvent(new CustomEvent(name));
  await settle();
}

const text = (player: Player, id: string): string | undefined => find(player, `[data-id="${id}"]`)?.textContent?.trim();

function listen(player: Player): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  player.addEventListener('positionchange', (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-recording-player', () => {
  afterEach(() => {
    document.body.replaceChildren();
    window.localStorage.clear();
  });

  it('plays a secure address, and shows that it plays', async () => {
    const player = render(URL);
    const audio = fakeAudio(player);
    expect(audio.getAttribute('src')).toBe(URL);

    playButton(player)?.click();
    expect(audio.play).toHaveBeenCalled();
    fakeAudio(player, { paused: false });
    await tell(audio, 'play');

    expect(playButton(player)?.alternativeText).toBe('c.Thoughtly_Player_Pause');
  });

  it('pauses what is playing', () => {
    const player = render(URL);
    const audio = fakeAudio(player, { paused: false });

    playButton(player)?.click();

    expect(audio.pause).toHaveBeenCalled();
  });

  it('shows elapsed, remaining and whole time, and goes to a place', async () => {
    const player = render(URL);
    const audio = fakeAudio(player);
    expect(text(player, 'total')).toBe('–:––');
    await tell(audio, 'durationchange');
    player.seek(65);
    await settle();

    expect(audio.currentTime).toBe(65);
    expect(text(player, 'elapsed')).toBe('1:05');
    expect(text(player, 'remaining')).toBe('−2:23');
    expect(text(player, 'total')).toBe('3:28');
    player.seek(999);
    expect(audio.currentTime).toBe(208);
    player.seek(-5);
    expect(audio.currentTime).toBe(0);
  });

  it('goes back and forward by ten seconds, and by keys', async () => {
    const player = render(URL);
    const audio = fakeAudio(player);
    await tell(audio, 'durationchange');
    const [back, , forward] = (player.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('lightning-button-icon');
    forward?.click();
    forward?.click();
    expect(audio.currentTime).toBe(20);
    back?.click();
    expect(audio.currentTime).toBe(10);
    const slider = find(player, '[data-id="position"]');
    slider?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp' }));
    expect(audio.currentTime).toBe(40);
    slider?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    expect(audio.currentTime).toBe(40);
  });

  it('tells its position while it plays, and not before anything happened', async () => {
    const player = render(URL);
    const handler = listen(player);
    const audio = fakeAudio(player);
    await tell(audio, 'durationchange');
    expect(handler).not.toHaveBeenCalled();
    audio.currentTime = 4;
    await tell(audio, 'timeupdate');
    expect(handler).toHaveBeenCalledWith({ seconds: 4 });
  });

  it('says when it waits for the recording', async () => {
    const player = render(URL);
    const audio = fakeAudio(player, { paused: false, readyState: 1 });
    await tell(audio, 'waiting');
    expect(text(player, 'buffering')).toBe('c.Thoughtly_Player_Buffering');
    fakeAudio(player, { paused: false });
    await tell(audio, 'playing');
    expect(text(player, 'buffering')).toBe('');
  });

  it('changes speed and volume, and remembers the speed', async () => {
    const player = render(URL);
    const audio = fakeAudio(player);
    find(player, 'lightning-select')?.dispatchEvent(new CustomEvent('change', { detail: { value: '1.5' } }));
    const volume = find<HTMLInputElement>(player, '.volume') as HTMLInputElement;
    volume.value = '50';
    volume.dispatchEvent(new CustomEvent('input'));
    expect([audio.playbackRate, audio.volume]).toEqual([1.5, 0.5]);

    const next = render(URL);
    const nextAudio = fakeAudio(next);
    await tell(nextAudio, 'durationchange');
    expect(nextAudio.playbackRate).toBe(1.5);
    expect(find<HTMLElement & { value: string }>(next, 'lightning-select')?.value).toBe('1.5');
  });

  it('says so and links the recording when it cannot be played', async () => {
    const player = render(URL);
    await tell(fakeAudio(player), 'error');

    expect(text(player, 'failed')).toBe('c.Thoughtly_Player_Error');
    expect(find(player, '[data-id="open"]')?.getAttribute('href')).toBe(URL);
  });

  it('keeps the keyboard focus when its controls go away', async () => {
    const player = render(URL);
    find(player, '[data-id="position"]')?.focus();
    await tell(fakeAudio(player), 'error');
    expect((player.shadowRoot as ShadowRoot).activeElement?.tagName).toBe('SECTION');
  });

  it('says so when the org does not trust the host', async () => {
    const player = render(URL);
    const violation = new CustomEvent('securitypolicyviolation');
    Object.assign(violation, { blockedURI: 'https://recordings.thoughtly.com' });
    document.dispatchEvent(violation);
    await tell(fakeAudio(player), 'error');
    expect(text(player, 'failed')).toBe('c.Thoughtly_Player_Untrusted');
  });

  it('says so when it is refused to play, but not when it is paused while it loads', async () => {
    const player = render(URL);
    fakeAudio(player, { play: () => Promise.reject(new DOMException('', 'AbortError')) });
    playButton(player)?.click();
    await settle();
    expect(find(player, '[data-id="failed"]')).toBeNull();
    fakeAudio(player, { play: () => Promise.reject(new DOMException('', 'NotSupportedError')) });
    playButton(player)?.click();
    await settle();
    await settle();
    expect(find(player, '[data-id="failed"]')).not.toBeNull();
  });

  it('starts anew with another address, and goes on with the same one', async () => {
    const player = render(URL);
    await tell(fakeAudio(player), 'durationchange');
    player.seek(65);
    player.url = URL;
    await settle();
    expect(text(player, 'elapsed')).toBe('1:05');
    player.url = `${URL}?again`;
    await settle();
    expect(text(player, 'elapsed')).toBe('0:00');
  });

  it.each(['javascript:alert(1)', 'http://example.com/a.mp3', 'data:audio/mp3;base64,AAAA'])(
    'neither plays nor links %s',
    (url) => {
      const player = render(url);

      expect(find(player, 'audio')).toBeNull();
      expect(find(player, 'a')).toBeNull();
      expect(text(player, 'failed')).toBe('c.Thoughtly_Player_Insecure');
    }
  );

  it('is accessible, also when it fails', async () => {
    const player = render(URL);
    await expect(document.body).toBeAccessible();
    await tell(fakeAudio(player), 'error');
    await expect(document.body).toBeAccessible();
  });
});

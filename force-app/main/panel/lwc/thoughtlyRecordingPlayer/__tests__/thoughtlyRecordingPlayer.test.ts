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

/** jsdom has no player: what the browser would do is told to the element. */
function fakeAudio(
  player: Player,
  state: { paused?: boolean; duration?: number; play?: () => Promise<void> }
): HTMLAudioElement {
  const audio = find<HTMLAudioElement>(player, 'audio') as HTMLAudioElement;
  Object.defineProperty(audio, 'paused', { configurable: true, value: state.paused ?? true });
  Object.defineProperty(audio, 'duration', { configurable: true, value: state.duration ?? 208 });
  audio.play = jest.fn(state.play ?? (() => Promise.resolve()));
  audio.pause = jest.fn();
  return audio;
}

const settle = (): Promise<void> => Promise.resolve();

describe('c-thoughtly-recording-player', () => {
  afterEach(() => document.body.replaceChildren());

  it('plays a secure address', async () => {
    const player = render(URL);
    const audio = fakeAudio(player, {});
    expect(audio.getAttribute('src')).toBe(URL);

    find(player, '[data-id="play"]')?.click();
    audio.dispatchEvent(new CustomEvent('play'));
    await settle();

    expect(audio.play).toHaveBeenCalled();
    expect(find<HTMLElement & { alternativeText: string }>(player, '[data-id="play"]')?.alternativeText).toBe(
      'c.Thoughtly_Player_Pause'
    );
  });

  it('pauses what is playing', () => {
    const player = render(URL);
    const audio = fakeAudio(player, { paused: false });

    find(player, '[data-id="play"]')?.click();

    expect(audio.pause).toHaveBeenCalled();
  });

  it('shows and seeks the position', async () => {
    const player = render(URL);
    const audio = fakeAudio(player, {});
    audio.dispatchEvent(new CustomEvent('loadedmetadata'));
    player.seek(65);
    await settle();

    expect(audio.currentTime).toBe(65);
    expect(find(player, '[data-id="elapsed"]')?.textContent).toBe('1:05');
    expect(find(player, '[data-id="total"]')?.textContent).toBe('3:28');
  });

  it('changes the speed', () => {
    const player = render(URL);
    const audio = fakeAudio(player, {});
    const speed = find<HTMLSelectElement>(player, '[data-id="speed"]') as HTMLSelectElement;

    speed.value = '1.5';
    speed.dispatchEvent(new CustomEvent('change'));

    expect(audio.playbackRate).toBe(1.5);
  });

  it('says so and links the recording when it cannot be played', async () => {
    const player = render(URL);
    find(player, 'audio')?.dispatchEvent(new CustomEvent('error'));
    await settle();

    expect(find(player, '[data-id="failed"]')).not.toBeNull();
    expect(find(player, '[data-id="open"]')?.getAttribute('href')).toBe(URL);
  });

  it.each(['javascript:alert(1)', 'http://example.com/a.mp3', 'data:audio/mp3;base64,AAAA'])(
    'neither plays nor links %s',
    (url) => {
      const player = render(url);

      expect(find(player, 'audio')).toBeNull();
      expect(find(player, 'a')).toBeNull();
      expect(find(player, '[data-id="insecure"]')).not.toBeNull();
    }
  );

  it('is accessible', async () => {
    render(URL);
    await expect(document.body).toBeAccessible();
  });
});

import { createElement } from 'lwc';
import ThoughtlyTranscript from 'c/thoughtlyTranscript';
import { copyText, downloadText } from 'c/thoughtlyClipboard';
import { parseTurns } from 'c/thoughtlyTurns';

jest.mock('c/thoughtlyClipboard', () => ({ copyText: jest.fn(() => Promise.resolve(true)), downloadText: jest.fn() }));
jest.mock('@salesforce/label/c.Thoughtly_Talk_Share', () => ({ default: '{0} {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Thoughtly_Search_Count', () => ({ default: '{0} of {1} hits' }), { virtual: true });

type Transcript = HTMLElement & { follow(seconds: number): void };
type List = HTMLElement & Record<'mark' | 'show' | 'moveTo', (argument: unknown) => void>;

const CONVERSATION = {
  turns: parseTurns(
    '[{"speaker":"Agent","text":"Hello, solar?","offsetMs":4000},{"speaker":"Customer","text":"<b>Yes</b>, solar","offsetMs":9000}]'
  ),
  agentName: 'Maya',
  startedAt: '2026-05-24T15:31:10.000Z'
};

function render(properties: Record<string, unknown> = { conversation: CONVERSATION, hasRecording: true }): Transcript {
  const element = createElement('c-thoughtly-transcript', { is: ThoughtlyTranscript }) as unknown as Transcript;
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

const root = (element: Transcript): ShadowRoot => element.shadowRoot as ShadowRoot;
const part = (element: Transcript, id: string): HTMLElement | null => root(element).querySelector(`[data-id="${id}"]`);
const text = (element: Transcript, id: string): string | null | undefined => part(element, id)?.textContent;
const field = (element: Transcript, id: string): HTMLInputElement => part(element, id) as HTMLInputElement;
const settle = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
};

/** The list, with a record of what it was told. */
function spyList(element: Transcript): Record<'mark' | 'show' | 'moveTo', jest.SpyInstance> {
  const list = root(element).querySelector<List>('c-thoughtly-turn-list') as List;
  return {
    mark: jest.spyOn(list, 'mark'),
    show: jest.spyOn(list, 'show'),
    moveTo: jest.spyOn(list, 'moveTo')
  };
}

function tell(element: Transcript, name: string, detail?: object): void {
  root(element).querySelector('c-thoughtly-turn-list')?.dispatchEvent(new CustomEvent(name, { detail }));
}

async function type(element: Transcript, query: string): Promise<void> {
  field(element, 'search').value = query;
  field(element, 'search').dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function press(element: Transcript, id: string, key: string, shiftKey = false): Promise<void> {
  field(element, id).dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey }));
  await settle();
}

function listen(element: HTMLElement, name: string): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener(name, (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-transcript', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists the turns, and says who spoke how much', () => {
    const element = render();
    const list = root(element).querySelector<List & { conversation: unknown }>('c-thoughtly-turn-list');
    expect(list?.conversation).toEqual(CONVERSATION);
    expect(text(element, 'talk-share')).toBe('Maya 50 · c.Thoughtly_Speaker_Customer 50');
    expect(text(element, 'talk-most')).toBe('');
  });

  it('counts hits and steps through them in both directions', async () => {
    const element = render();
    const { mark, show } = spyList(element);
    await type(element, 'solar');
    expect(text(element, 'hit-count')).toBe('1 of 2 hits');
    expect(show).toHaveBeenLastCalledWith(0);
    await press(element, 'search', 'Enter');
    expect(text(element, 'hit-count')).toBe('2 of 2 hits');
    expect(mark).toHaveBeenLastCalledWith({ currentHit: { turnIndex: 1, start: 12, end: 17 } });
    await press(element, 'search', 'Enter');
    expect(text(element, 'hit-count')).toBe('1 of 2 hits');
    await press(element, 'search', 'Enter', true);
    expect(text(element, 'hit-count')).toBe('2 of 2 hits');
  });

  it('says that nothing was found, and forgets a search by Escape', async () => {
    const element = render();
    await type(element, 'moon');
    expect(text(element, 'hit-count')).toBe('c.Thoughtly_Search_None');
    await press(element, 'search', 'Enter');
    await press(element, 'search', 'Escape');
    expect(text(element, 'hit-count')).toBe('');
    expect(field(element, 'search').value).toBe('');
  });

  it('follows the recording until its reader scrolls, and again when asked to', async () => {
    const element = render();
    const { mark, show } = spyList(element);
    element.follow(5);
    element.follow(6);
    expect(mark.mock.calls).toEqual([[{ currentIndex: 0 }]]);
    expect(show.mock.calls).toEqual([[0]]);
    tell(element, 'ownscroll');
    element.follow(9);
    expect(mark).toHaveBeenLastCalledWith({ currentIndex: 1 });
    expect(show).toHaveBeenCalledTimes(1);
    await settle();
    expect(part(element, 'follow')?.getAttribute('aria-pressed')).toBe('false');
    part(element, 'follow')?.click();
    expect(show).toHaveBeenLastCalledWith(1);
    element.follow(0);
    expect(mark).toHaveBeenLastCalledWith({ currentIndex: -1 });
  });

  it('asks to play from a turn', () => {
    const element = render();
    const handler = listen(element, 'playfrom');
    tell(element, 'turnplay', { index: 1 });
    tell(element, 'turnplay', { index: 7 });
    expect(handler.mock.calls).toEqual([[{ seconds: 9 }]]);
  });

  it('jumps to a moment, and says when there is none', async () => {
    const element = render();
    const { moveTo } = spyList(element);
    const handler = listen(element, 'seekto');
    field(element, 'jump').value = '0:10';
    await press(element, 'jump', 'Enter');
    expect(moveTo).toHaveBeenCalledWith(1);
    expect(handler).toHaveBeenCalledWith({ seconds: 10 });
    field(element, 'jump').value = 'noon';
    await press(element, 'jump', 'Enter');
    expect(field(element, 'jump').getAttribute('aria-invalid')).toBe('true');
  });

  it('copies a turn or all, downloads all, and says so', async () => {
    const element = render();
    const [copyAll, download] = [...root(element).querySelectorAll<HTMLElement>('lightning-button-icon')].slice(-2);
    tell(element, 'turncopy', { index: 0 });
    await settle();
    expect(copyText).toHaveBeenLastCalledWith('[0:04] Maya: Hello, solar?');
    expect(text(element, 'announcement')).toBe('c.Thoughtly_Copied');
    jest.mocked(copyText).mockResolvedValueOnce(false);
    copyAll?.click();
    await settle();
    expect(text(element, 'announcement')).toBe('c.Thoughtly_Copy_Failed');
    download?.click();
    const whole = '[0:04] Maya: Hello, solar?\n[0:09] c.Thoughtly_Speaker_Customer: <b>Yes</b>, solar';
    expect(downloadText).toHaveBeenCalledWith('c.Thoughtly_Transcript_File', whole);
  });

  it('offers nothing to follow without a recording, and no moments in messages', () => {
    const silent = render({ conversation: CONVERSATION });
    expect(part(silent, 'follow')).toBeNull();
    expect(part(silent, 'jump')).not.toBeNull();
    const handler = listen(silent, 'playfrom');
    tell(silent, 'turnplay', { index: 1 });
    expect(handler).not.toHaveBeenCalled();
    expect(part(render({ conversation: { ...CONVERSATION, isMessages: true } }), 'jump')).toBeNull();
  });

  it('keeps a search when a newer version of the conversation comes', async () => {
    const element = render();
    await type(element, 'solar');
    Object.assign(element, {
      conversation: { ...CONVERSATION, turns: [...CONVERSATION.turns, ...CONVERSATION.turns] }
    });
    await settle();
    expect(text(element, 'hit-count')).toBe('1 of 2 hits');
    expect(text(element, 'turn-count')).toBe('c.Thoughtly_Transcript_Turns');
  });

  it('shows the plain text when there are no turns', () => {
    expect(
      root(render({ conversation: { turns: [], text: 'Agent: Hello' } })).querySelector('.text')?.textContent
    ).toBe('Agent: Hello');
  });

  it('says so when there is neither', () => {
    expect(part(render({}), 'no-transcript')).not.toBeNull();
  });

  it('is accessible', async () => {
    await type(render(), 'solar');
    await expect(document.body).toBeAccessible();
  });
});

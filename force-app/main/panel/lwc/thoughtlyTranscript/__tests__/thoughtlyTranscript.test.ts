import { createElement } from 'lwc';
import ThoughtlyTranscript from 'c/thoughtlyTranscript';
import { parseTurns } from 'c/thoughtlyTurns';
import type { TurnView } from 'c/thoughtlyTurns';

type Transcript = HTMLElement & { follow(seconds: number): void };
type Group = HTMLElement & { turns: TurnView[] };
type Toolbar = HTMLElement & { hitCount: number };

function renderElement(properties: Record<string, unknown>): Transcript {
  const element = createElement('c-thoughtly-transcript', { is: ThoughtlyTranscript }) as unknown as Transcript;
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

function render(properties: Record<string, unknown>): ShadowRoot {
  return renderElement(properties).shadowRoot as ShadowRoot;
}

function tell(root: ShadowRoot, selector: string, name: string, detail: object): void {
  root.querySelector(selector)?.dispatchEvent(new CustomEvent(name, { detail }));
}

const TURNS = parseTurns(
  '[{"speaker":"Agent","text":"Hello","offsetMs":4000},{"speaker":"Customer","text":"<b>Yes</b>"}]'
);

describe('c-thoughtly-transcript', () => {
  afterEach(() => document.body.replaceChildren());

  it('lays turns out in groups', () => {
    const groups = render({ turns: TURNS, agentName: 'Maya' }).querySelectorAll<Group>('c-thoughtly-turn-group');
    expect(groups).toHaveLength(1);
    expect(groups[0]?.turns[0]).toMatchObject({ speaker: 'Maya', clock: '0:04', side: 'agent' });
  });

  it('counts and marks what is searched for', async () => {
    const root = render({ turns: TURNS });
    tell(root, 'c-thoughtly-transcript-toolbar', 'query', { text: 'yes' });
    await Promise.resolve();
    expect(root.querySelector<Toolbar>('c-thoughtly-transcript-toolbar')?.hitCount).toBe(1);
    expect(root.querySelector<Group>('c-thoughtly-turn-group')?.turns[1]?.segments).toHaveLength(3);
  });

  it('marks the turn that is spoken', async () => {
    const element = renderElement({ turns: TURNS });
    element.follow(5);
    await Promise.resolve();
    const [group] = (element.shadowRoot as ShadowRoot).querySelectorAll<Group>('c-thoughtly-turn-group');
    expect(group?.turns[0]?.current).toBe('true');
  });

  it('asks to play from a turn', () => {
    const element = renderElement({ turns: TURNS, hasRecording: true });
    const handler = jest.fn<void, [unknown]>();
    element.addEventListener('playfrom', (event) => handler((event as CustomEvent<unknown>).detail));
    tell(element.shadowRoot as ShadowRoot, 'c-thoughtly-turn-group', 'turnplay', { index: 0 });
    expect(handler).toHaveBeenCalledWith({ seconds: 4 });
  });

  it('shows the plain text when there are no turns', () => {
    expect(render({ text: 'Agent: Hello' }).querySelector('[data-id="plain-text"]')?.textContent).toBe('Agent: Hello');
  });

  it('says so when there is neither', () => {
    expect(render({}).querySelector('[data-id="no-transcript"]')).not.toBeNull();
  });

  it('is accessible', async () => {
    render({ turns: TURNS });
    await expect(document.body).toBeAccessible();
  });
});

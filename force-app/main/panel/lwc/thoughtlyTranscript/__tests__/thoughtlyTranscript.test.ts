import { createElement } from 'lwc';
import ThoughtlyTranscript from 'c/thoughtlyTranscript';
import { parseTurns } from 'c/thoughtlyTurns';

function render(properties: Record<string, unknown>): ShadowRoot {
  const element = createElement('c-thoughtly-transcript', { is: ThoughtlyTranscript });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

const TURNS = parseTurns(
  '[{"speaker":"Agent","text":"Hello","offsetMs":4000},{"speaker":"Customer","text":"<b>Yes</b>"}]'
);

describe('c-thoughtly-transcript', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each turn with its speaker, side and time', () => {
    const root = render({ turns: TURNS, agentName: 'Maya', customerName: 'Dana' });

    expect([...root.querySelectorAll('[data-id="speaker"]')].map((item) => item.textContent)).toEqual(['Maya', 'Dana']);
    expect([...root.querySelectorAll('li')].map((item) => item.dataset.side)).toEqual(['agent', 'customer']);
    expect(root.querySelector('.meta__time')?.textContent).toBe('0:04');
  });

  it('shows markup as text', () => {
    const root = render({ turns: TURNS });
    expect(root.querySelectorAll('[data-id="turn-text"]')[1]?.textContent).toBe('<b>Yes</b>');
    expect(root.querySelector('b')).toBeNull();
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

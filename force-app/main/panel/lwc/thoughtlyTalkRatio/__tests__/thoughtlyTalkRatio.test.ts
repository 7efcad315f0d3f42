import { createElement } from 'lwc';
import ThoughtlyTalkRatio from 'c/thoughtlyTalkRatio';
import type { Turn } from 'c/thoughtlyTurns';

const TURNS: Turn[] = [
  { speaker: 'Agent', side: 'agent', text: 'one two three' },
  { speaker: 'Customer', side: 'customer', text: 'one' }
];

function render(turns: readonly Turn[]): ShadowRoot {
  const element = createElement('c-thoughtly-talk-ratio', { is: ThoughtlyTalkRatio });
  element.turns = turns;
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

describe('c-thoughtly-talk-ratio', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the share of each side and who spoke most', () => {
    const root = render(TURNS);
    expect([...root.querySelectorAll<HTMLElement>('.bars span')].map((bar) => bar.style.inlineSize)).toHaveLength(2);
    expect(root.querySelectorAll('[data-id="talk-share"]')).toHaveLength(2);
    expect(root.querySelector('[data-id="talk-most"]')).not.toBeNull();
  });

  it('shows no winner without words', () => {
    expect(render([]).querySelector('[data-id="talk-most"]')).toBeNull();
  });

  it('is accessible', async () => {
    render(TURNS);
    await expect(document.body).toBeAccessible();
  });
});

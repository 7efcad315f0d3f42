import { createElement } from 'lwc';
import ThoughtlyTurnGroup from 'c/thoughtlyTurnGroup';
import { groupTurns } from 'c/thoughtlyTurns';
import type { Turn, TurnView } from 'c/thoughtlyTurns';

const TURNS: Turn[] = [
  { speaker: 'Agent', side: 'agent', text: 'Hello', offsetMs: 4000 },
  { speaker: 'Customer', side: 'customer', text: '<b>Yes</b>' }
];
const MARKS = { currentIndex: 0, activeIndex: 0, segmentsByIndex: new Map() };

function render(): HTMLElement {
  const element = createElement('c-thoughtly-turn-group', { is: ThoughtlyTurnGroup });
  element.turns = groupTurns(TURNS, {}, MARKS)[0]?.turns as TurnView[];
  element.canPlay = true;
  document.body.appendChild(element);
  return element;
}

const items = (element: HTMLElement): HTMLElement[] => [...(element.shadowRoot as ShadowRoot).querySelectorAll('li')];

function listen(element: HTMLElement, name: string): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener(name, (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-turn-group', () => {
  afterEach(() => document.body.replaceChildren());

  it('marks the spoken turn and shows markup as text', () => {
    const [first, second] = items(render());
    expect(first?.getAttribute('aria-current')).toBe('true');
    expect(second?.querySelector('p')?.textContent).toBe('<b>Yes</b>');
    expect(second?.querySelector('b')).toBeNull();
  });

  it('plays a turn that is clicked', () => {
    const element = render();
    const play = listen(element, 'turnplay');
    items(element)[1]?.click();
    expect(play).toHaveBeenCalledWith({ index: 1 });
  });

  it('moves by arrow keys and plays by Enter', () => {
    const element = render();
    const select = listen(element, 'turnselect');
    const play = listen(element, 'turnplay');
    items(element)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    items(element)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(select.mock.calls[0]).toEqual([{ index: 1, isFromKeyboard: true }]);
    expect(play).toHaveBeenCalledWith({ index: 0 });
  });

  it('has actions on the active turn alone', () => {
    const element = render();
    const copy = listen(element, 'turncopy');
    const buttons = (element.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('[data-id="turn-copy"]');
    expect(buttons).toHaveLength(1);
    buttons[0]?.click();
    expect(copy).toHaveBeenCalledWith({ index: 0 });
  });

  it('is accessible', async () => {
    render();
    await expect(document.body).toBeAccessible();
  });
});

import { createElement } from 'lwc';
import ThoughtlyTurnGroup from 'c/thoughtlyTurnGroup';
import type { Hit, Turn, TurnGroup, TurnMarks } from 'c/thoughtlyTurns';

const TURNS: Turn[] = [
  { speaker: 'Agent', side: 'agent', text: 'Hello', offsetMs: 4000 },
  { speaker: 'Customer', side: 'customer', text: '<b>Yes</b>, solar or Solar?' },
  { speaker: 'Lee', side: 'other', text: 'Bye' }
];

function render(changes: Partial<TurnGroup> = {}, marks: Partial<TurnMarks> = {}): HTMLElement {
  const element = createElement('c-thoughtly-turn-group', { is: ThoughtlyTurnGroup });
  const group: TurnGroup = {
    key: 'group-50',
    style: '',
    start: 50,
    turns: TURNS,
    context: { agentName: 'Maya' },
    marks: { currentIndex: 50, activeIndex: 51, hitsByTurn: new Map(), ...marks },
    ...changes
  };
  (element as unknown as { group: TurnGroup }).group = group;
  document.body.appendChild(element);
  return element;
}

const items = (element: HTMLElement): HTMLElement[] => [...(element.shadowRoot as ShadowRoot).querySelectorAll('li')];

function listen(element: HTMLElement): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener('turnaction', (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-turn-group', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows who said what and when, by side', () => {
    const [first, second, third] = items(render());
    expect(first?.textContent).toBe('Maya 0:04Hello');
    expect([first, second, third].map((item) => item?.className)).toEqual([
      'turn turn_agent turn_current',
      'turn turn_customer',
      'turn turn_other'
    ]);
  });

  it('marks the spoken turn and shows markup as text', () => {
    const [first, second] = items(render());
    expect([first, second].map((item) => item?.getAttribute('aria-current'))).toEqual(['true', null]);
    expect(second?.querySelector('p')?.textContent).toBe('<b>Yes</b>, solar or Solar?');
    expect(second?.querySelector('p b')).toBeNull();
  });

  it('marks hits without losing a letter, and the current one apart', () => {
    const hits: Hit[] = [
      { turnIndex: 51, start: 12, end: 17 },
      { turnIndex: 51, start: 21, end: 26 }
    ];
    const [, second] = items(render({}, { hitsByTurn: new Map([[51, hits]]), currentHit: hits[1] }));
    expect(second?.querySelector('p')?.textContent).toBe('<b>Yes</b>, solar or Solar?');
    const marks = [...(second?.querySelectorAll('mark') ?? [])];
    expect(marks.map(({ textContent, className }) => [textContent, className])).toEqual([
      ['solar', ''],
      ['Solar', 'hit_current']
    ]);
  });

  it('shows the day on the first group of a day', () => {
    const day = (element: HTMLElement): string | null | undefined =>
      element.shadowRoot?.querySelector('[data-id="day"]')?.textContent;
    expect(day(render({ day: 'Friday, June 5, 2026' }))).toBe('Friday, June 5, 2026');
    expect(day(render())).toBeUndefined();
  });

  it('has one turn to tab to', () => {
    expect(items(render()).map((item) => item.getAttribute('tabindex'))).toEqual(['-1', '0', '-1']);
    const untouched = render({ start: 0 }, { activeIndex: -1 });
    expect(items(untouched).map((item) => item.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
  });

  it('plays a turn that is clicked, but not when its text is being marked', () => {
    const element = render();
    const handler = listen(element);
    items(element)[1]?.querySelector('p')?.click();
    expect(handler.mock.calls).toEqual([[{ action: 'play', index: 51 }]]);
    const selection = jest.spyOn(window, 'getSelection').mockReturnValue({ toString: () => 'Yes' } as Selection);
    items(element)[1]?.click();
    expect(handler).toHaveBeenCalledTimes(1);
    selection.mockRestore();
  });

  it('moves by keys, plays by Enter and leaves other keys alone', () => {
    const element = render();
    const handler = listen(element);
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'a']) {
      items(element)[1]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    expect(handler.mock.calls.map(([detail]) => detail)).toEqual([
      { action: 'move', index: 52 },
      { action: 'move', index: 50 },
      { action: 'move', index: -Infinity },
      { action: 'move', index: Infinity },
      { action: 'play', index: 51 }
    ]);
  });

  it('tells which turn gets the focus', () => {
    const element = render();
    const handler = listen(element);
    items(element)[2]?.focus();
    expect(handler).toHaveBeenCalledWith({ action: 'select', index: 52 });
  });

  it('is accessible', async () => {
    render({ day: 'Friday' });
    await expect(document.body).toBeAccessible();
  });
});

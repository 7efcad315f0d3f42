import { createElement } from 'lwc';
import ThoughtlyTurnList from 'c/thoughtlyTurnList';
import type { Conversation, Turn, TurnGroup, TurnMarks } from 'c/thoughtlyTurns';

type List = HTMLElement & {
  conversation: Conversation;
  canPlay: boolean;
  mark(change: Partial<TurnMarks>): void;
  show(index: number): void;
  moveTo(index: number): void;
};
type Group = HTMLElement & { group: TurnGroup };

function render(count: number): List {
  const element = createElement('c-thoughtly-turn-list', { is: ThoughtlyTurnList }) as unknown as List;
  const turns = Array.from({ length: count }, (_, index): Turn => {
    return { speaker: 'Agent', side: 'agent', text: `Turn ${index}`, offsetMs: index * 1000 };
  });
  element.conversation = { turns, agentName: 'Maya' };
  element.canPlay = true;
  document.body.appendChild(element);
  return element;
}

const root = (element: List): ShadowRoot => element.shadowRoot as ShadowRoot;
const groups = (element: List): Group[] => [...root(element).querySelectorAll<Group>('c-thoughtly-turn-group')];
const button = (element: List, id: string): HTMLElement | null => root(element).querySelector(`[data-id="${id}"]`);

function act(element: List, action: string, index: number): void {
  groups(element)[0]?.dispatchEvent(new CustomEvent('turnaction', { detail: { action, index } }));
}

function listen(element: HTMLElement, name: string): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener(name, (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('c-thoughtly-turn-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the first turns at once and the rest in the frames after', async () => {
    const element = render(1_000);
    expect(groups(element)).toHaveLength(2);
    await nextFrame();
    await nextFrame();
    await nextFrame();
    expect(groups(element)).toHaveLength(20);
  });

  it('marks what it is told to', async () => {
    const element = render(60);
    element.mark({ currentIndex: 55 });
    await Promise.resolve();
    expect(groups(element).map(({ group }) => group.marks.currentIndex)).toEqual([-1, 55]);
  });

  it('keeps what is marked when a newer version of the conversation comes', async () => {
    const element = render(600);
    element.show(599);
    act(element, 'select', 1);
    const { turns } = element.conversation;
    element.conversation = { turns: [...turns, ...turns.slice(0, 1)], agentName: 'Maya' };
    await Promise.resolve();
    expect(groups(element)).toHaveLength(12);
    expect(groups(element)[0]?.group.marks.activeIndex).toBe(1);
    expect(button(element, 'turn-copy')).not.toBeNull();
  });

  it('offers to play and to copy the turn that somebody went to', async () => {
    const element = render(3);
    const [play, copy] = [listen(element, 'turnplay'), listen(element, 'turncopy')];
    expect(button(element, 'turn-copy')).toBeNull();
    act(element, 'select', 1);
    await Promise.resolve();
    expect(root(element).querySelector('.actions span')?.textContent).toBe('Maya 0:01');
    button(element, 'turn-play')?.click();
    button(element, 'turn-copy')?.click();
    expect(play).toHaveBeenCalledWith({ index: 1 });
    expect(copy).toHaveBeenCalledWith({ index: 1 });
  });

  it('does not offer to play where nothing can be played', async () => {
    const element = render(3);
    element.canPlay = false;
    act(element, 'select', 1);
    await Promise.resolve();
    expect(button(element, 'turn-play')).toBeNull();
  });

  it('plays a turn that is clicked', () => {
    const element = render(3);
    const play = listen(element, 'turnplay');
    act(element, 'play', 2);
    expect(play).toHaveBeenCalledWith({ index: 2 });
  });

  it('moves the focus and stops at its ends', () => {
    const element = render(3);
    const [first] = groups(element);
    const focusTurn = jest.spyOn(first as Group & { focusTurn(index: number): void }, 'focusTurn');
    const scroll = listen(element, 'ownscroll');
    act(element, 'move', Infinity);
    act(element, 'move', -1);
    element.moveTo(1);
    expect(focusTurn.mock.calls).toEqual([[2], [0], [1]]);
    expect(scroll).toHaveBeenCalledTimes(3);
  });

  it('goes to a turn that is not on the page yet', async () => {
    const element = render(1_000);
    element.show(999);
    await Promise.resolve();
    expect(groups(element)).toHaveLength(20);
  });

  it('tells when somebody scrolls, by wheel, key or scroll bar', () => {
    const element = render(3);
    const scroll = listen(element, 'ownscroll');
    const scroller = root(element).querySelector('.scroller');
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) scroller?.dispatchEvent(new CustomEvent(name));
    expect(scroll).toHaveBeenCalledTimes(4);
    groups(element)[0]?.dispatchEvent(new CustomEvent('keydown', { bubbles: true }));
    expect(scroll).toHaveBeenCalledTimes(4);
  });

  it('is accessible', async () => {
    act(render(3), 'select', 1);
    await Promise.resolve();
    await expect(document.body).toBeAccessible();
  });
});

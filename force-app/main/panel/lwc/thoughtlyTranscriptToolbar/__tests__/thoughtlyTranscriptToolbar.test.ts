import { createElement } from 'lwc';
import ThoughtlyTranscriptToolbar from 'c/thoughtlyTranscriptToolbar';

function render(properties: object = {}): HTMLElement {
  const element = createElement('c-thoughtly-transcript-toolbar', { is: ThoughtlyTranscriptToolbar });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

const find = <T extends HTMLElement>(element: HTMLElement, id: string): T | null =>
  (element.shadowRoot as ShadowRoot).querySelector<T>(`[data-id="${id}"]`);

function listen(element: HTMLElement, name: string): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener(name, (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-transcript-toolbar', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells what is searched for, and steps through the hits by key and button', () => {
    const element = render({ query: 'solar', hitCount: 2, currentHit: 0 });
    const query = listen(element, 'query');
    const step = listen(element, 'hitstep');
    const field = find<HTMLInputElement>(element, 'search') as HTMLInputElement;

    field.value = 'panel';
    field.dispatchEvent(new CustomEvent('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    find(element, 'hit-next')?.click();
    find(element, 'hit-previous')?.click();

    expect(query.mock.calls).toEqual([[{ text: 'panel' }], [{ text: '' }]]);
    expect(step.mock.calls).toEqual([[{ step: 1 }], [{ step: -1 }], [{ step: 1 }], [{ step: -1 }]]);
  });

  it('says how many hits there are, and when there are none', () => {
    expect(find(render({ query: 'solar', hitCount: 2, currentHit: 0 }), 'hit-count')?.textContent).toBe(
      'c.Thoughtly_Search_Count'
    );
    document.body.replaceChildren();
    expect(find(render({ query: 'solar' }), 'hit-count')?.textContent).toBe('c.Thoughtly_Search_None');
    document.body.replaceChildren();
    expect(find(render(), 'hit-count')?.textContent).toBe('');
  });

  it('jumps to a moment, and marks what is none', async () => {
    const element = render({ hasTimes: true });
    const jump = listen(element, 'jump');
    const field = find<HTMLInputElement>(element, 'jump') as HTMLInputElement;

    field.value = 'soon';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await Promise.resolve();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    field.value = '1:05';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));

    expect(jump).toHaveBeenCalledWith({ seconds: 65 });
  });

  it('raises events for following, copying and downloading', () => {
    const element = render({ canFollow: true });
    const handlers = ['followchange', 'copyall', 'download'].map((name) => listen(element, name));
    for (const id of ['follow', 'copy-all', 'download']) find(element, id)?.click();
    expect(handlers.map((handler) => handler.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('is accessible', async () => {
    render({ hasTimes: true, canFollow: true });
    await expect(document.body).toBeAccessible();
  });
});

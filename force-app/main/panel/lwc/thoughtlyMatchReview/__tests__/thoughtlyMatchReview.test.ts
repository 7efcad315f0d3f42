import { createElement } from 'lwc';
import ThoughtlyMatchReview from 'c/thoughtlyMatchReview';

const CANDIDATES = [
  { recordId: '00Q000000000001AAA', name: 'Dana Ortiz', objectLabel: 'Lead' },
  { recordId: '003000000000001AAA', name: 'D. Ortiz', objectLabel: 'Contact' }
];

function render(): HTMLElement {
  const element = createElement('c-thoughtly-match-review', { is: ThoughtlyMatchReview });
  element.candidates = CANDIDATES;
  document.body.appendChild(element);
  return element;
}

const find = <T extends HTMLElement>(element: HTMLElement, id: string): T[] => [
  ...(element.shadowRoot as ShadowRoot).querySelectorAll<T>(`[data-id="${id}"]`)
];

describe('c-thoughtly-match-review', () => {
  afterEach(() => document.body.replaceChildren());

  it('cannot link before somebody was picked', () => {
    expect(find<HTMLButtonElement>(render(), 'link')[0]?.disabled).toBe(true);
  });

  it('raises an event with the picked person', async () => {
    const element = render();
    const handler = jest.fn<void, [unknown]>();
    element.addEventListener('pick', (event) => handler((event as CustomEvent<unknown>).detail));

    find<HTMLInputElement>(element, 'candidate')[1]?.dispatchEvent(new CustomEvent('change'));
    await Promise.resolve();
    find(element, 'link')[0]?.click();

    expect(handler).toHaveBeenCalledWith({ recordId: '003000000000001AAA' });
  });

  it('is accessible', async () => {
    render();
    await expect(document.body).toBeAccessible();
  });
});

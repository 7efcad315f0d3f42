import { createElement } from 'lwc';
import ThoughtlyMatchReview from 'c/thoughtlyMatchReview';

const CANDIDATES = [
  { recordId: '00Q000000000001AAA', name: 'Dana Ortiz', objectLabel: 'Lead', isEditable: true },
  { recordId: '003000000000001AAA', name: 'D. Ortiz', objectLabel: 'Contact', isEditable: true }
];

function render(): HTMLElement {
  const element = createElement('c-thoughtly-match-review', { is: ThoughtlyMatchReview });
  element.candidates = CANDIDATES;
  document.body.appendChild(element);
  return element;
}

const find = <T extends HTMLElement>(element: HTMLElement, selector: string): T[] => [
  ...(element.shadowRoot as ShadowRoot).querySelectorAll<T>(selector)
];

describe('c-thoughtly-match-review', () => {
  afterEach(() => document.body.replaceChildren());

  it('cannot link before somebody was picked', () => {
    expect(find<HTMLButtonElement>(render(), 'lightning-button')[0]?.disabled).toBe(true);
  });

  it('raises an event with the picked person', async () => {
    const element = render();
    const handler = jest.fn<void, [unknown]>();
    element.addEventListener('pick', (event) => handler((event as CustomEvent<unknown>).detail));

    find<HTMLInputElement>(element, 'input')[1]?.dispatchEvent(new CustomEvent('change'));
    await Promise.resolve();
    find(element, 'lightning-button')[0]?.click();

    expect(handler).toHaveBeenCalledWith({ recordId: '003000000000001AAA' });
  });

  it('shows somebody whose record the reader may not edit, but not to be picked', () => {
    const element = createElement('c-thoughtly-match-review', { is: ThoughtlyMatchReview });
    element.candidates = CANDIDATES.map((candidate, index) => ({ ...candidate, isEditable: index === 0 }));
    document.body.appendChild(element);
    expect(find<HTMLInputElement>(element, 'input').map(({ disabled }) => disabled)).toEqual([false, true]);
    expect(element.shadowRoot?.textContent).toContain('c.Thoughtly_Review_Locked');
  });

  it('is accessible', async () => {
    render();
    await expect(document.body).toBeAccessible();
  });
});

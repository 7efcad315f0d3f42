import { createElement } from 'lwc';
import ThoughtlyCallList from 'c/thoughtlyCallList';
import type { Call } from 'c/thoughtlyCalls';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

const CALLS = [
  sampleCall({ intentScore: 9, isUnread: true }),
  sampleCall({
    id: 'a00000000000002AAA',
    disposition: null,
    outcome: null,
    intentScore: null,
    direction: null,
    channel: 'SMS'
  }),
  sampleCall({ id: 'a00000000000003AAA', disposition: 'Not Interested', intentScore: 2, direction: null })
];

const CHANNEL = 'c.Thoughtly_Field_Channel';
const DISPOSITION = 'c.Thoughtly_Filter_Disposition';

function render(selectedCallId = 'a00000000000002AAA', calls: readonly Call[] = CALLS): HTMLElement {
  const element = createElement('c-thoughtly-call-list', { is: ThoughtlyCallList });
  element.calls = calls;
  element.selectedCallId = selectedCallId;
  document.body.appendChild(element);
  return element;
}

const rootOf = (element: HTMLElement): ShadowRoot => element.shadowRoot as ShadowRoot;
const part = (element: HTMLElement, id: string): HTMLElement | null =>
  rootOf(element).querySelector(`[data-id="${id}"]`);
const buttonsOf = (element: HTMLElement): HTMLButtonElement[] => [...rootOf(element).querySelectorAll('button')];

const filterOf = (element: HTMLElement, label: string): HTMLElement | undefined =>
  [...rootOf(element).querySelectorAll<HTMLElement & { label: string }>('lightning-select')].find(
    (select) => select.label === label
  );
const nextOf = (element: HTMLElement): HTMLElement | null => rootOf(element).querySelector('lightning-button-icon');

async function choose(element: HTMLElement, label: string, value: string): Promise<void> {
  filterOf(element, label)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
}

function listen(element: HTMLElement): jest.Mock<void, [unknown]> {
  const handler = jest.fn<void, [unknown]>();
  element.addEventListener('selectcall', (event) => handler((event as CustomEvent<unknown>).detail));
  return handler;
}

describe('c-thoughtly-call-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists the calls with their disposition and details, and says which is selected', () => {
    const buttons = buttonsOf(render());

    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual(['false', 'true', 'false']);
    expect(buttons[0]?.textContent).toContain('Qualified');
    expect(buttons[0]?.textContent).toContain('Voice · ');
    expect(buttons[0]?.querySelector('.slds-theme_success')).not.toBeNull();
    expect(buttons[1]?.textContent).toContain('c.Thoughtly_No_Disposition');
  });

  it('marks what nobody has read', () => {
    const marked = buttonsOf(render()).map((button) => button.querySelector('[data-id="unread"]') !== null);
    expect(marked).toEqual([true, false, false]);
  });

  it('has an icon for messages, for the direction, or for a call', () => {
    const icons = rootOf(render()).querySelectorAll<HTMLElement & { iconName: string }>('lightning-icon');
    expect([...icons].map(({ iconName }) => iconName)).toEqual([
      'utility:outbound_call',
      'utility:chat',
      'utility:call'
    ]);
  });

  it('raises an event when a call is selected', () => {
    const element = render();
    const handler = listen(element);
    buttonsOf(element)[0]?.click();
    expect(handler).toHaveBeenCalledWith({ callId: 'a00000000000001AAA' });
  });

  it('filters by channel and by disposition', async () => {
    const element = render();
    await choose(element, CHANNEL, 'SMS');
    expect(buttonsOf(element).map(({ dataset }) => dataset.callId)).toEqual(['a00000000000002AAA']);
    await choose(element, DISPOSITION, 'Qualified');
    expect(buttonsOf(element)).toHaveLength(0);
    expect(rootOf(element).querySelector('[role="status"]')).not.toBeNull();
    await choose(element, CHANNEL, '');
    expect(buttonsOf(element).map(({ dataset }) => dataset.callId)).toEqual(['a00000000000001AAA']);
  });

  it('offers no filter where there is nothing to choose', () => {
    const element = render(CALLS[0]?.id, CALLS.slice(0, 1));
    expect(filterOf(element, CHANNEL)).toBeUndefined();
    expect(filterOf(element, DISPOSITION)).toBeUndefined();
  });

  it('goes to the next call, and from the last to the first', () => {
    const element = render();
    const handler = listen(element);
    nextOf(element)?.click();
    expect(handler).toHaveBeenCalledWith({ callId: 'a00000000000003AAA' });
    const last = render('a00000000000003AAA');
    const first = listen(last);
    nextOf(last)?.click();
    expect(first).toHaveBeenCalledWith({ callId: 'a00000000000001AAA' });
  });

  it('draws the trend of the scores from the oldest to the newest, when there are two', () => {
    const points = rootOf(render()).querySelector('polyline')?.getAttribute('points');
    expect(points).toBe('3,17 93,5');
    expect(part(render(CALLS[0]?.id, CALLS.slice(0, 2)), 'trend')).toBeNull();
  });

  it('is accessible', async () => {
    render();
    await expect(document.body).toBeAccessible();
  });
});

import { createElement } from 'lwc';
import ThoughtlyCallList from 'c/thoughtlyCallList';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

const CALLS = [
  sampleCall(),
  sampleCall({
    id: 'a00000000000002AAA',
    disposition: null,
    outcome: null,
    intentScore: null,
    direction: null,
    channel: 'SMS'
  })
];

function render(): HTMLElement {
  const element = createElement('c-thoughtly-call-list', { is: ThoughtlyCallList });
  element.calls = CALLS;
  element.selectedCallId = 'a00000000000002AAA';
  document.body.appendChild(element);
  return element;
}

function buttonsOf(element: HTMLElement): HTMLButtonElement[] {
  return [...(element.shadowRoot as ShadowRoot).querySelectorAll('button')];
}

describe('c-thoughtly-call-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists the calls and says which is selected', () => {
    const buttons = buttonsOf(render());

    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual(['false', 'true']);
    expect(buttons[0]?.textContent).toContain('Qualified');
    expect(buttons[1]?.textContent).toContain('c.Thoughtly_No_Disposition');
  });

  it('has an icon for the direction, or for the channel when the direction is not known', () => {
    const icons = (render().shadowRoot as ShadowRoot).querySelectorAll<HTMLElement & { iconName: string }>(
      'lightning-icon'
    );
    expect([...icons].map(({ iconName }) => iconName)).toEqual(['utility:outbound_call', 'utility:chat']);
  });

  it('raises an event when a call is selected', () => {
    const element = render();
    const handler = jest.fn<void, [unknown]>();
    element.addEventListener('selectcall', (event) => handler((event as CustomEvent<unknown>).detail));

    buttonsOf(element)[0]?.click();

    expect(handler).toHaveBeenCalledWith({ callId: 'a00000000000001AAA' });
  });

  it('is accessible', async () => {
    render();
    await expect(document.body).toBeAccessible();
  });
});

import { createElement } from 'lwc';
import ThoughtlyCallPanel from 'c/thoughtlyCallPanel';
import getCalls from '@salesforce/apex/ThoughtlyCallPanelController.getCalls';
import markReviewed from '@salesforce/apex/ThoughtlyCallPanelController.markReviewed';
import { watchCalls } from 'c/thoughtlyLive';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

interface TestAdapter {
  emit(value: unknown): void;
  error(body?: unknown): void;
}

jest.mock('@salesforce/apex/ThoughtlyCallPanelController.getCalls', () => mockApexMethod(), { virtual: true });
jest.mock(
  '@salesforce/apex/ThoughtlyCallPanelController.markReviewed',
  () => ({ default: jest.fn(() => Promise.resolve(true)) }),
  { virtual: true }
);
jest.mock('c/thoughtlyLive', () => ({ watchCalls: jest.fn(() => jest.fn()) }));

/** Hoisted with the mocks, which need it before imports run. */
function mockApexMethod(): object {
  const { createApexTestWireAdapter } = jest.requireActual<{ createApexTestWireAdapter: (spy: jest.Mock) => object }>(
    '@salesforce/sfdx-lwc-jest'
  );
  return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
}

const calls = getCalls as unknown as TestAdapter;
const FIRST = sampleCall();
const SECOND = sampleCall({ id: 'a00000000000002AAA', disposition: 'No Answer', recordingUrl: null });
const THIRD = sampleCall({ id: 'a00000000000003AAA', disposition: 'Callback Requested' });

function render(properties: object = {}): ShadowRoot {
  const element = createElement('c-thoughtly-call-panel', { is: ThoughtlyCallPanel });
  Object.assign(element, { recordId: '00Q000000000001AAA' }, properties);
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

const settle = (): Promise<void> => Promise.resolve();
const shownCall = (root: ShadowRoot): unknown =>
  root.querySelector<HTMLElement & { call: unknown }>('c-thoughtly-call-detail')?.call;

describe('c-thoughtly-call-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows a stencil until the calls are there', () => {
    expect(render().querySelector('[data-id="stencil"]')).not.toBeNull();
  });

  it('says so when there are no calls', async () => {
    const root = render();
    calls.emit([]);
    await settle();
    expect(root.querySelector('[data-id="empty"]')).not.toBeNull();
  });

  it('shows the message when the calls cannot be loaded', async () => {
    const root = render();
    calls.error({ message: 'This record does not exist, or you cannot see it.' });
    await settle();
    expect(root.querySelector('[data-id="error-message"]')?.textContent).toContain('you cannot see it');
    expect(root.querySelector('[data-id="error"] lightning-button')).not.toBeNull();
  });

  it('keeps what is shown when a look for news fails', async () => {
    const root = render();
    calls.emit([FIRST]);
    await settle();
    calls.error({ message: 'No network' });
    await settle();
    expect(root.querySelector('[data-id="error"]')).toBeNull();
    expect(shownCall(root)).toEqual(FIRST);
  });

  it('selects the newest call', async () => {
    const root = render();
    calls.emit([FIRST, SECOND]);
    await settle();
    expect(shownCall(root)).toEqual(FIRST);
  });

  it('shows another call when it is selected', async () => {
    const root = render();
    calls.emit([FIRST, SECOND]);
    await settle();

    root
      .querySelector('c-thoughtly-call-list')
      ?.dispatchEvent(new CustomEvent('selectcall', { detail: { callId: SECOND.id } }));
    await settle();

    expect(shownCall(root)).toEqual(SECOND);
  });

  it('has no list for a single call, or when an admin hides it', async () => {
    const single = render();
    calls.emit([FIRST]);
    await settle();
    expect(single.querySelector('c-thoughtly-call-list')).toBeNull();
    document.body.replaceChildren();

    const hidden = render({ hideHistory: true });
    calls.emit([FIRST, SECOND]);
    await settle();
    expect(hidden.querySelector('c-thoughtly-call-list')).toBeNull();
  });

  it('lists as many calls as an admin wants', async () => {
    const root = render({ numberOfCalls: 2 });
    calls.emit([FIRST, SECOND, THIRD]);
    await settle();
    expect(root.querySelector<HTMLElement & { calls: unknown[] }>('c-thoughtly-call-list')?.calls).toHaveLength(2);
  });

  it('keeps the open call when another arrives, and offers the new one', async () => {
    const root = render();
    calls.emit([FIRST]);
    await settle();
    calls.emit([THIRD, FIRST]);
    await settle();
    expect(shownCall(root)).toEqual(FIRST);
    expect(root.querySelector('c-thoughtly-call-list')).toBeNull();

    root.querySelector<HTMLElement>('[data-id="show-new"]')?.click();
    await settle();

    expect(shownCall(root)).toEqual(THIRD);
    expect(root.querySelector('c-thoughtly-call-list')).not.toBeNull();
    expect(root.querySelector('[data-id="show-new"]')).toBeNull();
  });

  it('watches for news until it is removed', () => {
    render();
    const stop = (watchCalls as jest.Mock).mock.results[0]?.value as jest.Mock;
    document.body.replaceChildren();
    expect(stop).toHaveBeenCalled();
  });

  it('marks a call as reviewed when its owner opens it, once', async () => {
    const root = render();
    calls.emit([{ ...FIRST, isUnread: true }, SECOND]);
    await settle();
    calls.emit([{ ...FIRST, isUnread: true }, SECOND]);
    await settle();

    expect(markReviewed).toHaveBeenCalledTimes(1);
    expect(markReviewed).toHaveBeenCalledWith({ callId: FIRST.id });
    const listed = root.querySelector<HTMLElement & { calls: { isUnread: boolean }[] }>('c-thoughtly-call-list')?.calls;
    expect(listed?.[0]?.isUnread).toBe(false);
  });

  it('is accessible', async () => {
    render();
    calls.emit([FIRST, SECOND]);
    await settle();
    await expect(document.body).toBeAccessible();
  });
});

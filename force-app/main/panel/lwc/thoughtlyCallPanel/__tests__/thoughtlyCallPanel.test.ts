import { createElement } from 'lwc';
import ThoughtlyCallPanel from 'c/thoughtlyCallPanel';
import getCall from '@salesforce/apex/ThoughtlyCallPanelController.getCall';
import getCalls from '@salesforce/apex/ThoughtlyCallPanelController.getCalls';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

interface TestAdapter {
  emit(value: unknown): void;
  error(body?: unknown): void;
  getLastConfig(): Record<string, unknown>;
}

jest.mock('@salesforce/apex/ThoughtlyCallPanelController.getCalls', () => mockApexMethod(), { virtual: true });
jest.mock('@salesforce/apex/ThoughtlyCallPanelController.getCall', () => mockApexMethod(), { virtual: true });

/** Hoisted with the mocks, which need it before imports run. */
function mockApexMethod(): object {
  const { createApexTestWireAdapter } = jest.requireActual<{ createApexTestWireAdapter: (spy: jest.Mock) => object }>(
    '@salesforce/sfdx-lwc-jest'
  );
  return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
}

const calls = getCalls as unknown as TestAdapter;
const transcript = getCall as unknown as TestAdapter;
const FIRST = sampleCall();
const SECOND = sampleCall({ id: 'a00000000000002AAA', disposition: 'No Answer', recordingUrl: null });

function render(): ShadowRoot {
  const element = createElement('c-thoughtly-call-panel', { is: ThoughtlyCallPanel });
  element.recordId = '00Q000000000001AAA';
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

const settle = (): Promise<void> => Promise.resolve();

describe('c-thoughtly-call-panel', () => {
  afterEach(() => document.body.replaceChildren());

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
    expect(root.querySelector('[data-id="retry"]')).not.toBeNull();
  });

  it('selects the newest call and loads its transcript', async () => {
    const root = render();
    calls.emit([FIRST, SECOND]);
    await settle();
    expect(transcript.getLastConfig()).toEqual({ callId: FIRST.id });

    transcript.emit({ callId: FIRST.id, turns: '[{"speaker":"Agent","text":"Hello"}]', text: null });
    await settle();

    expect(root.querySelector<HTMLElement & { call: unknown }>('c-thoughtly-call-summary')?.call).toEqual(FIRST);
    expect(root.querySelector<HTMLElement & { turns: unknown[] }>('c-thoughtly-transcript')?.turns).toHaveLength(1);
  });

  it('shows another call when it is selected', async () => {
    const root = render();
    calls.emit([FIRST, SECOND]);
    await settle();

    root
      .querySelector('c-thoughtly-call-list')
      ?.dispatchEvent(new CustomEvent('selectcall', { detail: { callId: SECOND.id } }));
    await settle();

    expect(root.querySelector<HTMLElement & { call: unknown }>('c-thoughtly-call-summary')?.call).toEqual(SECOND);
    expect(root.querySelector('c-thoughtly-recording-player')).toBeNull();
    expect(root.querySelector('lightning-spinner')).not.toBeNull();
  });

  it('has no list for a single call', async () => {
    const root = render();
    calls.emit([FIRST]);
    await settle();
    expect(root.querySelector('c-thoughtly-call-list')).toBeNull();
  });

  it('hides and shows the transcript', async () => {
    const root = render();
    calls.emit([FIRST]);
    await settle();
    const toggle = root.querySelector<HTMLButtonElement>('[data-id="transcript-toggle"]');

    toggle?.click();
    await settle();

    expect(toggle?.getAttribute('aria-expanded')).toBe('false');
    expect(root.querySelector('c-thoughtly-transcript')).toBeNull();
  });

  it('shows the message when the transcript cannot be loaded, and keeps the summary', async () => {
    const root = render();
    calls.emit([FIRST]);
    await settle();
    transcript.error({ message: 'No access' });
    await settle();

    expect(root.querySelector('[data-id="transcript-error"]')?.textContent).toContain('No access');
    expect(root.querySelector('c-thoughtly-call-summary')).not.toBeNull();
  });

  it('is accessible', async () => {
    render();
    calls.emit([FIRST, SECOND]);
    await settle();
    await expect(document.body).toBeAccessible();
  });
});

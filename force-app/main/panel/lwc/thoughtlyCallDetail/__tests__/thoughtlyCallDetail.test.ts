import { createElement } from 'lwc';
import ThoughtlyCallDetail from 'c/thoughtlyCallDetail';
import getCall from '@salesforce/apex/ThoughtlyCallPanelController.getCall';
import type { Call } from 'c/thoughtlyCalls';
import type { Conversation } from 'c/thoughtlyTurns';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

interface TestAdapter {
  emit(value: unknown): void;
  error(body?: unknown): void;
  getLastConfig(): Record<string, unknown>;
}

jest.mock('@salesforce/apex/ThoughtlyCallPanelController.getCall', () => mockApexMethod(), { virtual: true });

/** Hoisted with the mocks, which need it before imports run. */
function mockApexMethod(): object {
  const { createApexTestWireAdapter } = jest.requireActual<{ createApexTestWireAdapter: (spy: jest.Mock) => object }>(
    '@salesforce/sfdx-lwc-jest'
  );
  return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
}

const transcript = getCall as unknown as TestAdapter;
const CALL = sampleCall();
const ANSWER = { callId: CALL.id, turns: '[{"speaker":"Agent","text":"Hello","offsetMs":4000}]', text: null };

function render(properties: { call?: Call; hideTranscript?: boolean; hideRecording?: boolean } = {}): ShadowRoot {
  const element = createElement('c-thoughtly-call-detail', { is: ThoughtlyCallDetail });
  Object.assign(element, { call: CALL, ...properties });
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

const conversationOf = (root: ShadowRoot): Conversation | undefined =>
  root.querySelector<HTMLElement & { conversation: Conversation }>('c-thoughtly-transcript')?.conversation;

const settle = (): Promise<void> => Promise.resolve();

describe('c-thoughtly-call-detail', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows summary and player, and loads the transcript', async () => {
    const root = render();
    expect(root.querySelector('c-thoughtly-call-summary')).not.toBeNull();
    expect(root.querySelector('c-thoughtly-recording-player')).not.toBeNull();
    expect(root.querySelector('.stencil')).not.toBeNull();
    await settle();
    expect(transcript.getLastConfig()).toEqual({ callId: CALL.id });

    transcript.emit(ANSWER);
    await settle();

    expect(conversationOf(root)).toMatchObject({ turns: [{ text: 'Hello' }], agentName: CALL.agentName });
  });

  it('shows a newer version of the transcript, but not the one of another call', async () => {
    const root = render();
    transcript.emit(ANSWER);
    await settle();
    transcript.emit({ ...ANSWER, turns: null, text: 'Agent: Hello' });
    await settle();
    expect(conversationOf(root)).toMatchObject({ turns: [], text: 'Agent: Hello' });
    transcript.emit({ ...ANSWER, callId: 'a00000000000009AAA' });
    await settle();
    expect(conversationOf(root)).toBeUndefined();
  });

  it('hides and shows the transcript', async () => {
    const root = render();
    transcript.emit(ANSWER);
    await settle();
    const toggle = root.querySelector<HTMLButtonElement>('[data-id="transcript-toggle"]');

    toggle?.click();
    await settle();

    expect(toggle?.getAttribute('aria-expanded')).toBe('false');
    expect(root.querySelector('c-thoughtly-transcript')).toBeNull();
  });

  it('shows the message when the transcript cannot be loaded, and keeps the summary', async () => {
    const root = render();
    transcript.error({ message: 'No access' });
    await settle();

    expect(root.querySelector('[data-id="transcript-error"]')?.textContent).toContain('No access');
    expect(root.querySelector('c-thoughtly-call-summary')).not.toBeNull();
  });

  it('is tried again without losing the keyboard focus', async () => {
    const root = render();
    transcript.error({ message: 'No access' });
    await settle();
    root.querySelector<HTMLElement>('[data-id="transcript-error"] lightning-button')?.click();
    await settle();
    expect(root.querySelector('[data-id="transcript-error"]')).toBeNull();
    expect(root.activeElement).toBe(root.querySelector('[data-id="transcript-toggle"]'));
  });

  it('shows no player without a recording, or when an admin hides it', () => {
    expect(render({ hideRecording: true }).querySelector('c-thoughtly-recording-player')).toBeNull();
    expect(
      render({ call: sampleCall({ recordingUrl: null }) }).querySelector('c-thoughtly-recording-player')
    ).toBeNull();
  });

  it('neither shows nor loads a transcript that an admin hides', () => {
    const root = render({ hideTranscript: true });
    expect(root.querySelector('[data-id="transcript-toggle"]')).toBeNull();
    expect(transcript.getLastConfig()).toEqual({ callId: undefined });
  });

  it('lets the transcript follow the recording, and the recording the transcript', async () => {
    const root = render();
    transcript.emit(ANSWER);
    await settle();
    const player = root.querySelector('c-thoughtly-recording-player') as HTMLElement & { playFrom: jest.Mock };
    const text = root.querySelector('c-thoughtly-transcript') as HTMLElement & { follow: jest.Mock };
    const follow = jest.spyOn(text, 'follow');
    const playFrom = jest.spyOn(player, 'playFrom').mockResolvedValue(undefined);

    player.dispatchEvent(new CustomEvent('positionchange', { detail: { seconds: 5, isPlaying: true } }));
    text.dispatchEvent(new CustomEvent('playfrom', { detail: { seconds: 4 } }));

    expect(follow).toHaveBeenCalledWith(5);
    expect(playFrom).toHaveBeenCalledWith(4);
  });

  it('is accessible', async () => {
    render();
    transcript.emit(ANSWER);
    await settle();
    await expect(document.body).toBeAccessible();
  });
});

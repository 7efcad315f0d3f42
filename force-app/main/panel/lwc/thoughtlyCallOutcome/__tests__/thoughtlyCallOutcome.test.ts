import { createElement } from 'lwc';
import ThoughtlyCallOutcome from 'c/thoughtlyCallOutcome';
import getOutcome from '@salesforce/apex/ThoughtlyCallPanelController.getOutcome';
import relink from '@salesforce/apex/ThoughtlyCallPanelController.relink';

interface TestAdapter {
  emit(value: unknown): void;
  error(body?: unknown): void;
}

jest.mock('@salesforce/apex/ThoughtlyCallPanelController.getOutcome', () => mockApexMethod(), { virtual: true });
jest.mock('@salesforce/apex/ThoughtlyCallPanelController.relink', () => ({ default: jest.fn() }), { virtual: true });

/** Hoisted with the mocks, which need it before imports run. */
function mockApexMethod(): object {
  const { createApexTestWireAdapter } = jest.requireActual<{ createApexTestWireAdapter: (spy: jest.Mock) => object }>(
    '@salesforce/sfdx-lwc-jest'
  );
  return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
}

const outcome = getOutcome as unknown as TestAdapter;
const CANDIDATES = [{ recordId: '00Q000000000001AAA', name: 'Dana Ortiz', objectLabel: 'Lead' }];

function render(): HTMLElement {
  const element = createElement('c-thoughtly-call-outcome', { is: ThoughtlyCallOutcome });
  element.callId = 'a00000000000001AAA';
  document.body.appendChild(element);
  return element;
}

const rootOf = (element: HTMLElement): ShadowRoot => element.shadowRoot as ShadowRoot;
/** Longer than any chain of promises. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function pick(element: HTMLElement): void {
  rootOf(element)
    .querySelector('c-thoughtly-match-review')
    ?.dispatchEvent(new CustomEvent('pick', { detail: { recordId: CANDIDATES[0]?.recordId } }));
}

describe('c-thoughtly-call-outcome', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the steps', async () => {
    const root = rootOf(render());
    outcome.emit({ steps: [{ outcome: 'done', message: 'Lead updated.', changes: [] }], candidates: [] });
    await settle();
    expect(root.querySelector<HTMLElement & { steps: unknown[] }>('c-thoughtly-sync-steps')?.steps).toHaveLength(1);
    expect(root.querySelector('c-thoughtly-match-review')).toBeNull();
  });

  it('says why the steps cannot be shown', async () => {
    const root = rootOf(render());
    outcome.error({ message: 'No access' });
    await settle();
    expect(root.querySelector('[data-id="steps-error"]')?.textContent).toContain('No access');
  });

  it('links the call to the person that somebody picks', async () => {
    const element = render();
    const relinked = jest.fn();
    element.addEventListener('relinked', relinked);
    (relink as unknown as jest.Mock).mockResolvedValue(undefined);
    outcome.emit({ steps: [], candidates: CANDIDATES });
    await settle();

    pick(element);
    await settle();

    expect(relink).toHaveBeenCalledWith({ callId: 'a00000000000001AAA', recordId: '00Q000000000001AAA' });
    expect(relinked).toHaveBeenCalled();
  });

  it('tells why a person could not be picked', async () => {
    const element = render();
    const toast = jest.fn<void, [unknown]>();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<unknown>).detail));
    (relink as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Not yours' } });
    outcome.emit({ steps: [], candidates: CANDIDATES });
    await settle();

    pick(element);
    await settle();

    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Not yours', variant: 'error' }));
  });

  it('is accessible', async () => {
    render();
    outcome.emit({ steps: [], candidates: CANDIDATES });
    await settle();
    await expect(document.body).toBeAccessible();
  });
});

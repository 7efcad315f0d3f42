import { createElement } from 'lwc';
import ThoughtlySyncSteps from 'c/thoughtlySyncSteps';
import type { SyncStep } from 'c/thoughtlyCalls';

const STEPS: SyncStep[] = [
  {
    outcome: 'done',
    message: 'Lead updated.',
    remedy: null,
    recordId: '00Q000000000001AAA',
    recordName: 'Dana Ortiz',
    objectName: 'Lead',
    changes: [
      { label: 'Status', type: 'PICKLIST', oldValue: 'Open', newValue: 'Working' },
      { label: 'Score', type: 'DOUBLE', oldValue: null, newValue: '8' }
    ]
  },
  {
    outcome: 'failed',
    message: 'No access.',
    remedy: 'Ask your admin.',
    recordId: null,
    recordName: null,
    objectName: null,
    changes: []
  }
];

function render(steps: readonly SyncStep[]): ShadowRoot {
  const element = createElement('c-thoughtly-sync-steps', { is: ThoughtlySyncSteps });
  element.steps = steps;
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

describe('c-thoughtly-sync-steps', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what was done, with a link to the record and the changed fields', () => {
    const root = render(STEPS);
    expect(root.querySelectorAll('[data-id="step"]')).toHaveLength(2);
    expect(root.querySelector('[data-id="step-link"]')?.getAttribute('href')).toBe(
      '/lightning/r/Lead/00Q000000000001AAA/view'
    );
    expect([...root.querySelectorAll('[data-id="change"]')].map((item) => item.textContent)).toEqual([
      'c.Thoughtly_Step_Changed',
      'c.Thoughtly_Step_Set'
    ]);
  });

  it('tells what to do about a failure', () => {
    expect(render(STEPS).querySelectorAll('.slds-text-title p')[1]?.textContent).toBe('Ask your admin.');
  });

  it('says so when nothing was done', () => {
    expect(render([]).querySelector('.slds-text-color_weak')).not.toBeNull();
  });

  it('is accessible', async () => {
    render(STEPS);
    await expect(document.body).toBeAccessible();
  });
});

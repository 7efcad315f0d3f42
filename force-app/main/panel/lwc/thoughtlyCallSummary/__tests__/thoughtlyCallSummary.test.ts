import { createElement } from 'lwc';
import ThoughtlyCallSummary from 'c/thoughtlyCallSummary';
import { downloadText } from 'c/thoughtlyClipboard';
import type { Call } from 'c/thoughtlyCalls';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

jest.mock('c/thoughtlyClipboard', () => ({ downloadText: jest.fn() }));

function render(call?: Call): ShadowRoot {
  const element = createElement('c-thoughtly-call-summary', { is: ThoughtlyCallSummary });
  element.call = call;
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

function textOf(root: ShadowRoot, id: string): string | undefined {
  return root.querySelector(`[data-id="${id}"]`)?.textContent?.trim();
}

describe('c-thoughtly-call-summary', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows disposition by text and color, score, facts, summary and answers', () => {
    const root = render(sampleCall());

    expect(textOf(root, 'disposition')).toBe('Qualified');
    expect(root.querySelector('[data-id="disposition"]')?.classList).toContain('slds-theme_success');
    expect(root.querySelector('[role="meter"]')?.getAttribute('aria-valuenow')).toBe('8');
    expect(textOf(root, 'agent')).toBe('Spring Outbound');
    expect(textOf(root, 'direction')).toBe('Outbound');
    expect(textOf(root, 'summary')).toContain('Dana owns her home');
    expect(root.querySelectorAll('[data-id="answers"] li')).toHaveLength(2);
  });

  it('leaves out what is not known', () => {
    const root = render(
      sampleCall({
        intentScore: null,
        agentName: null,
        direction: 'Unknown',
        durationSeconds: null,
        qualificationNotes: null,
        summary: null
      })
    );

    expect(root.querySelector('[role="meter"]')).toBeNull();
    expect(root.querySelector('[data-id="agent"]')).toBeNull();
    expect(root.querySelector('[data-id="direction"]')).toBeNull();
    expect(root.querySelector('[data-id="duration"]')).toBeNull();
    expect(root.querySelector('[data-id="answers"]')).toBeNull();
    expect(root.querySelector('[data-id="no-summary"]')).not.toBeNull();
  });

  it('falls back to the outcome, then to a text, for a call without disposition', () => {
    expect(textOf(render(sampleCall({ disposition: null, outcome: 'Voicemail' })), 'disposition')).toBe('Voicemail');
    document.body.replaceChildren();
    expect(textOf(render(sampleCall({ disposition: null, outcome: null })), 'disposition')).toBe(
      'c.Thoughtly_No_Disposition'
    );
  });

  it('marks a call that matched several records', () => {
    expect(render(sampleCall({ matchStatus: 'Ambiguous' })).querySelector('[data-id="needs-review"]')).not.toBeNull();
  });

  it('says that a call is not over yet', () => {
    expect(textOf(render(sampleCall({ status: 'In Progress' })), 'in-progress')).toBe('c.Thoughtly_In_Progress');
    document.body.replaceChildren();
    expect(textOf(render(sampleCall({ status: 'Completed' })), 'in-progress')).toBeUndefined();
  });

  it.each([
    [5, 'inline-size: 50%'],
    [-3, 'inline-size: 0%'],
    [42, 'inline-size: 100%']
  ])('fills the gauge of a score of %d', (intentScore, style) => {
    const root = render(sampleCall({ intentScore }));
    expect(root.querySelector('[role="meter"] span')?.getAttribute('style')).toBe(style);
  });

  it('gives an appointment to the calendar', () => {
    const root = render(sampleCall({ appointmentAt: '2026-06-05T16:00:00Z' }));
    root.querySelector<HTMLElement>('[data-id="calendar"]')?.click();
    expect(downloadText).toHaveBeenCalledWith(
      'appointment.ics',
      expect.stringContaining('DTSTART:20260605T160000Z'),
      'text/calendar'
    );
    document.body.replaceChildren();
    expect(render(sampleCall({ appointmentAt: null })).querySelector('[data-id="calendar"]')).toBeNull();
  });

  it('shows markup of a summary as text', () => {
    const root = render(sampleCall({ summary: '<img src=x onerror=alert(1)>' }));
    expect(textOf(root, 'summary')).toBe('<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).toBeNull();
  });

  it('shows nothing without a call', () => {
    expect(render().children).toHaveLength(0);
  });

  it('is accessible', async () => {
    render(sampleCall());
    await expect(document.body).toBeAccessible();
  });
});

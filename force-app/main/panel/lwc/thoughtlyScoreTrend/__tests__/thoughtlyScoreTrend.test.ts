import { createElement } from 'lwc';
import ThoughtlyScoreTrend from 'c/thoughtlyScoreTrend';
import { sampleCall } from '../../thoughtlyCalls/__tests__/sampleCalls';

function render(scores: readonly (number | null)[]): ShadowRoot {
  const element = createElement('c-thoughtly-score-trend', { is: ThoughtlyScoreTrend });
  element.calls = scores.map((intentScore) => sampleCall({ intentScore }));
  document.body.appendChild(element);
  return element.shadowRoot as ShadowRoot;
}

describe('c-thoughtly-score-trend', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws the scores from the oldest to the newest', () => {
    const points = render([10, null, 0]).querySelector('polyline')?.getAttribute('points');
    expect(points).toBe('3,21 93,3');
  });

  it('draws nothing for fewer than two scores', () => {
    expect(render([7, null]).querySelector('[data-id="trend"]')).toBeNull();
  });

  it('is accessible', async () => {
    render([5, 8]);
    await expect(document.body).toBeAccessible();
  });
});

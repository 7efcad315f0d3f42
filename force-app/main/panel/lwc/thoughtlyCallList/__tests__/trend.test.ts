import { trendPoints } from '../trend';

describe('the trend of scores', () => {
  it('goes from left to right, and up with the score', () => {
    expect(trendPoints([0, 10])).toBe('3,21 93,3');
    expect(trendPoints([5, 5, 5])).toBe('3,12 48,12 93,12');
  });

  it('stays in its box', () => {
    expect(trendPoints([-4, 99])).toBe('3,21 93,3');
    expect(trendPoints([7])).toBe('3,8');
    expect(trendPoints([])).toBe('');
  });
});

const HIGHEST_SCORE = 10;

/** Size of the picture, in its own units. */
export const TREND_BOX = { width: 96, height: 24, margin: 3 };

/** Points of a line over scores of 1 to 10, from left to right. Scores out of range stay at its edge. */
export function trendPoints(scores: readonly number[]): string {
  const { width, height, margin } = TREND_BOX;
  const step = (width - 2 * margin) / Math.max(1, scores.length - 1);
  return scores
    .map((score, index) => {
      const share = Math.min(1, Math.max(0, score / HIGHEST_SCORE));
      return `${Math.round(margin + index * step)},${Math.round(height - margin - share * (height - 2 * margin))}`;
    })
    .join(' ');
}

const HIGHEST_SCORE = 10;

/** Size of the picture, in its own units. */
const WIDTH = 96;
const HEIGHT = 24;
const MARGIN = 3;

/** Points of a line over scores of 1 to 10, from left to right. Scores out of range stay at its edge. */
export function trendPoints(scores: readonly number[]): string {
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, scores.length - 1);
  return scores
    .map((score, index) => {
      const share = Math.min(1, Math.max(0, score / HIGHEST_SCORE));
      return `${Math.round(MARGIN + index * step)},${Math.round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN))}`;
    })
    .join(' ');
}

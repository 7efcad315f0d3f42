import { LightningElement, api } from 'lwc';
import TREND from '@salesforce/label/c.Thoughtly_Score_Trend';
import TREND_TEXT from '@salesforce/label/c.Thoughtly_Score_Trend_Text';
import type { Call } from 'c/thoughtlyCalls';
import { formatLabel } from 'c/thoughtlyFormat';

const WIDTH = 96;
const HEIGHT = 24;
const MARGIN = 3;
const HIGHEST_SCORE = 10;

/** Intent score over the conversations of a record, oldest first. Nothing for fewer than two scores. */
export default class ThoughtlyScoreTrend extends LightningElement {
  /** Newest first, as the list has them. */
  @api calls: readonly Call[] = [];

  readonly labels = { TREND };
  readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

  get isShown(): boolean {
    return this.scores.length > 1;
  }

  get points(): string {
    return this.scores.map((_, index) => `${this.x(index)},${this.y(index)}`).join(' ');
  }

  get lastX(): number {
    return this.x(this.scores.length - 1);
  }

  get lastY(): number {
    return this.y(this.scores.length - 1);
  }

  get text(): string {
    return formatLabel(TREND_TEXT, this.scores.join(', '));
  }

  private get scores(): number[] {
    return this.calls.flatMap(({ intentScore }) => intentScore ?? []).reverse();
  }

  private x(index: number): number {
    const step = (WIDTH - 2 * MARGIN) / Math.max(1, this.scores.length - 1);
    return Math.round(MARGIN + index * step);
  }

  private y(index: number): number {
    const share = Math.min(1, Math.max(0, (this.scores[index] ?? 0) / HIGHEST_SCORE));
    return Math.round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
  }
}

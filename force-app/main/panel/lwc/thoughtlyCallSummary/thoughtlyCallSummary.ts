import { LightningElement, api } from 'lwc';
import AGENT from '@salesforce/label/c.Thoughtly_Field_Agent';
import ANSWERS from '@salesforce/label/c.Thoughtly_Field_Answers';
import APPOINTMENT from '@salesforce/label/c.Thoughtly_Field_Appointment';
import CHANNEL from '@salesforce/label/c.Thoughtly_Field_Channel';
import DIRECTION from '@salesforce/label/c.Thoughtly_Field_Direction';
import DURATION from '@salesforce/label/c.Thoughtly_Field_Duration';
import NEEDS_REVIEW from '@salesforce/label/c.Thoughtly_Needs_Review';
import NO_DISPOSITION from '@salesforce/label/c.Thoughtly_No_Disposition';
import NO_SUMMARY from '@salesforce/label/c.Thoughtly_No_Summary';
import SCORE from '@salesforce/label/c.Thoughtly_Field_Score';
import SCORE_TEXT from '@salesforce/label/c.Thoughtly_Score_Text';
import SUMMARY from '@salesforce/label/c.Thoughtly_Field_Summary';
import WHEN from '@salesforce/label/c.Thoughtly_Field_When';
import { dispositionTone, splitAnswers, toneIcon } from 'c/thoughtlyCalls';
import type { Call } from 'c/thoughtlyCalls';
import { formatDateTime, formatDuration, formatLabel, formatRelative } from 'c/thoughtlyFormat';

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

const HIGHEST_SCORE = 10;

/** What came of one conversation, for a glance. */
export default class ThoughtlyCallSummary extends LightningElement {
  @api call?: Call;

  readonly labels = { ANSWERS, NEEDS_REVIEW, NO_SUMMARY, SCORE, SUMMARY };
  readonly highestScore = HIGHEST_SCORE;

  get disposition(): string {
    return this.call?.disposition ?? this.call?.outcome ?? NO_DISPOSITION;
  }

  get badgeClass(): string {
    return `badge badge_${dispositionTone(this.call?.disposition)}`;
  }

  get badgeIcon(): string {
    return toneIcon(dispositionTone(this.call?.disposition));
  }

  get hasScore(): boolean {
    return typeof this.call?.intentScore === 'number';
  }

  get score(): number {
    return this.call?.intentScore ?? 0;
  }

  get scoreText(): string {
    return formatLabel(SCORE_TEXT, this.score, HIGHEST_SCORE);
  }

  /** Width of the filled part of the gauge; a score out of range fills it or leaves it empty. */
  get scoreStyle(): string {
    const share = Math.min(1, Math.max(0, this.score / HIGHEST_SCORE));
    return `inline-size: ${Math.round(share * 100)}%`;
  }

  get needsReview(): boolean {
    return this.call?.matchStatus === 'Ambiguous';
  }

  get facts(): Fact[] {
    const call = this.call;
    if (!call) return [];
    const exactTime = formatDateTime(call.startedAt);
    const when = exactTime && `${exactTime} (${formatRelative(call.startedAt)})`;
    const facts: Fact[] = [
      { key: 'when', label: WHEN, value: when },
      { key: 'agent', label: AGENT, value: call.agentName ?? '' },
      { key: 'direction', label: DIRECTION, value: call.direction === 'Unknown' ? '' : (call.direction ?? '') },
      { key: 'duration', label: DURATION, value: formatDuration(call.durationSeconds) },
      { key: 'channel', label: CHANNEL, value: call.channel ?? '' },
      { key: 'appointment', label: APPOINTMENT, value: formatDateTime(call.appointmentAt) }
    ];
    return facts.filter(({ value }) => value !== '');
  }

  get answers(): { key: string; text: string }[] {
    return splitAnswers(this.call?.qualificationNotes).map((text, index) => ({ key: `answer-${index}`, text }));
  }

  get hasAnswers(): boolean {
    return this.answers.length > 0;
  }
}

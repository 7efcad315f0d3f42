import { LightningElement, api } from 'lwc';
import ADD_TO_CALENDAR from '@salesforce/label/c.Thoughtly_Calendar_Add';
import AGENT from '@salesforce/label/c.Thoughtly_Field_Agent';
import ANSWERS from '@salesforce/label/c.Thoughtly_Field_Answers';
import APPOINTMENT from '@salesforce/label/c.Thoughtly_Field_Appointment';
import CHANNEL from '@salesforce/label/c.Thoughtly_Field_Channel';
import DIRECTION from '@salesforce/label/c.Thoughtly_Field_Direction';
import DURATION from '@salesforce/label/c.Thoughtly_Field_Duration';
import CALENDAR_TITLE from '@salesforce/label/c.Thoughtly_Calendar_Title';
import NEEDS_REVIEW from '@salesforce/label/c.Thoughtly_Needs_Review';
import IN_PROGRESS from '@salesforce/label/c.Thoughtly_In_Progress';
import NO_DISPOSITION from '@salesforce/label/c.Thoughtly_No_Disposition';
import NO_SUMMARY from '@salesforce/label/c.Thoughtly_No_Summary';
import OUTCOME from '@salesforce/label/c.Thoughtly_Field_Outcome';
import SCORE from '@salesforce/label/c.Thoughtly_Field_Score';
import SCORE_TEXT from '@salesforce/label/c.Thoughtly_Score_Text';
import SUMMARY from '@salesforce/label/c.Thoughtly_Field_Summary';
import WHEN from '@salesforce/label/c.Thoughtly_Field_When';
import { dispositionTone, splitAnswers } from 'c/thoughtlyCalls';
import type { Call } from 'c/thoughtlyCalls';
import { downloadText } from 'c/thoughtlyClipboard';
import { formatDateTime, formatDuration, formatLabel, formatRelative } from 'c/thoughtlyFormat';
import { calendarFile } from './calendar';

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
}

const HIGHEST_SCORE = 10;

/** What came of one conversation, for a glance. */
export default class ThoughtlyCallSummary extends LightningElement {
  @api call?: Call;

  readonly labels = { ADD_TO_CALENDAR, ANSWERS, IN_PROGRESS, NEEDS_REVIEW, NO_SUMMARY, SCORE, SUMMARY };

  get disposition(): string {
    return this.call?.disposition ?? this.call?.outcome ?? NO_DISPOSITION;
  }

  get badgeClass(): string {
    return `slds-badge slds-theme_${dispositionTone(this.call?.disposition)}`;
  }

  /** Undefined when there is no score. */
  get scoreText(): string | undefined {
    const score = this.call?.intentScore;
    return typeof score === 'number' ? formatLabel(SCORE_TEXT, score, HIGHEST_SCORE) : undefined;
  }

  /** Filled part of the gauge; a score out of range fills it or leaves it empty. */
  get scoreStyle(): string {
    const share = Math.min(1, Math.max(0, (this.call?.intentScore ?? 0) / HIGHEST_SCORE));
    return `inline-size: ${Math.round(share * 100)}%`;
  }

  get isInProgress(): boolean {
    return /progress|ringing|ongoing/i.test(this.call?.status ?? '');
  }

  get needsReview(): boolean {
    return this.call?.matchStatus === 'Ambiguous';
  }

  get facts(): Fact[] {
    const call = this.call;
    if (!call) return [];
    const exactTime = formatDateTime(call.startedAt);
    const when = exactTime && `${exactTime} (${formatRelative(call.startedAt)})`;
    const facts = [
      { key: 'when', label: WHEN, value: when },
      { key: 'agent', label: AGENT, value: call.agentName },
      { key: 'direction', label: DIRECTION, value: call.direction === 'Unknown' ? '' : call.direction },
      { key: 'duration', label: DURATION, value: formatDuration(call.durationSeconds) },
      { key: 'channel', label: CHANNEL, value: call.channel },
      { key: 'outcome', label: OUTCOME, value: call.outcome === this.disposition ? '' : call.outcome },
      { key: 'appointment', label: APPOINTMENT, value: formatDateTime(call.appointmentAt) }
    ];
    return facts.filter(({ value }) => value);
  }

  get answers(): { key: string; text: string }[] {
    return splitAnswers(this.call?.qualificationNotes).map((text, index) => ({ key: `answer-${index}`, text }));
  }

  handleAddToCalendar(): void {
    if (this.appointmentFile) downloadText('appointment.ics', this.appointmentFile, 'text/calendar');
  }

  /** Undefined when there is no appointment. */
  get appointmentFile(): string | undefined {
    const { call } = this;
    if (!call?.appointmentAt) return undefined;
    return calendarFile({
      id: call.id,
      title: formatLabel(CALENDAR_TITLE, call.customerName ?? ''),
      description: call.summary ?? '',
      startsAt: call.appointmentAt
    });
  }
}

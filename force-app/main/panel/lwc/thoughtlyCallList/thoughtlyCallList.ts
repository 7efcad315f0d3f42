import { LightningElement, api } from 'lwc';
import ALL from '@salesforce/label/c.Thoughtly_Filter_All';
import CHANNEL from '@salesforce/label/c.Thoughtly_Field_Channel';
import DISPOSITION from '@salesforce/label/c.Thoughtly_Filter_Disposition';
import LIST_LABEL from '@salesforce/label/c.Thoughtly_List_Label';
import NEXT from '@salesforce/label/c.Thoughtly_List_Next';
import NO_DISPOSITION from '@salesforce/label/c.Thoughtly_No_Disposition';
import NO_MATCH from '@salesforce/label/c.Thoughtly_Filter_None';
import SCORE_SHORT from '@salesforce/label/c.Thoughtly_Score_Short';
import TREND from '@salesforce/label/c.Thoughtly_Score_Trend';
import TREND_TEXT from '@salesforce/label/c.Thoughtly_Score_Trend_Text';
import UNREAD from '@salesforce/label/c.Thoughtly_List_Unread';
import { dispositionTone, isMessageChannel } from 'c/thoughtlyCalls';
import type { Call } from 'c/thoughtlyCalls';
import { formatDateTime, formatDuration, formatLabel, formatRelative } from 'c/thoughtlyFormat';
import { trendPoints } from './trend';

interface CallItem {
  readonly id: string;
  readonly title: string;
  readonly badgeClass: string;
  readonly when: string;
  readonly details: string;
  readonly iconName: string;
  readonly isUnread: boolean;
  /** `true` for the selected call; assistive technology reads it. */
  readonly current: 'true' | 'false';
}

interface Option {
  readonly value: string;
  readonly label: string;
}
type ChoiceEvent = CustomEvent<{ value: string }>;

const ICON_BY_DIRECTION: Readonly<Record<string, string>> = {
  Inbound: 'utility:incoming_call',
  Outbound: 'utility:outbound_call'
};

/** Timeline of the conversations of a record, newest first. Raises `selectcall` with `{ callId }`. */
export default class ThoughtlyCallList extends LightningElement {
  @api calls: readonly Call[] = [];
  @api selectedCallId?: string;

  readonly labels = { CHANNEL, DISPOSITION, LIST_LABEL, NEXT, NO_MATCH, TREND, UNREAD };
  /** Blank for all. */
  channel = '';
  disposition = '';

  get items(): CallItem[] {
    return this.filteredCalls.map((call) => this.toItem(call));
  }

  /** Undefined when there is nothing to choose. */
  get channelOptions(): Option[] | undefined {
    return optionsOf(this.calls.map(({ channel }) => channel ?? ''));
  }

  get dispositionOptions(): Option[] | undefined {
    return optionsOf(this.calls.map(titleOf));
  }

  /** Undefined for fewer than two scores. */
  get trend(): string | undefined {
    return this.scores.length > 1 ? trendPoints(this.scores) : undefined;
  }

  get trendText(): string {
    return formatLabel(TREND_TEXT, this.scores.join(', '));
  }

  handleSelect(event: Event): void {
    this.tell((event.currentTarget as HTMLElement).dataset.callId);
  }

  /** To the one below the selected one. After the last comes the first: a button that stops loses the keyboard. */
  handleNext(): void {
    const calls = this.filteredCalls;
    const next = calls.findIndex(({ id }) => id === this.selectedCallId) + 1;
    this.tell(calls[next % calls.length]?.id);
  }

  handleChannel({ detail }: ChoiceEvent): void {
    this.channel = detail.value;
  }

  handleDisposition({ detail }: ChoiceEvent): void {
    this.disposition = detail.value;
  }

  private get filteredCalls(): readonly Call[] {
    const { channel, disposition } = this;
    return this.calls.filter(
      (call) => (!channel || call.channel === channel) && (!disposition || titleOf(call) === disposition)
    );
  }

  /** Of all conversations that have one, oldest first. */
  private get scores(): number[] {
    return this.calls.flatMap(({ intentScore }) => intentScore ?? []).reverse();
  }

  private tell(callId: string | undefined): void {
    if (callId) this.dispatchEvent(new CustomEvent('selectcall', { detail: { callId } }));
  }

  private toItem(call: Call): CallItem {
    const score = call.intentScore === null ? '' : formatLabel(SCORE_SHORT, call.intentScore);
    return {
      id: call.id,
      title: titleOf(call),
      badgeClass: `slds-badge slds-theme_${dispositionTone(call.disposition)}`,
      when: joined(formatDateTime(call.startedAt), formatRelative(call.startedAt)),
      details: joined(call.channel, formatDuration(call.durationSeconds), score, call.agentName),
      iconName: isMessageChannel(call.channel)
        ? 'utility:chat'
        : (ICON_BY_DIRECTION[call.direction ?? ''] ?? 'utility:call'),
      isUnread: call.isUnread,
      current: call.id === this.selectedCallId ? 'true' : 'false'
    };
  }
}

function titleOf(call: Call): string {
  return call.disposition ?? call.outcome ?? NO_DISPOSITION;
}

function joined(...texts: readonly (string | null)[]): string {
  return texts.filter(Boolean).join(' · ');
}

function optionsOf(values: readonly string[]): Option[] | undefined {
  const known = [...new Set(values)].filter(Boolean).sort();
  return known.length > 1 ? [{ value: '', label: ALL }, ...known.map((value) => ({ value, label: value }))] : undefined;
}

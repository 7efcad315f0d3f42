import { LightningElement, api } from 'lwc';
import LIST_LABEL from '@salesforce/label/c.Thoughtly_List_Label';
import NO_DISPOSITION from '@salesforce/label/c.Thoughtly_No_Disposition';
import SCORE_SHORT from '@salesforce/label/c.Thoughtly_Score_Short';
import { dispositionTone } from 'c/thoughtlyCalls';
import type { Call } from 'c/thoughtlyCalls';
import { formatDateTime, formatDuration, formatLabel, formatRelative } from 'c/thoughtlyFormat';

interface CallItem {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly exactTime: string;
  readonly details: string;
  readonly iconName: string;
  readonly buttonClass: string;
  readonly dotClass: string;
  /** `true` for the selected call; assistive technology reads it. */
  readonly current: 'true' | 'false';
}

const ICON_BY_DIRECTION: Readonly<Record<string, string>> = {
  Inbound: 'utility:incoming_call',
  Outbound: 'utility:outbound_call'
};

/** Conversations of a record, newest first. Raises `selectcall` with `{ callId }`. */
export default class ThoughtlyCallList extends LightningElement {
  @api calls: readonly Call[] = [];
  @api selectedCallId?: string;

  readonly labels = { LIST_LABEL };

  get items(): CallItem[] {
    return this.calls.map((call) => this.toItem(call));
  }

  handleSelect(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    if (callId) this.dispatchEvent(new CustomEvent('selectcall', { detail: { callId } }));
  }

  private toItem(call: Call): CallItem {
    const isSelected = call.id === this.selectedCallId;
    const score = call.intentScore === null ? '' : formatLabel(SCORE_SHORT, call.intentScore);
    return {
      id: call.id,
      title: call.disposition ?? call.outcome ?? NO_DISPOSITION,
      when: formatRelative(call.startedAt),
      exactTime: formatDateTime(call.startedAt),
      details: [formatDuration(call.durationSeconds), score, call.agentName].filter(Boolean).join(' · '),
      iconName: ICON_BY_DIRECTION[call.direction ?? ''] ?? iconOfChannel(call.channel),
      buttonClass: `item${isSelected ? ' item_selected' : ''}`,
      dotClass: `dot dot_${dispositionTone(call.disposition)}`,
      current: isSelected ? 'true' : 'false'
    };
  }
}

function iconOfChannel(channel: string | null): string {
  return channel === 'Voice' || !channel ? 'utility:call' : 'utility:chat';
}

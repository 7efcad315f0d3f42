import { LightningElement, api } from 'lwc';
import ALL from '@salesforce/label/c.Thoughtly_Filter_All';
import CHANNEL from '@salesforce/label/c.Thoughtly_Field_Channel';
import DISPOSITION from '@salesforce/label/c.Thoughtly_Filter_Disposition';
import LIST_LABEL from '@salesforce/label/c.Thoughtly_List_Label';
import NEXT from '@salesforce/label/c.Thoughtly_List_Next';
import NO_DISPOSITION from '@salesforce/label/c.Thoughtly_No_Disposition';
import NO_MATCH from '@salesforce/label/c.Thoughtly_Filter_None';
import SCORE_SHORT from '@salesforce/label/c.Thoughtly_Score_Short';
import UNREAD from '@salesforce/label/c.Thoughtly_List_Unread';
import { dispositionTone, isMessageChannel } from 'c/thoughtlyCalls';
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
  readonly isUnread: boolean;
  /** `true` for the selected call; assistive technology reads it. */
  readonly current: 'true' | 'false';
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

const ICON_BY_DIRECTION: Readonly<Record<string, string>> = {
  Inbound: 'utility:incoming_call',
  Outbound: 'utility:outbound_call'
};

/** Timeline of the conversations of a record, newest first. Raises `selectcall` with `{ callId }`. */
export default class ThoughtlyCallList extends LightningElement {
  @api calls: readonly Call[] = [];
  @api selectedCallId?: string;

  readonly labels = { CHANNEL, DISPOSITION, LIST_LABEL, NEXT, NO_MATCH, UNREAD };
  /** Blank for all. */
  channel = '';
  disposition = '';

  get items(): CallItem[] {
    return this.filteredCalls.map((call) => this.toItem(call));
  }

  get hasNoMatch(): boolean {
    return this.filteredCalls.length === 0;
  }

  get channelOptions(): Option[] {
    return optionsOf(
      this.calls.map((call) => call.channel ?? ''),
      this.channel
    );
  }

  get dispositionOptions(): Option[] {
    return optionsOf(this.calls.map(titleOf), this.disposition);
  }

  /** With one value there is nothing to choose. */
  get hasChannels(): boolean {
    return this.channelOptions.length > 2;
  }

  get hasDispositions(): boolean {
    return this.dispositionOptions.length > 2;
  }

  get hasNoNext(): boolean {
    return !this.nextCall;
  }

  handleSelect(event: Event): void {
    this.tell((event.currentTarget as HTMLElement).dataset.callId);
  }

  handleNext(): void {
    this.tell(this.nextCall?.id);
  }

  handleChannel(event: Event): void {
    this.channel = (event.target as HTMLSelectElement).value;
  }

  handleDisposition(event: Event): void {
    this.disposition = (event.target as HTMLSelectElement).value;
  }

  private get filteredCalls(): readonly Call[] {
    return this.calls.filter(
      (call) =>
        (this.channel === '' || call.channel === this.channel) &&
        (this.disposition === '' || titleOf(call) === this.disposition)
    );
  }

  /** The one below the selected one. */
  private get nextCall(): Call | undefined {
    const selected = this.filteredCalls.findIndex(({ id }) => id === this.selectedCallId);
    return this.filteredCalls[selected + 1];
  }

  private tell(callId: string | undefined): void {
    if (callId) this.dispatchEvent(new CustomEvent('selectcall', { detail: { callId } }));
  }

  private toItem(call: Call): CallItem {
    const isSelected = call.id === this.selectedCallId;
    const score = call.intentScore === null ? '' : formatLabel(SCORE_SHORT, call.intentScore);
    return {
      id: call.id,
      title: titleOf(call),
      when: formatRelative(call.startedAt),
      exactTime: formatDateTime(call.startedAt),
      details: [formatDuration(call.durationSeconds), score, call.agentName].filter(Boolean).join(' · '),
      iconName: ICON_BY_DIRECTION[call.direction ?? ''] ?? iconOfChannel(call.channel),
      buttonClass: `item${isSelected ? ' item_selected' : ''}${call.isUnread ? ' item_unread' : ''}`,
      dotClass: `dot dot_${dispositionTone(call.disposition)}`,
      isUnread: call.isUnread,
      current: isSelected ? 'true' : 'false'
    };
  }
}

function titleOf(call: Call): string {
  return call.disposition ?? call.outcome ?? NO_DISPOSITION;
}

function iconOfChannel(channel: string | null): string {
  return isMessageChannel(channel) ? 'utility:chat' : 'utility:call';
}

function optionsOf(values: readonly string[], selected: string): Option[] {
  const known = [...new Set(values)].filter(Boolean).sort();
  const all = { value: '', label: ALL, isSelected: selected === '' };
  return [all, ...known.map((value) => ({ value, label: value, isSelected: value === selected }))];
}

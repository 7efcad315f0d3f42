import { LightningElement, api } from 'lwc';
import NO_TRANSCRIPT from '@salesforce/label/c.Thoughtly_No_Transcript';
import TRANSCRIPT from '@salesforce/label/c.Thoughtly_Transcript_Label';
import TURN_COUNT from '@salesforce/label/c.Thoughtly_Transcript_Turns';
import { formatLabel } from 'c/thoughtlyFormat';
import { groupTurns } from 'c/thoughtlyTurns';
import type { Turn, TurnGroup } from 'c/thoughtlyTurns';

/** Who said what, in order. Falls back to the plain text when the turns of a conversation are not known. */
export default class ThoughtlyTranscript extends LightningElement {
  @api turns: readonly Turn[] = [];
  /** Plain transcript. */
  @api text?: string | null;
  @api agentName?: string | null;
  @api customerName?: string | null;
  /** ISO time stamp of the start of the call. */
  @api startedAt?: string | null;

  readonly labels = { NO_TRANSCRIPT, TRANSCRIPT };

  get groups(): TurnGroup[] {
    return groupTurns(this.turns, this);
  }

  get hasTurns(): boolean {
    return this.turns.length > 0;
  }

  get turnCount(): string {
    return formatLabel(TURN_COUNT, this.turns.length);
  }
}

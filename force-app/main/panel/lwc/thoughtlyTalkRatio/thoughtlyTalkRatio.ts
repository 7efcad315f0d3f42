import { LightningElement, api } from 'lwc';
import LOUDEST from '@salesforce/label/c.Thoughtly_Talk_Most';
import RATIO from '@salesforce/label/c.Thoughtly_Talk_Ratio';
import SHARE from '@salesforce/label/c.Thoughtly_Talk_Share';
import TURN_COUNT from '@salesforce/label/c.Thoughtly_Transcript_Turns';
import { formatLabel } from 'c/thoughtlyFormat';
import { talkShare } from 'c/thoughtlySearch';
import type { TalkShare } from 'c/thoughtlySearch';
import { speakerName } from 'c/thoughtlyTurns';
import type { Side, Turn, TurnContext } from 'c/thoughtlyTurns';

interface Share {
  readonly key: Side;
  readonly text: string;
  readonly style: string;
  readonly barClass: string;
}

const SIDES: readonly Side[] = ['agent', 'customer', 'other'];

/** Who said how much, by words. */
export default class ThoughtlyTalkRatio extends LightningElement {
  private turnList: readonly Turn[] = [];
  private talk: TalkShare = talkShare([]);
  @api agentName?: string | null;
  @api customerName?: string | null;

  readonly labels = { RATIO };

  @api
  get turns(): readonly Turn[] {
    return this.turnList;
  }
  set turns(value: readonly Turn[]) {
    this.turnList = value;
    this.talk = talkShare(value);
  }

  get turnCount(): string {
    return formatLabel(TURN_COUNT, this.talk.turnCount);
  }

  get shares(): Share[] {
    const { percentBySide } = this.talk;
    return SIDES.filter((side) => percentBySide[side] > 0).map((side) => ({
      key: side,
      text: formatLabel(SHARE, this.nameOf(side), percentBySide[side]),
      style: `inline-size: ${percentBySide[side]}%`,
      barClass: `bar bar_${side}`
    }));
  }

  get loudest(): string | undefined {
    const { loudest } = this.talk;
    return loudest && formatLabel(LOUDEST, this.nameOf(loudest));
  }

  private nameOf(side: Side): string {
    const context: TurnContext = { agentName: this.agentName, customerName: this.customerName };
    const turn = this.turns.find((candidate) => candidate.side === side);
    return turn ? speakerName(turn, context) : '';
  }
}

import LOUDEST from '@salesforce/label/c.Thoughtly_Talk_Most';
import SHARE from '@salesforce/label/c.Thoughtly_Talk_Share';
import { formatLabel } from 'c/thoughtlyFormat';
import { speakerName } from 'c/thoughtlyTurns';
import type { Conversation, Side } from 'c/thoughtlyTurns';

/** Who said how much of a conversation, by words. */
export interface Talk {
  /** `Maya 62 % · Dana 38 %`, who said most first; they add up to 100 %. */
  readonly shares: string;
  /** `Maya spoke most`; undefined when nothing was said or two said the same. */
  readonly loudest: string | undefined;
  /** Share of the agent, 0 to 100. */
  readonly agentPercent: number;
}

export function talkOf(conversation: Conversation): Talk {
  const talkerBySide = new Map<Side, { name: string; words: number; percent: number }>();
  let total = 0;
  for (const turn of conversation.turns) {
    const talker = talkerBySide.get(turn.side) ?? { name: speakerName(turn, conversation), words: 0, percent: 0 };
    const words = turn.text.match(/\S+/g)?.length ?? 0;
    talker.words += words;
    total += words;
    talkerBySide.set(turn.side, talker);
  }
  const [first, ...others] = [...talkerBySide.values()].sort((left, right) => right.words - left.words);
  if (!first || total === 0) return { shares: '', loudest: undefined, agentPercent: 0 };
  first.percent = 100;
  for (const talker of others) {
    talker.percent = Math.round((talker.words * 100) / total);
    first.percent -= talker.percent;
  }
  return {
    shares: [first, ...others].map(({ name, percent }) => formatLabel(SHARE, name, percent)).join(' · '),
    loudest: first.words > (others[0]?.words ?? 0) ? formatLabel(LOUDEST, first.name) : undefined,
    agentPercent: talkerBySide.get('agent')?.percent ?? 0
  };
}

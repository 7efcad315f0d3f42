import type { Conversation, Hit, Turn } from 'c/thoughtlyTurns';
import { NO_MARKS, TurnGroups } from '../turnGroups';

function talk(count: number): Conversation {
  const turns = Array.from({ length: count }, (_, index): Turn => {
    return { speaker: 'Agent', side: 'agent', text: `Turn ${index}` };
  });
  return { turns };
}

const hitsIn = (...turnIndexes: number[]): ReadonlyMap<number, Hit[]> =>
  new Map(turnIndexes.map((turnIndex) => [turnIndex, [{ turnIndex, start: 0, end: 4 }]]));

describe('groups of turns', () => {
  it('hold 50 turns each, and come a few at a time', () => {
    const groups = new TurnGroups(talk(120), NO_MARKS);
    expect(groups.makeNext(2)).toBe(true);
    expect(groups.made.map(({ start, turns }) => [start, turns.length])).toEqual([
      [0, 50],
      [50, 50]
    ]);
    expect(groups.makeNext(2)).toBe(false);
    expect(groups.made.map(({ turns }) => turns.length)).toEqual([50, 50, 20]);
  });

  it('begin anew with each day of messages', () => {
    const at = ['2026-06-03T16:00:00Z', '2026-06-03T17:00:00Z', '2026-06-05T16:00:00Z', undefined];
    const turns = at.map((time): Turn => ({ speaker: 'Agent', side: 'agent', text: 'Hello', at: time }));
    const groups = new TurnGroups({ turns, isMessages: true }, NO_MARKS);
    groups.makeNext(10);
    expect(groups.made.map(({ start, day }) => [start, Boolean(day)])).toEqual([
      [0, true],
      [2, true]
    ]);
    const call = new TurnGroups({ turns }, NO_MARKS);
    call.makeNext(10);
    expect(call.made.map(({ day }) => day)).toEqual([undefined]);
  });

  it('are made again alone when a turn in them is marked', () => {
    const groups = new TurnGroups(talk(150), NO_MARKS);
    groups.makeNext(10);
    const [first, second, third] = groups.made;
    groups.mark({ activeIndex: 0, currentIndex: 60 });
    expect(groups.made[0]).not.toBe(first);
    expect(groups.made[1]).not.toBe(second);
    expect(groups.made[1]?.marks.currentIndex).toBe(60);
    expect(groups.made[2]).toBe(third);
  });

  it('wait to be made again where a search finds or found something', () => {
    const groups = new TurnGroups(talk(150), NO_MARKS);
    groups.makeNext(10);
    const [first] = groups.made;
    groups.mark({ hitsByTurn: hitsIn(70, 149) });
    expect(groups.makeNext(1)).toBe(true);
    expect(groups.makeNext(1)).toBe(false);
    expect(groups.made.map(({ marks }) => marks.hitsByTurn.size)).toEqual([0, 2, 2]);
    groups.mark({ hitsByTurn: hitsIn() });
    groups.makeNext(10);
    expect(groups.made.slice(1).map(({ marks }) => marks.hitsByTurn.size)).toEqual([0, 0]);
    groups.mark({ activeIndex: 100 });
    expect(groups.made[0]).not.toBe(first);
  });

  it('are all made when somebody goes to a turn that is not', () => {
    const groups = new TurnGroups(talk(500), NO_MARKS);
    groups.makeNext(2);
    expect(groups.keyOf(420)).toBe('group-400');
    expect(groups.made).toHaveLength(10);
    expect(groups.keyOf(-1)).toBeUndefined();
  });
});

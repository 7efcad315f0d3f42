import { findHits, segmentsOf, talkShare } from 'c/thoughtlySearch';
import type { Turn } from 'c/thoughtlyTurns';

const turn = (text: string, side: Turn['side'] = 'agent'): Turn => ({ speaker: side, side, text });

describe('c/thoughtlySearch', () => {
  it('finds words whatever their case, in reading order', () => {
    expect(findHits([turn('Solar or solar?'), turn('No'), turn('SOLAR')], 'solar')).toEqual([
      { turnIndex: 0, start: 0, end: 5 },
      { turnIndex: 0, start: 9, end: 14 },
      { turnIndex: 2, start: 0, end: 5 }
    ]);
  });

  it.each(['(', '.*', 'a|b', '[x]', '\\d', '<b>', 'a-b/c'])('takes %s as text, not as a pattern', (query) => {
    expect(findHits([turn(`before ${query} after`)], query)).toHaveLength(query.length < 2 ? 0 : 1);
  });

  it('finds nothing for blanks and single letters', () => {
    expect(findHits([turn('a a a')], ' ')).toEqual([]);
    expect(findHits([turn('a a a')], 'a')).toEqual([]);
  });

  it('cuts texts at the hits without losing a letter', () => {
    const turns = [turn('Solar or solar?')];
    const segments = segmentsOf(turns, findHits(turns, 'solar'), 1).get(0) ?? [];
    expect(segments.map(({ text }) => text).join('')).toBe('Solar or solar?');
    expect(segments.filter(({ isHit }) => isHit).map(({ hitClass }) => hitClass)).toEqual(['hit', 'hit hit_current']);
  });

  it('shares the words among the sides', () => {
    expect(talkShare([turn('one two three'), turn('one', 'customer')])).toEqual({
      turnCount: 2,
      percentBySide: { agent: 75, customer: 25, other: 0 },
      loudest: 'agent'
    });
    expect(talkShare([]).loudest).toBeUndefined();
  });
});

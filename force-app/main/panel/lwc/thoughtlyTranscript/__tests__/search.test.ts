import type { Turn } from 'c/thoughtlyTurns';
import { MOST_HITS, search } from '../search';

const turn = (text: string): Turn => ({ speaker: 'Agent', side: 'agent', text });

describe('the search of a transcript', () => {
  it('finds words whatever their case, in reading order', () => {
    const { hits, hitsByTurn } = search([turn('Solar or solar?'), turn('No'), turn('SOLAR')], 'solar');
    expect(hits).toEqual([
      { turnIndex: 0, start: 0, end: 5 },
      { turnIndex: 0, start: 9, end: 14 },
      { turnIndex: 2, start: 0, end: 5 }
    ]);
    expect([...hitsByTurn].map(([index, found]) => [index, found.length])).toEqual([
      [0, 2],
      [2, 1]
    ]);
  });

  it.each(['(', '.*', 'a|b', '[x]', '\\d', '<b>', 'a-b/c'])('takes %s as text, not as a pattern', (query) => {
    expect(search([turn(`before ${query} after`)], query).hits).toHaveLength(query.length < 2 ? 0 : 1);
  });

  it('takes any white space between words', () => {
    expect(search([turn('solar\n  panels')], ' solar panels ').hits).toHaveLength(1);
  });

  it('finds nothing for blanks and single letters', () => {
    expect(search([turn('a a a')], ' ').hits).toEqual([]);
    expect(search([turn('a a a')], 'a').hits).toEqual([]);
  });

  it('stops where more hits help nobody', () => {
    expect(search([turn('xx'.repeat(MOST_HITS + 1))], 'xx').hits).toHaveLength(MOST_HITS);
  });
});

import type { Side, Turn } from 'c/thoughtlyTurns';
import { talkOf } from '../talk';

const turn = (text: string, side: Side = 'agent', speaker = 'Lee'): Turn => ({ speaker, side, text });
const NAMES = { agentName: 'Maya', customerName: 'Dana' };
const numbers = (shares: string): number[] => [...shares.matchAll(/\d+/g)].map(Number);

jest.mock('@salesforce/label/c.Thoughtly_Talk_Share', () => ({ default: '{0} {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Thoughtly_Talk_Most', () => ({ default: '{0} spoke most' }), { virtual: true });

describe('who spoke how much', () => {
  it('is told by words, who said most first', () => {
    const talk = talkOf({ ...NAMES, turns: [turn('one two three'), turn('one', 'customer')] });
    expect(talk).toEqual({ shares: 'Maya 75 · Dana 25', loudest: 'Maya spoke most', agentPercent: 75 });
  });

  it('adds up to 100 whatever is rounded', () => {
    const turns = [turn('a'), turn('b', 'customer'), turn('c', 'other')];
    const { shares, loudest } = talkOf({ ...NAMES, turns });
    expect(numbers(shares).reduce((left, right) => left + right, 0)).toBe(100);
    expect(loudest).toBeUndefined();
  });

  it('is nothing when nothing was said', () => {
    expect(talkOf({ turns: [] })).toEqual({ shares: '', loudest: undefined, agentPercent: 0 });
  });
});

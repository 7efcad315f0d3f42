import { groupTurns, parseTurns } from 'c/thoughtlyTurns';

const CONTEXT = { agentName: 'Maya', customerName: 'Dana Ortiz', startedAt: '2026-05-24T15:31:10.000Z' };

describe('c/thoughtlyTurns', () => {
  it('reads stored turns with side, text and time', () => {
    const json = JSON.stringify([
      { speaker: 'Agent', text: 'Hello', at: '2026-05-24T15:31:14Z', offsetMs: 4000 },
      { speaker: 'Customer', text: 'Yes', at: null, offsetMs: null },
      { speaker: 'Supervisor', text: 'I take over' }
    ]);
    expect(parseTurns(json).map(({ side, text, offsetMs }) => [side, text, offsetMs])).toEqual([
      ['agent', 'Hello', 4000],
      ['customer', 'Yes', undefined],
      ['other', 'I take over', undefined]
    ]);
  });

  it('leaves out what is no turn', () => {
    expect(parseTurns('[null, 7, {"speaker":"Agent"}, {"speaker":"Agent","text":"  "}]')).toEqual([]);
    expect(parseTurns('{"speaker":"Agent"}')).toEqual([]);
    expect(parseTurns('not JSON')).toEqual([]);
    expect(parseTurns(null)).toEqual([]);
  });

  it('names speakers by the people of the call', () => {
    const turns = parseTurns(
      '[{"speaker":"Agent","text":"a"},{"speaker":"Customer","text":"b"},{"speaker":"Lee","text":"c"}]'
    );
    const names = groupTurns(turns, CONTEXT)[0]?.turns.map(({ speaker }) => speaker);
    expect(names).toEqual(['Maya', 'Dana Ortiz', 'Lee']);
  });

  it('names speakers by their role when the people are not known', () => {
    const turns = parseTurns('[{"speaker":"Agent","text":"a"},{"speaker":"Customer","text":"b"},{"text":"c"}]');
    const names = groupTurns(turns, {})[0]?.turns.map(({ speaker }) => speaker);
    expect(names).toEqual(['c.Thoughtly_Speaker_Agent', 'c.Thoughtly_Speaker_Customer', 'c.Thoughtly_Speaker_Unknown']);
  });

  it('tells the place in the call from the offset, or from the time and the start', () => {
    const turns = parseTurns(
      '[{"speaker":"Agent","text":"a","offsetMs":65000},{"speaker":"Agent","text":"b","at":"2026-05-24T15:31:14Z"},{"speaker":"Agent","text":"c"}]'
    );
    expect(groupTurns(turns, CONTEXT)[0]?.turns.map(({ clock }) => clock)).toEqual(['1:05', '0:04', '']);
  });

  it('puts 50 turns in a group', () => {
    const turns = parseTurns(
      JSON.stringify(Array.from({ length: 120 }, (_, index) => ({ speaker: 'Agent', text: `Turn ${index}` })))
    );
    const groups = groupTurns(turns, CONTEXT);
    expect(groups.map((group) => group.turns.length)).toEqual([50, 50, 20]);
    expect(new Set(groups.flatMap((group) => group.turns.map(({ key }) => key))).size).toBe(120);
  });
});

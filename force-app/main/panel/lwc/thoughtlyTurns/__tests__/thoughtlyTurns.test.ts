import { parseTurns, speakerName, startSeconds, turnClock, turnLine } from 'c/thoughtlyTurns';

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
    expect(turns.map((turn) => speakerName(turn, CONTEXT))).toEqual(['Maya', 'Dana Ortiz', 'Lee']);
  });

  it('names speakers by their role when the people are not known', () => {
    const turns = parseTurns('[{"speaker":"Agent","text":"a"},{"speaker":"Customer","text":"b"},{"text":"c"}]');
    expect(turns.map((turn) => speakerName(turn, {}))).toEqual([
      'c.Thoughtly_Speaker_Agent',
      'c.Thoughtly_Speaker_Customer',
      'c.Thoughtly_Speaker_Unknown'
    ]);
  });

  it('tells the place in the call from the offset, or from the time and the start', () => {
    const turns = parseTurns(
      '[{"speaker":"Agent","text":"a","offsetMs":65000},{"speaker":"Agent","text":"b","at":"2026-05-24T15:31:14Z"},{"speaker":"Agent","text":"c"}]'
    );
    expect(turns.map((turn) => turnClock(turn, CONTEXT))).toEqual(['1:05', '0:04', '']);
    expect(turns.map((turn) => startSeconds(turn, CONTEXT))).toEqual([65, 4, undefined]);
  });

  it('tells the time of a message', () => {
    const [message] = parseTurns('[{"speaker":"Agent","text":"a","at":"2026-05-24T15:31:14Z"}]');
    expect(message && turnClock(message, { isMessages: true })).toMatch(/\d:31/);
  });

  it('writes a turn as a line', () => {
    const [spoken, untimed] = parseTurns(
      '[{"speaker":"Agent","text":"Hello","offsetMs":4000},{"speaker":"Lee","text":"Bye"}]'
    );
    expect(spoken && turnLine(spoken, CONTEXT)).toBe('[0:04] Maya: Hello');
    expect(untimed && turnLine(untimed, CONTEXT)).toBe('Lee: Bye');
  });
});

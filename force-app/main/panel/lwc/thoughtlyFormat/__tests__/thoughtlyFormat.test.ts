import { formatClock, formatDateTime, formatDuration, formatLabel, formatRelative, parseTime } from 'c/thoughtlyFormat';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'en-US' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'America/Los_Angeles' }), { virtual: true });

describe('c/thoughtlyFormat', () => {
  it('fills the placeholders of a label and leaves those without a value', () => {
    expect(formatLabel('{0} of {1}', 8, 10)).toBe('8 of 10');
    expect(formatLabel('{0} of {1}', 8)).toBe('8 of {1}');
  });

  it.each([
    [0, '0 sec'],
    [59.6, '1 min 0 sec'],
    [208, '3 min 28 sec'],
    [3900, '1 hr 5 min']
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('writes nothing for a duration that is not known', () => {
    expect(formatDuration(null)).toBe('');
    expect(formatDuration(undefined)).toBe('');
    expect(formatDuration(-1)).toBe('');
  });

  it.each([
    [4, '0:04'],
    [750, '12:30'],
    [3729, '1:02:09'],
    [Number.NaN, '0:00']
  ])('writes the place %s as %s', (seconds, text) => {
    expect(formatClock(seconds)).toBe(text);
  });

  it("writes date and time in the user's time zone", () => {
    expect(formatDateTime('2026-05-24T15:31:10.000Z')).toMatch(/^May 24, 2026, 8:31\sAM$/);
    expect(formatDateTime('soon')).toBe('');
    expect(formatDateTime(null)).toBe('');
  });

  it('writes how long ago something was', () => {
    const now = Date.parse('2026-05-26T15:31:10.000Z');
    expect(formatRelative('2026-05-24T15:31:10.000Z', now)).toBe('2 days ago');
    expect(formatRelative('2026-05-26T18:31:10.000Z', now)).toBe('in 3 hours');
    expect(formatRelative('2026-05-26T15:31:00.000Z', now)).toBe('this minute');
    expect(formatRelative(null, now)).toBe('');
  });

  it('reads ISO time stamps only', () => {
    expect(parseTime('1970-01-01T00:00:01Z')).toBe(1000);
    expect(parseTime('yesterday')).toBeUndefined();
  });
});

import { nextFireTime } from '../cron';

const FROM = Date.UTC(2026, 4, 14, 10, 30, 15);

/** The next moment as ISO text. */
function next(expression: string, zone = 'GMT', from = FROM): string | null {
  const time = nextFireTime(expression, from, zone);
  return time === null ? null : new Date(time).toISOString();
}

it.each([
  ['0 0 2 * * ?', '2026-05-15T02:00:00.000Z'],
  ['0 45 10 * * ?', '2026-05-14T10:45:00.000Z'],
  ['15 30 10 * * ?', '2026-05-15T10:30:15.000Z'],
  ['0 0/15 * * * ?', '2026-05-14T10:45:00.000Z'],
  ['0 0 9-17 ? * MON-FRI', '2026-05-14T11:00:00.000Z'],
  ['0 0 8 ? * SUN', '2026-05-17T08:00:00.000Z'],
  ['0 0 8 ? * 2#1', '2026-06-01T08:00:00.000Z'],
  ['0 0 8 ? * 6L', '2026-05-29T08:00:00.000Z'],
  ['0 0 8 L * ?', '2026-05-31T08:00:00.000Z'],
  ['0 0 8 1W AUG ?', '2026-08-03T08:00:00.000Z'],
  ['0 0 8 29 FEB ?', '2028-02-29T08:00:00.000Z'],
  ['0 5 7 3 6 ? 2027', '2027-06-03T07:05:00.000Z']
])('%s fires at %s', (expression, expected) => {
  expect(next(expression)).toBe(expected);
});

it('means the clocks of the zone, in summer and in winter', () => {
  expect(next('0 0 2 * * ?', 'America/Los_Angeles')).toBe('2026-05-15T09:00:00.000Z');
  expect(next('0 0 2 1 12 ?', 'America/Los_Angeles')).toBe('2026-12-01T10:00:00.000Z');
});

it('finds a year that is far off', () => {
  expect(next('0 0 0 3 9 ? 2099')).toBe('2099-09-03T00:00:00.000Z');
});

it('never fires again in a year that is over', () => {
  expect(next('0 0 8 1 1 ? 2020')).toBeNull();
});

it.each(['', '0 0 2', '0 60 2 * * ?', '0 0 25 * * ?', '0 0 2 32 * ?', '0 0 2 * FOO ?'])('refuses %p', (expression) => {
  expect(() => nextFireTime(expression, FROM, 'GMT')).toThrow(`Illegal cron expression: ${expression}`);
});

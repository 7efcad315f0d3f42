/** Business hours with a lunch-free week in Berlin, through a change of daylight saving. */
import { join } from 'node:path';
import { createOrg } from '../../create-org';
import { findPlatformType } from '../registry';
import { ApexDatetime } from '../system/Datetime';
import { ApexTime } from '../system/Time';

const { org } = createOrg({ sources: [join(__dirname, 'apex')], cacheDirectory: null });
const HOUR = 3_600_000n;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const office = run(() =>
  org.database.systemInsert('BusinessHours', {
    Name: 'Office',
    IsActive: true,
    TimeZoneSidKey: 'Europe/Berlin',
    ...Object.fromEntries(
      weekdays.flatMap((day) => [
        [`${day}StartTime`, ApexTime.of(9, 0, 0, 0)],
        [`${day}EndTime`, ApexTime.of(17, 0, 0, 0)]
      ])
    )
  })
);

function run<T>(work: () => T): T {
  return org.execute(org.user('admin').id, 'synchronous', work);
}

const at = (text: string) => new ApexDatetime(Date.parse(text));
const call = (name: string, ...args: unknown[]): unknown =>
  run(() => findPlatformType('System.BusinessHours')?.statics?.[`${name}/${args.length + 1}`]?.(office, ...args));
const iso = (value: unknown) => new Date((value as ApexDatetime).millis).toISOString();

// Thursday, 26 March 2026, 16:00 in Berlin (winter time); summer time begins on Sunday, 29 March.
const THURSDAY = at('2026-03-26T15:00:00Z');

it('should know what is open', () => {
  expect(call('iswithin', THURSDAY)).toBe(true);
  expect(call('iswithin', at('2026-03-26T16:00:00Z'))).toBe(false);
  expect(call('iswithin', at('2026-03-28T10:00:00Z'))).toBe(false);
});

it('should find the next opening', () => {
  expect(iso(call('nextstartdate', at('2026-03-27T18:00:00Z')))).toBe('2026-03-30T07:00:00.000Z');
  expect(iso(call('nextstartdate', THURSDAY))).toBe('2026-03-26T15:00:00.000Z');
});

it('should add open time only, both ways', () => {
  expect(iso(call('add', THURSDAY, 2n * HOUR))).toBe('2026-03-27T09:00:00.000Z');
  expect(iso(call('add', THURSDAY, 10n * HOUR))).toBe('2026-03-30T08:00:00.000Z');
  expect(iso(call('add', at('2026-03-30T08:00:00Z'), -10n * HOUR))).toBe('2026-03-26T15:00:00.000Z');
});

it('should measure open time', () => {
  expect(call('diff', THURSDAY, at('2026-03-30T08:00:00Z'))).toBe(10n * HOUR);
  expect(call('diff', at('2026-03-30T08:00:00Z'), THURSDAY)).toBe(-10n * HOUR);
  expect(call('diff', at('2026-03-28T00:00:00Z'), at('2026-03-29T00:00:00Z'))).toBe(0n);
});

it('should refuse ids of other records', () => {
  const statics = findPlatformType('System.BusinessHours')?.statics;
  expect(() => run(() => statics?.['iswithin/2']?.(org.user('admin').id, THURSDAY))).toThrow(
    /Invalid BusinessHours ID/
  );
});

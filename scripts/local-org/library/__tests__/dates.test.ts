import { apexToString } from '../stringify';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { ApexTime } from '../system/Time';
import { ApexTimeZone } from '../system/TimeZone';
import { exceptionOf, methodCall, staticCall } from './call';

const date = (year: number, month: number, day: number) => new ApexDate(year, month, day);
const gmt = (text: string) => new ApexDatetime(Date.parse(`${text}Z`));

describe('Date', () => {
  it.each([
    ['addMonths(Integer)', [date(2024, 1, 31), 1], '2024-02-29'],
    ['addMonths(Integer)', [date(2024, 3, 15), -3], '2023-12-15'],
    ['addYears(Integer)', [date(2024, 2, 29), 1], '2025-02-28'],
    ['addDays(Integer)', [date(2024, 2, 28), 2], '2024-03-01'],
    ['toStartOfMonth()', [date(2024, 2, 28)], '2024-02-01'],
    ['toStartOfWeek()', [date(2024, 2, 29)], '2024-02-25']
  ])('%s', (signature, args, expected) => {
    expect(String(methodCall('Date', signature, ...args))).toBe(expected);
  });

  it('counts days and months', () => {
    expect(methodCall('Date', 'daysBetween(Date)', date(2024, 2, 1), date(2024, 3, 1))).toBe(29);
    expect(methodCall('Date', 'daysBetween(Date)', date(2024, 3, 1), date(2024, 2, 1))).toBe(-29);
    expect(methodCall('Date', 'monthsBetween(Date)', date(2023, 12, 31), date(2024, 2, 1))).toBe(2);
    expect(methodCall('Date', 'dayOfYear()', date(2024, 3, 1))).toBe(61);
    expect(staticCall('Date', 'daysInMonth(Integer,Integer)', 1960, 2)).toBe(29);
    expect(staticCall('Date', 'isLeapYear(Integer)', 1900)).toBe(false);
  });

  it('reads and writes its texts', () => {
    expect(String(staticCall('Date', 'valueOf(String)', '2024-2-5 10:00:00'))).toBe('2024-02-05');
    expect(String(staticCall('Date', 'parse(String)', '12/27/2009'))).toBe('2009-12-27');
    expect(methodCall('Date', 'format()', date(2024, 2, 5))).toBe('2/5/2024');
    expect(exceptionOf(() => staticCall('Date', 'valueOf(String)', 'soon'))).toBe(
      'System.TypeException: Invalid date: soon'
    );
  });

  it('takes years before 100 as they are', () => {
    expect(String(staticCall('Date', 'newInstance(Integer,Integer,Integer)', 1, 13, 1))).toBe('0002-01-01');
  });
});

describe('Datetime, for a user in Los Angeles', () => {
  it('tells fields in the zone of the user and in GMT', () => {
    const moment = gmt('2024-07-01T02:30:15.250');
    expect(methodCall('Datetime', 'hour()', moment)).toBe(19);
    expect(methodCall('Datetime', 'day()', moment)).toBe(30);
    expect(methodCall('Datetime', 'hourGmt()', moment)).toBe(2);
    expect(String(methodCall('Datetime', 'date()', moment))).toBe('2024-06-30');
    expect(String(methodCall('Datetime', 'timeGmt()', moment))).toBe('02:30:15.250Z');
  });

  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2024-03-10T00:30:05.007-0800'],
    ['EEEE, MMMM d, yyyy', 'Sunday, March 10, 2024'],
    ['EEE MMM dd yy h:mm a', 'Sun Mar 10 24 12:30 AM'],
    ["hh 'o''clock' a, zzzz", "12 o'clock AM, Pacific Standard Time"],
    ['u D k K z', '7 70 24 0 PST'],
    ['XXX X', '-08:00 -08']
  ])('formats with %s', (pattern, expected) => {
    expect(methodCall('Datetime', 'format(String)', gmt('2024-03-10T08:30:05.007'), pattern)).toBe(expected);
  });

  it('formats in other zones', () => {
    expect(
      methodCall('Datetime', 'format(String,String)', gmt('2024-07-01T12:00:00'), 'HH:mm z', 'America/New_York')
    ).toBe('08:00 EDT');
    expect(methodCall('Datetime', 'formatGmt(String)', gmt('2024-07-01T12:00:00'), 'HH:mm')).toBe('12:00');
    expect(methodCall('Datetime', 'format()', gmt('2024-07-01T21:05:00'))).toBe('7/1/2024, 2:05 PM');
    expect(exceptionOf(() => methodCall('Datetime', 'format(String)', gmt('2024-07-01T12:00:00'), 'b'))).toContain(
      "Illegal pattern character 'b'"
    );
  });

  it('reads local times across daylight saving', () => {
    const local = (text: string) => (staticCall('Datetime', 'valueOf(String)', text) as ApexDatetime).toIsoText();
    expect(local('2024-01-15 12:00:00')).toBe('2024-01-15T20:00:00.000Z');
    expect(local('2024-07-15 12:00:00')).toBe('2024-07-15T19:00:00.000Z');
    // 2:30 does not exist on that day: clocks jump from 2:00 to 3:00.
    expect(local('2024-03-10 02:30:00')).toBe('2024-03-10T10:30:00.000Z');
    expect(exceptionOf(() => local('2024-07-15T12:00:00Z'))).toBe(
      'System.TypeException: Invalid date/time: 2024-07-15T12:00:00Z'
    );
  });

  it('is made of a day and a time', () => {
    const made = staticCall(
      'Datetime',
      'newInstance(Date,Time)',
      date(2024, 1, 15),
      ApexTime.of(12, 30, 0, 5)
    ) as ApexDatetime;
    expect(made.toIsoText()).toBe('2024-01-15T20:30:00.005Z');
    expect(apexToString(staticCall('Datetime', 'newInstanceGmt(Integer,Integer,Integer)', 2024, 1, 15))).toBe(
      '2024-01-15 00:00:00'
    );
    expect((staticCall('Datetime', 'parse(String)', '10/14/2011 11:46 AM') as ApexDatetime).toIsoText()).toBe(
      '2011-10-14T18:46:00.000Z'
    );
  });

  it('adds and compares', () => {
    expect(apexToString(methodCall('Datetime', 'addMonths(Integer)', gmt('2024-01-31T23:00:00'), 1))).toBe(
      '2024-02-29 23:00:00'
    );
    expect(methodCall('Datetime', 'isSameDay(Datetime)', gmt('2024-07-01T06:59:00'), gmt('2024-06-30T08:00:00'))).toBe(
      true
    );
    expect(methodCall('Datetime', 'getTime()', gmt('1970-01-01T00:00:01'))).toBe(1000n);
  });
});

describe('Time', () => {
  it('wraps around midnight', () => {
    expect(String(methodCall('Time', 'addHours(Integer)', ApexTime.of(23, 30, 2, 20), 2))).toBe('01:30:02.020Z');
  });
});

describe('TimeZone', () => {
  it('knows offsets, and takes unknown zones for GMT', () => {
    const zone = staticCall('TimeZone', 'getTimeZone(String)', 'America/New_York');
    expect(methodCall('TimeZone', 'getOffset(Datetime)', zone, gmt('2012-07-01T00:00:00'))).toBe(-14_400_000);
    expect(String(new ApexTimeZone('Mars/Base'))).toBe('GMT');
  });
});

import { calendarFile } from '../calendar';

const APPOINTMENT = {
  id: 'a00000000000001AAA',
  title: 'Appointment with Dana; Ortiz, Inc',
  description: 'First line\nSecond line',
  startsAt: '2026-06-05T16:00:00.000Z'
};

describe('a calendar file', () => {
  it('writes an event of half an hour, with special characters escaped', () => {
    const file = calendarFile(APPOINTMENT, 0) ?? '';
    expect(file).toContain('DTSTART:20260605T160000Z\r\nDTEND:20260605T163000Z');
    expect(file).toContain('SUMMARY:Appointment with Dana\\; Ortiz\\, Inc');
    expect(file).toContain('DESCRIPTION:First line\\nSecond line');
  });

  it('writes nothing for what is no time', () => {
    expect(calendarFile({ ...APPOINTMENT, startsAt: 'soon' })).toBeUndefined();
  });
});

/** Calendar file (RFC 5545) of an appointment, which every calendar opens. */
import { parseTime } from 'c/thoughtlyFormat';

export interface Appointment {
  /** Unique and the same for each download, so that a calendar knows it again. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** ISO time stamp. */
  readonly startsAt: string;
}

const MINUTES = 30;

/** Text of the file, or undefined when the start is no time. */
export function calendarFile(appointment: Appointment, now: number = Date.now()): string | undefined {
  const start = parseTime(appointment.startsAt);
  if (start === undefined) return undefined;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Thoughtly for Salesforce//EN',
    'BEGIN:VEVENT',
    `UID:${appointment.id}@thoughtly-for-salesforce`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(start + MINUTES * 60_000)}`,
    `SUMMARY:${escape(appointment.title)}`,
    `DESCRIPTION:${escape(appointment.description)}`,
    'END:VEVENT',
    'END:VCALENDAR'
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

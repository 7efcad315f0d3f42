/** People of the tests, each with a phone number of their own, so that tests cannot meet in the org they share. */
import { randomInt, randomUUID } from 'node:crypto';
import type { OrgClient } from '../../../scripts/local-org/pages/browser/org-process';

export interface Person {
  /** Of the Lead. */
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** Creates a Lead that the sales representative owns. */
export async function createLead(org: OrgClient, phone = newPhone()): Promise<Person> {
  const [rep] = await org.query("SELECT Id FROM User WHERE Username LIKE 'rep@%'");
  const lastName = `Person ${randomUUID().slice(0, 8)}`;
  const fields = { FirstName: 'Test', LastName: lastName, Company: 'Test Home', Phone: phone, OwnerId: rep?.['Id'] };
  return { id: await org.create('Lead', fields), name: `Test ${lastName}`, phone };
}

export function newPhone(): string {
  return `+1415${randomInt(200, 555)}${randomInt(1000, 10_000)}`;
}

/** Payload of a call with somebody; `changes` make it another one. */
export function callWith(phone: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    call_id: randomUUID(),
    channel: 'voice',
    direction: 'inbound',
    agent: { id: 'a1B2c3D4', title: 'Inbound Desk' },
    caller_number: phone,
    status: 'COMPLETED',
    start_time: '2026-06-02T16:00:00Z',
    end_time: '2026-06-02T16:02:00Z',
    duration_ms: 120_000,
    call_summary: 'A visit was booked.',
    recording_url: 'https://recordings.thoughtly.com/visit.mp3',
    transcript: [
      { speaker: 'ai', text: 'Shall we book a visit?', timestamp: '2026-06-02T16:00:05Z' },
      { speaker: 'user', text: 'Yes, please.', timestamp: '2026-06-02T16:00:09Z' },
      { speaker: 'ai', text: 'Booked for Friday.', timestamp: '2026-06-02T16:00:15Z' }
    ],
    variables: { disposition: 'Appointment Booked', intent_score: 9, appointment_time: '2026-06-05T16:00:00Z' },
    ...changes
  };
}

/** Sends sample payloads to the running org over HTTP and tells what they changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestToken, sendPayload } from '../../../payloads/client';
import type { LocalOrg } from '../../org';
import type { Sessions } from '../../server/sessions';
import { REPOSITORY } from '../paths';
import { changesBetween, readPeople } from './changes';
import { HttpReader } from './http-reader';

const SAMPLES = ['automation-canonical.json', 'response-flat.json'];
const SAMPLE_DIRECTORY = join(REPOSITORY, 'scripts', 'payloads', 'samples');

/** A record that a payload led to, with its page. */
export interface Landed {
  readonly object: string;
  readonly id: string;
  readonly label: string;
}

/** Prints one block for each sample; answers the records to look at. */
export async function sendSamples(org: LocalOrg, sessions: Sessions, print: (line: string) => void): Promise<Landed[]> {
  const credentials = sessions.credentials(org.instanceUrl);
  const token = await requestToken(credentials);
  const reader = new HttpReader(org.instanceUrl, sessions.tokenFor(org.user('admin')));
  const landed = new Map<string, Landed>();
  for (const sample of SAMPLES) {
    for (const record of await sendOne({ org, token, reader, print }, sample)) landed.set(record.id, record);
  }
  return [...landed.values()];
}

interface Sending {
  readonly org: LocalOrg;
  readonly token: string;
  readonly reader: HttpReader;
  readonly print: (line: string) => void;
}

async function sendOne({ org, token, reader, print }: Sending, sample: string): Promise<Landed[]> {
  const before = await readPeople(org, reader);
  const { status, body } = await sendPayload(
    org.instanceUrl,
    token,
    readFileSync(join(SAMPLE_DIRECTORY, sample), 'utf8')
  );
  await org.whenIdle();
  const ids = deliveryIds(body);
  print(`Sent ${sample}: HTTP ${status}`);
  if (ids.length === 0) {
    print(`  ${JSON.stringify(body)}`);
    return [];
  }
  const landed: Landed[] = [];
  for (const id of ids) landed.push(...(await tellDelivery(reader, id, print)));
  const changed = changesBetween(before, await readPeople(org, reader));
  if (changed.length === 0) print('  No field of a Lead or Contact changed: newer values are there already');
  for (const { label, changes } of changed) {
    print(`  ${label}`);
    for (const { field, from, to } of changes) print(`    ${field}: ${from} → ${to}`);
  }
  return landed;
}

function deliveryIds(body: unknown): string[] {
  const deliveries = (body as { deliveries?: readonly { id?: string }[] } | null)?.deliveries ?? [];
  return deliveries.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

async function tellDelivery(reader: HttpReader, id: string, print: (line: string) => void): Promise<Landed[]> {
  const [delivery] = await reader.query(
    `SELECT Status__c, Error__c, Thoughtly_Call__c FROM Thoughtly_Delivery__c WHERE Id = '${id}'`
  );
  print(
    `  Delivery ${id}: ${String(delivery?.['Status__c'] ?? 'not found')}${delivery?.['Error__c'] ? ` — ${String(delivery['Error__c'])}` : ''}`
  );
  const callId = delivery?.['Thoughtly_Call__c'];
  if (typeof callId !== 'string') return [];
  const [call] = await reader.query(
    `SELECT Name, Call_Id__c, Disposition__c, Lead__c, Lead__r.Name, Contact__c, Contact__r.Name, Task_Id__c FROM Thoughtly_Call__c WHERE Id = '${callId}'`
  );
  if (!call) return [];
  print(
    `  Call ${String(call['Name'])}: ${String(call['Disposition__c'] ?? 'no disposition')} (${String(call['Call_Id__c'])})`
  );
  const people: Landed[] = (['Lead', 'Contact'] as const).flatMap((object) => {
    const personId = call[`${object}__c`];
    const name = (call[`${object}__r`] as { Name?: string } | null)?.Name ?? '';
    return typeof personId === 'string' ? [{ object, id: personId, label: name }] : [];
  });
  return [
    ...people,
    ...(await tellTask(reader, call['Task_Id__c'], print)),
    { object: 'Thoughtly_Call__c', id: callId, label: String(call['Name']) }
  ];
}

async function tellTask(reader: HttpReader, id: unknown, print: (line: string) => void): Promise<Landed[]> {
  if (typeof id !== 'string') return [];
  const [task] = await reader.query(`SELECT Subject, Status, Owner.Name FROM Task WHERE Id = '${id}'`);
  if (!task) return [];
  print(
    `  Task “${String(task['Subject'])}”: ${String(task['Status'])}, owner ${(task['Owner'] as { Name?: string } | null)?.Name ?? 'unknown'}`
  );
  return [{ object: 'Task', id, label: String(task['Subject']) }];
}

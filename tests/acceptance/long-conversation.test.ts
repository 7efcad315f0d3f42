import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(180_000);

const CALLS = '/services/apexrest/thoughtly/v1/calls';
const CHARACTERS = 1_500_000;
const MOST_BYTES = 3_000_000;
/** Answers the newest file of a call, as an admin downloads it. */
const FILE_RESOURCE = `@RestResource(urlMapping='/files/*')
global without sharing class FileResource {
  @HttpGet
  global static void download() {
    String id = System.RestContext.request.requestURI.substringAfterLast('/');
    Id documentId = [SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = :id].ContentDocumentId;
    System.RestContext.response.responseBody =
      [SELECT VersionData FROM ContentVersion WHERE ContentDocumentId = :documentId AND IsLatest = TRUE].VersionData;
  }
}`;

interface Turn {
  readonly speaker: string;
  readonly text: string;
}

interface Kept {
  readonly deliveries: readonly { readonly id: string; readonly callId: string | null; readonly status: string }[];
}

/** Three hours of talk: words, quotes, line ends, letters of other scripts, and a running number in each turn. */
function threeHours(): { speaker: string; text: string; timestamp: string }[] {
  const turns: { speaker: string; text: string; timestamp: string }[] = [];
  const startedAt = Date.parse('2026-05-24T09:00:00Z');
  let length = 0;
  for (let index = 0; length < CHARACTERS; index++) {
    const text = `${index}. "Größe", sagte sie — 納期は？ 🏠\n${'and so on, line by line, '.repeat(1 + (index % 17))}end`;
    length += text.length;
    turns.push({
      speaker: index % 2 === 0 ? 'ai' : 'user',
      text,
      timestamp: new Date(startedAt + index * 1700).toISOString()
    });
  }
  return turns;
}

function callWith(callId: string, phone: string, turns: readonly object[]): Record<string, unknown> {
  return {
    call_id: callId,
    event: 'call.completed',
    status: 'COMPLETED',
    caller_number: phone,
    customer_name: 'Lena Lang',
    start_time: '2026-05-24T09:00:00Z',
    end_time: '2026-05-24T12:00:00Z',
    call_summary: 'A long talk.',
    variables: { disposition: 'Qualified', intent_score: 9 },
    transcript: turns
  };
}

describe('a conversation of three hours over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  const sent = threeHours();
  let org: LocalOrgProcess;
  let token: string;

  beforeAll(async () => {
    mkdirSync(join(folder, 'classes'));
    writeFileSync(join(folder, 'classes', 'FileResource.cls'), FILE_RESOURCE);
    org = await startLocalOrg({ with: [folder] });
    token = await org.integrationToken();
  });
  afterAll(async () => {
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function finished(deliveryId: string): Promise<Record<string, unknown>> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const [row] = await org.query(
        `SELECT Status__c, Steps__c, Error__c, Call_Id__c, Attempts__c FROM Thoughtly_Delivery__c WHERE Id = '${deliveryId}'`
      );
      if (row && row['Status__c'] !== 'Received') return row;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    throw new Error('The delivery was not processed.');
  }

  it('is kept whole: in the file, in what the panel reads, and as it was sent', async () => {
    const body = JSON.stringify(callWith('three-hours', '+14155550190', sent));
    expect(sent.reduce((length, turn) => length + turn.text.length, 0)).toBeGreaterThanOrEqual(CHARACTERS);
    expect(Buffer.byteLength(body)).toBeLessThan(MOST_BYTES);

    const { status, body: kept } = await org.send<Kept>('POST', `${CALLS}?wait=true`, body, token);
    expect(status).toBe(202);
    const delivery = await finished(kept.deliveries[0]?.id ?? '');
    expect(delivery).toMatchObject({ Status__c: 'Succeeded', Call_Id__c: 'three-hours', Attempts__c: null });

    const [call] = await org.query<{ Id: string; Turns__c: string; Transcript__c: string }>(
      `SELECT Id, Turns__c, Transcript__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'three-hours'`
    );
    const file = await org.send<Turn[]>('GET', `/services/apexrest/files/${call?.Id}`, undefined);
    const panel = await org.send<{ turns: string }>('POST', '/apex/ThoughtlyCallPanelController.getCall', {
      callId: call?.Id
    });
    const expected = sent.map(({ text }) => text).join('\u0001');
    expect(textOf(file.body) === expected).toBe(true);
    expect(textOf(JSON.parse(panel.body.turns) as Turn[]) === expected).toBe(true);
    expect(file.body.map(({ speaker }) => speaker)).toEqual(sent.map((_, index) => (index % 2 ? 'Customer' : 'Agent')));
    const payload = await org.send<unknown>('GET', `/services/apexrest/files/${kept.deliveries[0]?.id}`, undefined);
    expect(JSON.stringify(payload.body) === body).toBe(true);
  });

  it('is kept whole when it is one text with speaker labels', async () => {
    const text = sent.map((turn) => `${turn.speaker === 'ai' ? 'Agent' : 'User'}: ${turn.text}`).join('\n');
    const { body: kept } = await org.send<Kept>(
      'POST',
      CALLS,
      { ...callWith('one-text', '+14155550191', []), transcript: text },
      token
    );
    expect(await finished(kept.deliveries[0]?.id ?? '')).toMatchObject({ Status__c: 'Succeeded' });
    const [call] = await org.query<{ Id: string }>(`SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c = 'one-text'`);
    const file = await org.send<Turn[]>('GET', `/services/apexrest/files/${call?.Id}`, undefined);
    expect(textOf(file.body) === sent.map((turn) => turn.text).join('\u0001')).toBe(true);
  });

  it('is taken apart when a long body holds several', async () => {
    const calls = Array.from({ length: 12 }, (_, index) =>
      callWith(`part-${index}`, `+1415555030${index % 10}`, sent.slice(index * 400, index * 400 + 400))
    );
    const { status, body: kept } = await org.send<Kept>('POST', CALLS, { calls }, token);
    expect(status).toBe(202);
    expect(kept.deliveries).toMatchObject([{ callId: null, status: 'Received' }]);
    expect(await finished(kept.deliveries[0]?.id ?? '')).toMatchObject({
      Status__c: 'Succeeded',
      Steps__c: expect.stringContaining('12 conversations')
    });
    let rows: Record<string, unknown>[] = [];
    for (let attempt = 0; attempt < 300 && rows.length < 12; attempt++) {
      await new Promise((wait) => setTimeout(wait, 100));
      rows = await org.query(
        `SELECT Id FROM Thoughtly_Delivery__c WHERE Call_Id__c LIKE 'part-%' AND Status__c = 'Succeeded'`
      );
    }
    expect(rows).toHaveLength(12);
    expect(await org.query(`SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c LIKE 'part-%'`)).toHaveLength(12);
  });

  it('tells on the delivery when a long body is not JSON', async () => {
    const { status, body: kept } = await org.send<Kept>('POST', CALLS, `{"call_id":"${'x'.repeat(1_200_000)}`, token);
    expect(status).toBe(202);
    expect(await finished(kept.deliveries[0]?.id ?? '')).toMatchObject({
      Status__c: 'Failed',
      Error__c: expect.stringContaining('not JSON')
    });
  });

  it('cuts at a turn, with a warning, what is longer than a job can hold', async () => {
    const turns = Array.from({ length: 24 }, (_, index) => ({
      speaker: 'ai',
      text: `${index} ${'word '.repeat(20_000)}`
    }));
    const { body: kept } = await org.send<Kept>('POST', CALLS, callWith('too-long', '+14155550192', turns), token);
    const delivery = await finished(kept.deliveries[0]?.id ?? '');
    expect(delivery).toMatchObject({
      Status__c: 'Succeeded',
      Steps__c: expect.stringContaining('longer than the sync can hold')
    });
  });

  it('refuses more than 3,000,000 bytes, and says what to do', async () => {
    const { status, body } = await org.send<{ errors: { code: string; message: string }[] }>(
      'POST',
      CALLS,
      callWith('never', '+14155550193', [{ speaker: 'ai', text: 'x'.repeat(MOST_BYTES) }]),
      token
    );
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ code: 'BODY_TOO_LARGE', message: expect.stringMatching(/3000000.*Split/) }]);
  });
});

function textOf(turns: readonly Turn[]): string {
  return turns.map(({ text }) => text).join('\u0001');
}

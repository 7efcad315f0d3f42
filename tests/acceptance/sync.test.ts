import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..', '..');
const SAMPLES = join(ROOT, 'scripts', 'payloads', 'samples');
const CALLS = '/services/apexrest/thoughtly/v1/calls';
const sample = (name: string) => JSON.parse(readFileSync(join(SAMPLES, name), 'utf8')) as Record<string, unknown>;

interface Step {
  readonly outcome: 'done' | 'skipped' | 'warning' | 'failed';
  readonly field: string | null;
  readonly message: string;
  readonly remedy: string | null;
}

interface Processed {
  readonly deliveries: readonly {
    readonly status: string;
    readonly callId: string;
    readonly records?: Record<string, string>;
    readonly steps?: readonly Step[];
  }[];
}

async function post(org: LocalOrgProcess, payload: unknown): Promise<Processed['deliveries'][number]> {
  const { status, body } = await org.send<Processed>(
    'POST',
    `${CALLS}?wait=true`,
    payload,
    await org.integrationToken()
  );
  const [delivery] = body.deliveries;
  if (status !== 200 || !delivery) throw new Error(`The payload was refused with ${status}: ${JSON.stringify(body)}`);
  return delivery;
}

/** A call to the phone number, told apart by its id. */
function callTo(phone: string, id: string): Record<string, unknown> {
  return { ...sample('automation-canonical.json'), call_id: id, caller_number: phone, contact: { name: 'Sam Lee' } };
}

const createLead = (org: LocalOrgProcess, fields: Record<string, unknown> = {}) =>
  org.create('Lead', {
    LastName: 'Ortiz',
    FirstName: 'Dana',
    Company: 'Ortiz Homes',
    Phone: '(415) 555-0123',
    ...fields
  });

describe('a call over HTTP as the integration user, with Thoughtly_Integration alone', () => {
  let org: LocalOrgProcess;
  beforeAll(async () => {
    org = await startLocalOrg();
  });
  afterAll(() => org.stop());

  it('lands on the Lead, its Task and its call', async () => {
    const leadId = await createLead(org);
    const delivery = await post(org, sample('automation-canonical.json'));
    expect(delivery).toMatchObject({ status: 'Succeeded', records: { lead: leadId } });
    const [lead] = await org.query(
      `SELECT Call_Disposition__c, Intent_Score__c, Qualification_Notes__c FROM Lead WHERE Id = '${leadId}'`
    );
    expect(lead).toMatchObject({
      Call_Disposition__c: 'Qualified',
      Intent_Score__c: 8,
      Qualification_Notes__c: 'Owns home; wants install in 60 days; quote by Friday.'
    });
    const tasks = await org.query(
      `SELECT Subject, Status, IsClosed, Description, Recording_URL__c, Transcript__c, CallDurationInSeconds, TaskSubtype FROM Task WHERE WhoId = '${leadId}'`
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      Subject: 'Thoughtly AI Call — Qualified',
      IsClosed: true,
      TaskSubtype: 'Call',
      CallDurationInSeconds: 208,
      Recording_URL__c: 'https://recordings.thoughtly.com/8c1d7f52.mp3',
      Description: expect.stringContaining('Dana owns her home')
    });
    const [call] = await org.query(
      `SELECT Match_Status__c, Turns__c FROM Thoughtly_Call__c WHERE Lead__c = '${leadId}'`
    );
    expect(call).toMatchObject({ Match_Status__c: 'Matched' });
    expect(JSON.parse(String(call?.Turns__c))).toHaveLength(4);
  });

  it('answers 202 at once and processes in the background', async () => {
    const { status, body } = await org.send<Processed>(
      'POST',
      CALLS,
      callTo('+14155550123', 'queued-1'),
      await org.integrationToken()
    );
    expect(status).toBe(202);
    expect(body.deliveries[0]).toMatchObject({ callId: 'queued-1', status: 'Received' });
    let state = '';
    for (let attempt = 0; attempt < 50 && state !== 'Succeeded'; attempt++) {
      await new Promise((wait) => setTimeout(wait, 100));
      state = String(
        (await org.query(`SELECT Status__c FROM Thoughtly_Delivery__c WHERE Call_Id__c = 'queued-1'`))[0]?.Status__c
      );
    }
    expect(state).toBe('Succeeded');
  });

  it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.json')))('accepts and keeps %s', async (name) => {
    const text = readFileSync(join(SAMPLES, name), 'utf8');
    const { status, body } = await org.send<{ deliveries: { id: string }[] }>(
      'POST',
      `${CALLS}?wait=true`,
      text,
      await org.integrationToken()
    );
    expect(status).toBe(200);
    const rows = await org.query<{ Status__c: string; Payload__c: string }>(
      `SELECT Status__c, Payload__c FROM Thoughtly_Delivery__c WHERE Id = '${body.deliveries[0]?.id}'`
    );
    expect(rows[0]?.Status__c).toMatch(/^(Succeeded|Partial|Skipped)$/);
    expect(JSON.parse(String(rows[0]?.Payload__c))).toEqual(JSON.parse(text));
  });

  it.each(['(628) 555-0142', '628.555.0142', '+1 628 555 0142', '+16285550142'])(
    'matches the Lead when the caller is %s',
    async (phone) => {
      const [known] = await org.query<{ Id: string }>(`SELECT Id FROM Lead WHERE LastName = 'Formats'`);
      const leadId = known?.Id ?? (await createLead(org, { LastName: 'Formats', Phone: '628-555-0142' }));
      expect((await post(org, callTo(phone, `format-${phone}`))).records?.lead).toBe(leadId);
    }
  );

  it.each(['(707) 555-0101', '707.555.0102', '+1 707 555 0103', '+17075550104'])(
    'matches a Lead that was saved as %s',
    async (phone) => {
      const leadId = await createLead(org, { LastName: `Saved ${phone}`, Phone: phone });
      expect(
        (await post(org, callTo(`+1${phone.replace(/\D/g, '').slice(-10)}`, `saved-${phone}`))).records?.lead
      ).toBe(leadId);
    }
  );

  it('gives one call and one Task to an early and a later delivery, with the later values', async () => {
    const leadId = await createLead(org, { LastName: 'Early', Phone: '+1 510 555 0177' });
    const at = { phone_number: '+15105550177', contact: { name: 'Early Bird', phone_number: '+15105550177' } };
    await post(org, { ...sample('response-early.json'), id: 'two-step', ...at });
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toHaveLength(0);
    await post(org, { ...sample('response-flat.json'), id: 'two-step', ...at });
    await post(org, { ...sample('response-early.json'), id: 'two-step', ...at });
    const calls = await org.query<{ Status__c: string; Duration_Seconds__c: number }>(
      `SELECT Status__c, Duration_Seconds__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'two-step'`
    );
    expect(calls).toHaveLength(1);
    expect(Math.round(Number(calls[0]?.Duration_Seconds__c))).toBe(208);
    expect(String(calls[0]?.Status__c).toUpperCase()).toContain('COMPLETED');
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toHaveLength(1);
  });

  it('changes nothing more when the same delivery comes five times', async () => {
    const leadId = await createLead(org, { LastName: 'Again', Phone: '+1 503 555 0188' });
    const payload = callTo('+15035550188', 'again');
    await post(org, payload);
    const state = async () => [
      await org.query(
        `SELECT Id, Call_Disposition__c, Intent_Score__c, Qualification_Notes__c, Last_Thoughtly_Call__c, Status, OwnerId FROM Lead WHERE Id = '${leadId}'`
      ),
      await org.query(`SELECT Id, Subject, Description, OwnerId FROM Task WHERE WhoId = '${leadId}'`),
      await org.query(`SELECT Id, Summary__c, Turns__c, Lead__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'again'`),
      (await org.query('SELECT Id FROM Lead')).length
    ];
    const first = await state();
    for (let i = 0; i < 4; i++) await post(org, payload);
    expect(await state()).toEqual(first);
  });

  it('answers 400 to malformed JSON and keeps the text', async () => {
    const text = '{"call_id": "broken",';
    const { status, body } = await org.send<{ errors: { code: string; deliveryId: string }[] }>(
      'POST',
      CALLS,
      text,
      await org.integrationToken()
    );
    expect(status).toBe(400);
    expect(body.errors[0]?.code).toBe('MALFORMED_JSON');
    expect(
      await org.query(
        `SELECT Status__c, Payload__c FROM Thoughtly_Delivery__c WHERE Id = '${body.errors[0]?.deliveryId}'`
      )
    ).toMatchObject([{ Status__c: 'Failed', Payload__c: text }]);
  });

  it('refuses a user without the permission sets', async () => {
    const { status } = await org.send('POST', CALLS, callTo('+14155550123', 'refused'), org.tokenOf('stranger'));
    expect(status).toBe(403);
    expect(await org.query(`SELECT Id FROM Thoughtly_Delivery__c WHERE Call_Id__c = 'refused'`)).toHaveLength(0);
  });

  it('answers 401 without a valid token', async () => {
    expect((await org.send('POST', CALLS, callTo('+14155550123', 'anonymous'), '00D000000000001!wrong')).status).toBe(
      401
    );
  });
});

describe('a call when one field permission is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'permission-'));
  let org: LocalOrgProcess;
  beforeAll(async () => {
    const source = join(
      ROOT,
      'force-app',
      'main',
      'access',
      'permissionsets',
      'Thoughtly_Integration.permissionset-meta.xml'
    );
    const xml = readFileSync(source, 'utf8');
    const reduced = xml.replace(
      /\s*<fieldPermissions>(?:(?!<\/fieldPermissions>)[\s\S])*<field>Lead\.Intent_Score__c<\/field>[\s\S]*?<\/fieldPermissions>/,
      ''
    );
    expect(reduced).not.toBe(xml);
    expect(reduced).not.toContain('Lead.Intent_Score__c');
    mkdirSync(join(folder, 'permissionsets'));
    writeFileSync(join(folder, 'permissionsets', 'Thoughtly_Integration.permissionset-meta.xml'), reduced);
    org = await startLocalOrg({ with: [folder] });
  });
  afterAll(async () => {
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes the rest and names exactly that field in a failed step', async () => {
    const leadId = await createLead(org);
    const delivery = await post(org, sample('automation-canonical.json'));
    expect(delivery.status).toBe('Partial');
    const failed = (delivery.steps ?? []).filter((step) => step.outcome === 'failed');
    expect(failed).toMatchObject([
      { field: 'Intent_Score__c', remedy: expect.stringContaining('Thoughtly Integration') }
    ]);
    const [lead] = await org.query(
      `SELECT Call_Disposition__c, Intent_Score__c, Qualification_Notes__c FROM Lead WHERE Id = '${leadId}'`
    );
    expect(lead).toMatchObject({
      Call_Disposition__c: 'Qualified',
      Intent_Score__c: null,
      Qualification_Notes__c: expect.stringContaining('Owns home')
    });
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toHaveLength(1);
  });
});

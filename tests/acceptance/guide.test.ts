/** The guide "Sync AI conversations to Salesforce", step by step: what it promises is what a local org shows. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callOf, phoneOf, type Row } from '../support/fault-org';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..', '..');
const CALLS = '/services/apexrest/thoughtly/v1/calls';

interface Step {
  readonly outcome: string;
  readonly objectName?: string;
  readonly field?: string;
  readonly message: string;
  readonly remedy?: string;
}

interface Result {
  readonly id: string;
  readonly status: string;
  readonly records?: Record<string, string>;
  readonly steps?: readonly Step[];
}

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
let org: LocalOrgProcess;
let token: string;
let person = 0;

beforeAll(async () => {
  writeRecords();
  org = await startLocalOrg({ with: [folder] });
  token = await org.integrationToken();
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Records of an admin: a mapping with a label for a name, an agent that is in draft, and one that is ignored. */
function writeRecords(): void {
  mkdirSync(join(folder, 'customMetadata'));
  const mapping = {
    Agent_Id__c: 'agent-mislabelled',
    Object__c: 'Lead',
    Field__c: 'Intent Score',
    Source__c: 'intent_score',
    Write_Policy__c: 'Always'
  };
  writeRecord('Thoughtly_Field_Mapping', 'Label_For_Name', mapping);
  writeRecord('Thoughtly_Agent', 'In_Draft', { Agent_Id__c: 'agent-in-draft', Mode__c: 'Draft' });
  writeRecord('Thoughtly_Agent', 'Internal', { Agent_Id__c: 'agent-internal', Mode__c: 'Ignore' });
}

function writeRecord(type: string, name: string, values: Readonly<Record<string, string>>): void {
  const all = Object.entries({ ...values, Description__c: name });
  const fields = all.map(
    ([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`
  );
  const active = '<values><field>Is_Active__c</field><value xsi:type="xsd:boolean">true</value></values>';
  const spaces =
    'xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata ${spaces}><label>${name}</label><protected>false</protected>${active}${fields.join('')}</CustomMetadata>\n`;
  writeFileSync(join(folder, 'customMetadata', `${type}.${name}.md-meta.xml`), xml);
}

/** Sends one call of a person of its own and answers what became of it. */
async function sync(values: Row, query = 'wait=true'): Promise<Result> {
  const { status, body } = await org.send<{ deliveries: Result[] }>('POST', `${CALLS}?${query}`, values, token);
  const [result] = body.deliveries ?? [];
  if (status !== 200 || !result) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return result;
}

const nextCall = (variables: Row, values: Row = {}): Row => ({ ...callOf(++person, 1, variables), ...values });

/** A Lead with the phone of the next call. */
const leadOfNextCall = (fields: Row = {}) =>
  org.create('Lead', {
    LastName: 'Ortiz',
    FirstName: 'Dana',
    Company: 'Ortiz Homes',
    Phone: phoneOf(person + 1, 1),
    ...fields
  });

async function one(soql: string): Promise<Row> {
  const rows = await org.query<Row>(soql);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

const lead = (id: string | undefined) =>
  one(
    `SELECT Status, OwnerId, LastName, Phone, Call_Disposition__c, Intent_Score__c, Qualification_Notes__c, Appointment_Date__c, Disqualification_Reason__c FROM Lead WHERE Id = '${id}'`
  );

describe('step 2: the field mapping', () => {
  it('writes every variable of the outbound table to its field', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(
      nextCall({
        disposition: 'Appointment Booked',
        intent_score: 8,
        qualifying_answers: 'Owns home.',
        appointment_time: '2026-12-01T17:00:00Z'
      })
    );
    expect(await lead(leadId)).toMatchObject({
      Call_Disposition__c: 'Appointment Booked',
      Intent_Score__c: 8,
      Qualification_Notes__c: 'Owns home.',
      Appointment_Date__c: '2026-12-01T17:00:00.000+0000'
    });
    const task = await one(
      `SELECT Description, Transcript__c, Recording_URL__c FROM Task WHERE Id = '${result.records?.['task']}'`
    );
    expect(task).toMatchObject({
      Description: 'What person 1 said.',
      Transcript__c: expect.stringContaining('Hello, Maya.'),
      Recording_URL__c: 'https://recordings.thoughtly.com/1.mp3'
    });
  });

  it('writes the disposition to a Contact as well', async () => {
    const contactId = await org.create('Contact', { LastName: 'Client', Phone: phoneOf(person + 1, 1) });
    await sync(nextCall({ disposition: 'Not Interested' }));
    expect(await one(`SELECT Call_Disposition__c FROM Contact WHERE Id = '${contactId}'`)).toMatchObject({
      Call_Disposition__c: 'Not Interested'
    });
  });
});

describe('step 3: the variables', () => {
  it.each(['Qualified', 'Not Interested', 'Appointment Booked', 'Callback Requested', 'Voicemail Left', 'No Answer'])(
    'takes the disposition %s, and the Lead shows it',
    async (disposition) => {
      const leadId = await leadOfNextCall();
      await sync(nextCall({ disposition }));
      expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: disposition });
    }
  );

  it.each([
    ['8', 8],
    ['10', 10],
    [1, 1]
  ])('reads the intent score %p as a number', async (intent_score, expected) => {
    const leadId = await leadOfNextCall();
    await sync(nextCall({ disposition: 'Qualified', intent_score }));
    expect((await lead(leadId))['Intent_Score__c']).toBe(expected);
  });

  it('keeps system variables without any configuration: transcript, duration, phone and call id', async () => {
    const call = nextCall({});
    const result = await sync(call);
    const kept = await one(
      `SELECT Call_Id__c, Duration_Seconds__c, Customer_Phone__c, Transcript__c FROM Thoughtly_Call__c WHERE Id = '${result.records?.['call']}'`
    );
    expect(kept).toMatchObject({
      Call_Id__c: call['call_id'],
      Customer_Phone__c: call['caller_number'],
      Transcript__c: expect.stringContaining('Hello, Maya.')
    });
    expect(Number(kept['Duration_Seconds__c'])).toBe(208);
  });
});

describe('step 4: On Call Completed', () => {
  it('takes the full call record, turn by turn, with speaker, text and time', async () => {
    const result = await sync(nextCall({ disposition: 'Qualified' }));
    const call = await one(`SELECT Turns__c FROM Thoughtly_Call__c WHERE Id = '${result.records?.['call']}'`);
    expect(JSON.parse(String(call['Turns__c']))).toHaveLength(2);
  });

  it('writes no Lead and no Task for a call that is not over', async () => {
    const leadId = await leadOfNextCall();
    await sync(
      nextCall(
        { disposition: 'Qualified' },
        { event: 'call.started', status: 'IN_PROGRESS', end_time: null, duration_ms: null }
      )
    );
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: null });
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toEqual([]);
  });
});

describe('step 5: the Salesforce actions', () => {
  it('finds the Lead by phone, however it is written', async () => {
    const digits = phoneOf(person + 1, 1).slice(2);
    const leadId = await leadOfNextCall({ Phone: `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` });
    expect((await sync(nextCall({}))).records?.['lead']).toBe(leadId);
  });

  it('logs one completed Task with the subject of the guide', async () => {
    const leadId = await leadOfNextCall();
    await sync(nextCall({ disposition: 'Qualified' }));
    expect(await one(`SELECT Subject, Status, WhoId FROM Task WHERE WhoId = '${leadId}'`)).toMatchObject({
      Subject: 'Thoughtly AI Call — Qualified',
      Status: 'Completed'
    });
  });

  it('Qualified: the status moves to Working, and an Opportunity is created', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified' }));
    expect(String((await lead(leadId))['Status'])).toMatch(/^Working/);
    expect(
      await one(`SELECT StageName, CloseDate FROM Opportunity WHERE Id = '${result.records?.['opportunity']}'`)
    ).toMatchObject({ StageName: expect.stringMatching(/Qualification|Prospecting/) });
  });

  it('Appointment Booked: the owner gets a Task with the time and the context', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(
      nextCall({ disposition: 'Appointment Booked', appointment_time: '2026-12-01T17:00:00Z' })
    );
    const task = await one(
      `SELECT ActivityDate, Description, WhoId FROM Task WHERE Id = '${result.records?.['followUpTask']}'`
    );
    expect(task).toMatchObject({
      ActivityDate: '2026-12-01',
      WhoId: leadId,
      Description: expect.stringContaining('What person 1 said.')
    });
  });

  it('Not Interested: the Lead is disqualified, with the reason', async () => {
    const leadId = await leadOfNextCall();
    await sync(nextCall({ disposition: 'Not Interested', objection: 'Rents the house' }));
    expect(await lead(leadId)).toMatchObject({
      Status: expect.stringMatching(/Disqualified|Unqualified|Not Converted/),
      Disqualification_Reason__c: 'Rents the house'
    });
  });

  it('No matching record: a Lead is created with phone, name and qualifying data', async () => {
    const result = await sync(
      nextCall({ disposition: 'Qualified', qualifying_answers: 'Owns home.' }, { contact: { name: 'Nora New' } })
    );
    expect(await lead(result.records?.['lead'])).toMatchObject({
      LastName: 'New',
      Phone: phoneOf(person, 1),
      Qualification_Notes__c: 'Owns home.'
    });
  });
});

describe('step 6: a test before going live', () => {
  it('draft mode tells the plan and touches nothing', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified', intent_score: 9 }), 'mode=draft');
    expect(result.steps?.filter((step) => step.outcome === 'planned')).not.toHaveLength(0);
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: null, Intent_Score__c: null });
    expect(await org.query(`SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-${person}-1'`)).toEqual([]);
  });

  it('a live call shows each step in the log of its delivery', async () => {
    await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified' }));
    const log = await one(`SELECT Status__c, Steps__c FROM Thoughtly_Delivery__c WHERE Id = '${result.id}'`);
    expect(log['Status__c']).toBe('Succeeded');
    const objects = new Set((JSON.parse(String(log['Steps__c'])) as Step[]).map((step) => step.objectName));
    expect([...objects]).toEqual(expect.arrayContaining(['Lead', 'Task', 'Opportunity']));
  });
});

describe('common mistakes', () => {
  it('skipping the lookup: no record id is needed, and a right one is used', async () => {
    const leadId = await org.create('Lead', { LastName: 'By Id', Company: 'By Id' });
    const result = await sync(nextCall({}, { metadata: { salesforce_record_id: leadId } }));
    expect(result.records?.['lead']).toBe(leadId);
  });

  it('the wrong object: a Contact with that phone is preferred to a Lead', async () => {
    await leadOfNextCall();
    const contactId = await org.create('Contact', { LastName: 'Both', Phone: phoneOf(person + 1, 1) });
    expect((await sync(nextCall({}))).records?.['contact']).toBe(contactId);
  });

  it('API limits: 50 conversations need one request', async () => {
    const calls = Array.from({ length: 50 }, () => nextCall({ disposition: 'No Answer' }));
    const { body } = await org.send<{ deliveries: Result[] }>('POST', `${CALLS}?wait=true`, calls, token);
    expect(body.deliveries.map((result) => result.status)).toEqual(Array(50).fill('Succeeded'));
  });

  it('a label instead of an API name: a step names it and what to do, and the rest is written', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(
      nextCall({ disposition: 'Qualified', intent_score: 6 }, { agent: { id: 'agent-mislabelled' } })
    );
    const step = result.steps?.find((item) => item.message.includes('Intent Score') || item.field === 'Intent Score');
    expect(step).toMatchObject({
      outcome: expect.stringMatching(/warning|failed/),
      remedy: expect.stringMatching(/\w/)
    });
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: 'Qualified', Intent_Score__c: 6 });
  });

  it('an automation left in draft: the delivery says so, and nothing else was written', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified' }, { agent: { id: 'agent-in-draft' } }));
    expect(result.status).toBe('Draft');
    expect(result.steps?.map((step) => step.message)).toContainEqual(expect.stringContaining('Draft mode'));
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: null });
  });

  it('agents that nobody wants synced are ignored', async () => {
    const leadId = await leadOfNextCall();
    expect(await sync(nextCall({ disposition: 'Qualified' }, { agent: { id: 'agent-internal' } }))).toMatchObject({
      status: 'Skipped'
    });
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toEqual([]);
  });

  it('variables that are not defined: the rest is written, and nothing is blanked', async () => {
    const leadId = await leadOfNextCall({ Qualification_Notes__c: 'Written by a rep.' });
    const result = await sync(nextCall({}));
    expect(result.status).toBe('Succeeded');
    expect(await lead(leadId)).toMatchObject({ Qualification_Notes__c: 'Written by a rep.' });
  });

  it('templates that were not rendered count as absent', async () => {
    const leadId = await leadOfNextCall();
    await sync(
      nextCall({
        disposition: 'Qualified',
        qualifying_answers: '{{ trigger.variables.qualifying_answers }}',
        intent_score: '{{ intent_score }}'
      })
    );
    expect(await lead(leadId)).toMatchObject({ Qualification_Notes__c: null, Intent_Score__c: null });
  });
});

describe('frequently asked questions', () => {
  it.each(['inbound', 'outbound'])('syncs %s calls', async (direction) => {
    await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'No Answer' }, { direction }));
    const task = await one(`SELECT CallType FROM Task WHERE Id = '${result.records?.['task']}'`);
    expect(String(task['CallType']).toLowerCase()).toBe(direction);
  });

  it('one conversation is one API call: the lookup, the update and the Task come with it', async () => {
    await leadOfNextCall();
    expect(Object.keys((await sync(nextCall({ disposition: 'Qualified' }))).records ?? {})).toEqual(
      expect.arrayContaining(['call', 'lead', 'task', 'opportunity'])
    );
  });

  it('the whole transcript is on the call that the Task looks up to', async () => {
    const transcript = Array.from({ length: 40 }, (_, index) => ({
      speaker: 'user',
      text: `Sentence number ${index} of a long conversation.`
    }));
    const result = await sync(nextCall({}, { transcript }));
    const task = await one(
      `SELECT Thoughtly_Call__c, Transcript__c FROM Task WHERE Id = '${result.records?.['task']}'`
    );
    const call = await one(
      `SELECT Transcript__c FROM Thoughtly_Call__c WHERE Id = '${String(task['Thoughtly_Call__c'])}'`
    );
    expect(String(task['Transcript__c']).length).toBeLessThanOrEqual(255);
    expect(call['Transcript__c']).toContain('Sentence number 39');
  });

  it('the names of the fields are those of the guide', () => {
    const xml = readFileSync(
      join(ROOT, 'force-app', 'main', 'access', 'permissionsets', 'Thoughtly_Integration.permissionset-meta.xml'),
      'utf8'
    );
    for (const field of [
      'Lead.Call_Disposition__c',
      'Lead.Intent_Score__c',
      'Lead.Qualification_Notes__c',
      'Lead.Appointment_Date__c',
      'Opportunity.Appointment_Date__c',
      'Task.Transcript__c',
      'Task.Recording_URL__c'
    ])
      expect(xml).toContain(`<field>${field}</field>`);
  });
});

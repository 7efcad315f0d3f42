/** The guide "Sync AI conversations to Salesforce", step by step: what it promises is what a local org shows. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..', '..');
const CALLS = '/services/apexrest/thoughtly/v1/calls';

type Row = Readonly<Record<string, unknown>>;

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
  writeRecord('Thoughtly_Agent', 'Sales', { Agent_Id__c: 'agent-sales', Mode__c: 'Live' });
  const custom = { Agent_Id__c: 'agent-custom', Object__c: 'Quote_Request__c', Field__c: 'Score__c', Source__c: 'x' };
  writeRecord('Thoughtly_Field_Mapping', 'Custom_Object', custom);
  const nurture = { Disposition__c: 'Not Interested', Agent_Id__c: 'agent-nurture', Campaign__c: 'Nurture' };
  writeRecord('Thoughtly_Disposition_Rule', 'Nurture', nurture);
  const ready = { Disposition__c: 'Ready To Buy', Opportunity_Action__c: 'Convert Lead' };
  writeRecord('Thoughtly_Disposition_Rule', 'Ready_To_Buy', { ...ready, Opportunity_Amount__c: 'budget' });
  const inbound = { Disposition__c: 'No Answer', Direction__c: 'Inbound', Follow_Up_Subject__c: 'Call back' };
  writeRecord('Thoughtly_Disposition_Rule', 'Inbound_No_Answer', inbound);
  writeRules();
}

/** Rules of the org itself: who gets qualified Leads of one city, and who counts as a duplicate. */
function writeRules(): void {
  writeMetadata(
    'assignmentRules/Lead.assignmentRules',
    'AssignmentRules',
    `<assignmentRule><fullName>Standard</fullName><active>true</active><ruleEntry>
       <assignedTo>rep@thoughtly.localhost</assignedTo><assignedToType>User</assignedToType>
       <criteriaItems><field>Lead.Call_Disposition__c</field><operation>equals</operation><value>Qualified</value></criteriaItems>
       <criteriaItems><field>Lead.City</field><operation>equals</operation><value>Reno</value></criteriaItems>
     </ruleEntry></assignmentRule>`
  );
  writeMetadata(
    'matchingRules/Lead.matchingRule',
    'MatchingRules',
    `<matchingRules><fullName>Same_Name</fullName><label>Same name</label>${['FirstName', 'LastName']
      .map(
        (field) =>
          `<matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>Exact</matchingMethod></matchingRuleItems>`
      )
      .join('')}<ruleStatus>Active</ruleStatus></matchingRules>`
  );
  writeMetadata(
    'duplicateRules/Lead.Known_Twin.duplicateRule',
    'DuplicateRule',
    `<actionOnInsert>Block</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate><alertText>This person is known.</alertText>
     <duplicateRuleFilter><duplicateRuleFilterItems><field>LastName</field><operation>equals</operation>
       <value>Twin</value><sortOrder>1</sortOrder><table>Lead</table></duplicateRuleFilterItems></duplicateRuleFilter>
     <duplicateRuleMatchRules><matchRuleSObjectType>Lead</matchRuleSObjectType><matchingRule>Same_Name</matchingRule>
     </duplicateRuleMatchRules><isActive>true</isActive><masterLabel>Known Twin</masterLabel>
     <securityOption>EnforceSharingRules</securityOption><sortOrder>1</sortOrder>`
  );
}

function writeMetadata(path: string, root: string, content: string): void {
  const file = join(folder, `${path}-meta.xml`);
  mkdirSync(dirname(file), { recursive: true });
  const space = 'http://soap.sforce.com/2006/04/metadata';
  writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${space}">${content}</${root}>\n`);
}

function writeRecord(type: string, name: string, values: Readonly<Record<string, string>>): void {
  const all = Object.entries({ ...values, Description__c: name });
  const fields = all.map(
    ([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`
  );
  const order =
    type === 'Thoughtly_Disposition_Rule'
      ? '<values><field>Order__c</field><value xsi:type="xsd:double">1</value></values>'
      : '';
  const active = `<values><field>Is_Active__c</field><value xsi:type="xsd:boolean">true</value></values>${order}`;
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

/** What the trigger On Call Completed knows of the call of one person. */
function nextCall(variables: Row, values: Row = {}): Row {
  person++;
  return {
    event: 'call.completed',
    call_id: `guide-${person}`,
    channel: 'voice',
    direction: 'outbound',
    agent: { id: 'a1B2c3D4', title: 'Spring' },
    contact: { id: `guide-contact-${person}`, name: 'Dana Ortiz' },
    caller_number: phoneOf(person),
    status: 'COMPLETED',
    start_time: '2026-05-24T15:31:10.000Z',
    end_time: '2026-05-24T15:34:38.000Z',
    duration_ms: 208000,
    recording_url: 'https://recordings.thoughtly.com/guide.mp3',
    call_summary: `What person ${person} said.`,
    transcript: [
      { speaker: 'ai', text: 'Hi, this is Maya.', timestamp: '2026-05-24T15:31:14Z' },
      { speaker: 'user', text: 'Hello, Maya.', timestamp: '2026-05-24T15:31:19Z' }
    ],
    variables,
    ...values
  };
}

const phoneOf = (number: number): string => `+1415${2_000_000 + number}`;

/** A Lead with the phone of the next call. */
const leadOfNextCall = (fields: Row = {}) =>
  org.create('Lead', {
    LastName: 'Ortiz',
    FirstName: 'Dana',
    Company: 'Ortiz Homes',
    Phone: phoneOf(person + 1),
    ...fields
  });

/** Changes the settings of the org for one test. */
async function withSettings(settings: Row, work: () => Promise<void>): Promise<void> {
  const [company] = await org.query<{ Id: string }>('SELECT Id FROM Organization');
  const id = await org.create('Thoughtly_Settings__c', { SetupOwnerId: company?.Id, ...settings });
  try {
    await work();
  } finally {
    await org.send('DELETE', `/services/data/v66.0/sobjects/Thoughtly_Settings__c/${id}`, undefined);
  }
}

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
      Description: `What person ${person} said.`,
      Transcript__c: expect.stringContaining('Hello, Maya.'),
      Recording_URL__c: 'https://recordings.thoughtly.com/guide.mp3'
    });
  });

  it('writes the disposition to a Contact as well', async () => {
    const contactId = await org.create('Contact', { LastName: 'Client', Phone: phoneOf(person + 1) });
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

describe('step 4: the scope of the trigger', () => {
  it('All Agents: an agent that nobody listed is synced', async () => {
    await leadOfNextCall();
    expect(await sync(nextCall({}, { agent: { id: 'agent-unheard-of' } }))).toMatchObject({ status: 'Succeeded' });
  });

  it('Specific Agents: the listed agent is synced, and others are not', () =>
    withSettings({ Agent_Policy__c: 'Listed' }, async () => {
      await leadOfNextCall();
      expect(await sync(nextCall({}, { agent: { id: 'agent-sales' } }))).toMatchObject({ status: 'Succeeded' });
      expect(await sync(nextCall({}, { agent: { id: 'agent-unheard-of' } }))).toMatchObject({ status: 'Skipped' });
    }));

  it('any call that ends is synced, also one that was transferred', async () => {
    const leadId = await leadOfNextCall();
    await sync(nextCall({ disposition: 'Qualified' }, { status: 'TRANSFERRED' }));
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: 'Qualified' });
    expect(await org.query(`SELECT Id FROM Task WHERE WhoId = '${leadId}'`)).toHaveLength(1);
  });
});

describe('step 5: the Salesforce actions', () => {
  it('finds the Lead by phone, however it is written', async () => {
    const digits = phoneOf(person + 1).slice(2);
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

  it('Qualified: the owner of the Lead is assigned by the routing rules of the org, and gets the Task', async () => {
    const [rep] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = 'rep@thoughtly.localhost'`);
    const leadId = await leadOfNextCall({ City: 'Reno' });
    const result = await sync(nextCall({ disposition: 'Qualified' }));
    expect(await lead(leadId)).toMatchObject({ OwnerId: rep?.Id });
    expect(await one(`SELECT OwnerId FROM Task WHERE Id = '${result.records?.['task']}'`)).toMatchObject({
      OwnerId: rep?.Id
    });
    expect(result.steps?.map((step) => step.message)).toContainEqual(
      expect.stringContaining('The assignment rules of the org gave the Lead to')
    );
  });

  it('Qualified: a Lead that no routing rule takes stays with its owner, and a step says so', async () => {
    await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified' }));
    expect(result.steps?.map((step) => step.message)).toContainEqual(
      expect.stringContaining('no assignment rule of the org gave the Lead to somebody else')
    );
  });

  it('a rule of the admin converts the Lead: Opportunity with amount, contact role, and the call goes along', async () => {
    const leadId = await leadOfNextCall();
    const { records } = await sync(nextCall({ disposition: 'Ready To Buy', budget: '$18,500' }));
    expect(records).toMatchObject({ opportunity: expect.any(String), contact: expect.any(String) });
    expect(await one(`SELECT Amount FROM Opportunity WHERE Id = '${records?.['opportunity']}'`)).toMatchObject({
      Amount: 18500
    });
    const roles = await org.query(
      `SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '${records?.['opportunity']}' AND ContactId = '${records?.['contact']}'`
    );
    expect(roles).toHaveLength(1);
    expect(
      await one(`SELECT Contact__c, Lead__c FROM Thoughtly_Call__c WHERE Id = '${records?.['call']}'`)
    ).toMatchObject({ Contact__c: records?.['contact'], Lead__c: leadId });
  });

  it('Callback Requested: a Task at the time that was asked for, with a reminder', async () => {
    await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Callback Requested', callback_time: '2036-12-02T17:00:00Z' }));
    expect(
      await one(
        `SELECT ActivityDate, IsReminderSet, ReminderDateTime FROM Task WHERE Id = '${result.records?.['followUpTask']}'`
      )
    ).toMatchObject({
      ActivityDate: '2036-12-02',
      IsReminderSet: true,
      ReminderDateTime: '2036-12-02T16:45:00.000+0000'
    });
  });

  it.each(['Voicemail Left', 'No Answer'])(
    '%s: a new Lead moves on, one that is further stays',
    async (disposition) => {
      const fresh = await leadOfNextCall();
      await sync(nextCall({ disposition }));
      expect((await lead(fresh))['Status']).toMatch(/^(Attempted|Working)/);
      const further = await leadOfNextCall({ Status: 'Closed - Not Converted' });
      const result = await sync(nextCall({ disposition }));
      expect(await lead(further)).toMatchObject({ Status: 'Closed - Not Converted' });
      expect(result.steps?.map((step) => step.message)).toContainEqual(expect.stringContaining('The status stays'));
    }
  );

  it('Do Not Call: nobody calls the Lead again', async () => {
    const leadId = await leadOfNextCall();
    await sync(nextCall({ disposition: 'Do Not Call' }));
    expect(await one(`SELECT DoNotCall FROM Lead WHERE Id = '${leadId}'`)).toMatchObject({ DoNotCall: true });
  });

  it('Not Interested: the Lead is added to a nurture campaign where a rule names one, once', async () => {
    const campaignId = await org.create('Campaign', { Name: 'Nurture', IsActive: true });
    const leadId = await leadOfNextCall();
    const call = nextCall({ disposition: 'Not Interested' }, { agent: { id: 'agent-nurture' } });
    await sync(call);
    await sync(call);
    expect(
      await org.query(`SELECT Id FROM CampaignMember WHERE CampaignId = '${campaignId}' AND LeadId = '${leadId}'`)
    ).toHaveLength(1);
    expect(await lead(leadId)).toMatchObject({
      Status: expect.stringMatching(/Disqualified|Unqualified|Not Converted/)
    });
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
      Description: expect.stringContaining(`What person ${person} said.`)
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
      Phone: phoneOf(person),
      Qualification_Notes__c: 'Owns home.'
    });
  });
});

describe('step 5: nobody matches', () => {
  it('skips the sync where the setting says so, and keeps the call for somebody to link', () =>
    withSettings({ No_Match_Action__c: 'Keep Unmatched' }, async () => {
      const { records } = await sync(nextCall({ disposition: 'Qualified' }));
      expect(await org.query(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(person)}'`)).toEqual([]);
      expect(
        await one(`SELECT Match_Status__c FROM Thoughtly_Call__c WHERE Id = '${records?.['call']}'`)
      ).toMatchObject({ Match_Status__c: 'Unmatched' });
    }));
});

describe('step 6: a test before going live', () => {
  it('draft mode tells the plan and touches nothing', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified', intent_score: 9 }), 'mode=draft');
    expect(result.steps?.filter((step) => step.outcome === 'planned')).not.toHaveLength(0);
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: null, Intent_Score__c: null });
    expect(await org.query(`SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c = 'guide-${person}'`)).toEqual([]);
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
    const contactId = await org.create('Contact', { LastName: 'Both', Phone: phoneOf(person + 1) });
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

  it('variables that are not defined: a warning names them, the rest is written, and nothing is blanked', async () => {
    const leadId = await leadOfNextCall({ Qualification_Notes__c: 'Written by a rep.' });
    const result = await sync(nextCall({ city: 'Reno' }, { agent: { id: 'agent-without-variables' } }));
    expect(result.steps).toContainEqual(
      expect.objectContaining({
        outcome: 'warning',
        field: 'Qualification_Notes__c',
        message: expect.stringContaining('never sends the variable qualifying_answers'),
        remedy: expect.stringContaining('Settings, Variables')
      })
    );
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
  it('respects duplicate rules: no second Lead, the rule and the duplicate are named, and a person picks', async () => {
    const twinId = await org.create('Lead', { FirstName: 'Tina', LastName: 'Twin', Company: 'Twin Homes' });
    const result = await sync(nextCall({ disposition: 'Qualified' }, { contact: { name: 'Tina Twin' } }));
    const failed = result.steps?.find((step) => step.message.startsWith('DUPLICATES_DETECTED'));
    expect(failed?.message).toContain('Known_Twin');
    expect(failed?.message).toContain(twinId);
    expect(await org.query(`SELECT Id FROM Lead WHERE LastName = 'Twin'`)).toHaveLength(1);
    const call = await one(
      `SELECT Match_Status__c, Candidates__c FROM Thoughtly_Call__c WHERE Id = '${result.records?.['call']}'`
    );
    expect(call).toMatchObject({ Match_Status__c: 'Ambiguous', Candidates__c: JSON.stringify([twinId]) });
  });

  it('branches on the direction of the call', async () => {
    await leadOfNextCall();
    const inbound = await sync(nextCall({ disposition: 'No Answer' }, { direction: 'inbound' }));
    await leadOfNextCall();
    const outbound = await sync(nextCall({ disposition: 'No Answer' }, { direction: 'outbound' }));
    expect([inbound, outbound].map(({ records }) => Boolean(records?.['followUpTask']))).toEqual([true, false]);
  });

  it('any org: a mapping to an object that is not written is told, and the rest is synced', async () => {
    const leadId = await leadOfNextCall();
    const result = await sync(nextCall({ disposition: 'Qualified' }, { agent: { id: 'agent-custom' } }));
    expect(result.steps).toContainEqual(
      expect.objectContaining({ outcome: 'warning', objectName: 'Quote_Request__c', remedy: expect.any(String) })
    );
    const others = await sync(nextCall({ disposition: 'Qualified' }));
    expect(others.steps?.filter((step) => step.objectName === 'Quote_Request__c')).toEqual([]);
    expect(await lead(leadId)).toMatchObject({ Call_Disposition__c: 'Qualified' });
  });

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

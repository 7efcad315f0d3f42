/** One local org with records and rules of an admin, for the tests of one file about the guide, and what they send to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from './local-org';

jest.setTimeout(180_000);

export const ROOT = resolve(__dirname, '..', '..');
export const CALLS = '/services/apexrest/thoughtly/v1/calls';

type Row = Readonly<Record<string, unknown>>;

export interface Step {
  readonly outcome: string;
  readonly objectName?: string;
  readonly field?: string;
  readonly message: string;
  readonly remedy?: string;
}

export interface Result {
  readonly id: string;
  readonly status: string;
  readonly records?: Record<string, string>;
  readonly steps?: readonly Step[];
}

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
export let org: LocalOrgProcess;
export let token: string;
export let person = 0;

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
export async function sync(values: Row, query = 'wait=true'): Promise<Result> {
  const { status, body } = await org.send<{ deliveries: Result[] }>('POST', `${CALLS}?${query}`, values, token);
  const [result] = body.deliveries ?? [];
  if (status !== 200 || !result) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return result;
}

/** What the trigger On Call Completed knows of the call of one person. */
export function nextCall(variables: Row, values: Row = {}): Row {
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

export const phoneOf = (number: number): string => `+1415${2_000_000 + number}`;

/** A Lead with the phone of the next call. */
export const leadOfNextCall = (fields: Row = {}) =>
  org.create('Lead', {
    LastName: 'Ortiz',
    FirstName: 'Dana',
    Company: 'Ortiz Homes',
    Phone: phoneOf(person + 1),
    ...fields
  });

/** Changes the settings of the org for one test. */
export async function withSettings(settings: Row, work: () => Promise<void>): Promise<void> {
  const [company] = await org.query<{ Id: string }>('SELECT Id FROM Organization');
  const id = await org.create('Thoughtly_Settings__c', { SetupOwnerId: company?.Id, ...settings });
  try {
    await work();
  } finally {
    await org.send('DELETE', `/services/data/v66.0/sobjects/Thoughtly_Settings__c/${id}`, undefined);
  }
}

export async function one(soql: string): Promise<Row> {
  const rows = await org.query<Row>(soql);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

export const lead = (id: string | undefined) =>
  one(
    `SELECT Status, OwnerId, LastName, Phone, Call_Disposition__c, Intent_Score__c, Qualification_Notes__c, Appointment_Date__c, Disqualification_Reason__c FROM Lead WHERE Id = '${id}'`
  );

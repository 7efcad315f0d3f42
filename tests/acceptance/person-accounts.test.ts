/** The sync in an org with person accounts as an admin tries it, and that the package needs none. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createOrg } from '../../scripts/local-org/create-org';
import type { CreatedOrg } from '../../scripts/local-org/create-org';
import { debugLog } from '../../scripts/local-org/library/debug-log';
import { findTests } from '../../scripts/local-org/testing/discovery';
import { runTestClass } from '../../scripts/local-org/testing/run';

jest.setTimeout(180_000);

const PACKAGE = resolve(__dirname, '..', '..', 'force-app');
const PERMISSION_SET = join('permissionsets', 'Thoughtly_Integration.permissionset-meta.xml');
const PHONE = '+14155550123';

/** Runs anonymous Apex as a user and answers what it logged. */
function run({ org, compilation }: CreatedOrg, persona: 'admin' | 'integration', source: string): string[] {
  const { unit, diagnostics } = compilation.compileAnonymous(source);
  if (!unit) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return org.execute(org.user(persona).id, 'asynchronous', () => {
    org.program.runAnonymous(unit);
    return debugLog().map(({ text }) => text);
  });
}

/** Processes one call as the integration user and answers its status and steps. */
function deliver(created: CreatedOrg, call: Readonly<Record<string, unknown>>): { status: string; steps: string } {
  const payload = JSON.stringify({
    call_id: 'c1',
    status: 'COMPLETED',
    caller_number: PHONE,
    end_time: '2026-05-24T15:34:38Z',
    ...call
  });
  const [status = '', steps = ''] = run(
    created,
    'integration',
    `ThoughtlyDeliveryQueue.sleep();
     Thoughtly_Delivery__c delivery = new Thoughtly_Delivery__c(Payload__c = '${payload.replaceAll("'", "\\'")}');
     insert delivery;
     new ThoughtlyDeliveryProcessor().process(ThoughtlyDeliveryQueue.lock(new List<Id>{ delivery.Id }));
     delivery = [SELECT Status__c, Steps__c FROM Thoughtly_Delivery__c WHERE Id = :delivery.Id];
     System.debug(delivery.Status__c);
     System.debug(delivery.Steps__c);`
  );
  return { status, steps };
}

describe.each([
  ['with person accounts', true],
  ['without person accounts', false]
])('the package in an org %s', (_, hasPersonAccounts) => {
  const features = hasPersonAccounts ? (['PersonAccounts'] as const) : [];
  const created = createOrg({ sources: [PACKAGE], cacheDirectory: null, features });

  it('compiles', () => {
    expect(created.compilation.diagnostics).toEqual([]);
  });

  it('passes the tests of its engine', () => {
    const engine =
      /^Thoughtly(Call|Convert|Deliver|Field|FollowUp|Guide|Hidden|Lead|Match|PhoneKey|Record|Replay|Rout|Task)/;
    const results = findTests(created.org.program)
      .filter(({ name }) => engine.test(name))
      .flatMap((test) => runTestClass(created.org, test));
    expect(results.length).toBeGreaterThan(100);
    expect(results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  });
});

describe('a conversation with a person account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'person-accounts-'));
  let created: CreatedOrg;
  let empty: ReturnType<CreatedOrg['org']['database']['snapshot']>;

  beforeAll(() => {
    writeRecords(folder);
    created = createOrg({ sources: [PACKAGE, folder], cacheDirectory: null, features: ['PersonAccounts'] });
    empty = created.org.database.snapshot();
  });
  beforeEach(() => created.org.database.restore(empty));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const addPerson = (fields: string): string[] =>
    run(created, 'admin', `insert new Account(FirstName = 'Dana', LastName = 'Ortiz', ${fields});`);

  it.each([
    ['mobile phone', `PersonMobilePhone = '(415) 555-0123'`, 'Phone', {}],
    ['phone', `Phone = '415.555.0123'`, 'Phone', {}],
    ['email', `PersonEmail = 'dana@example.com'`, 'Email', { contact: { email: 'DANA@example.com' } }],
    [
      'Thoughtly contact id',
      `Thoughtly_Contact_Id__pc = 'person-1'`,
      'External Id',
      { contact: { id: 'person-1' }, caller_number: null }
    ]
  ])('is found by its %s', (_, fields, method, call) => {
    addPerson(fields);
    const { status, steps } = deliver(created, call);
    expect([status, steps]).toEqual(['Succeeded', expect.stringContaining(`Contact found by ${method}`)]);
    expect(run(created, 'admin', `System.debug([SELECT COUNT() FROM Lead]);`)).toEqual(['0']);
  });

  it('is found by the id of the account that the agent was given', () => {
    addPerson(`PersonMobilePhone = '+442079460000'`);
    const [accountId] = run(created, 'admin', `System.debug([SELECT Id FROM Account LIMIT 1].Id);`);
    const { steps } = deliver(created, { metadata: { salesforce_record_id: accountId } });
    expect(steps).toContain('Contact found by Record Id');
  });

  it('lands on the person: fields, call, Task, Opportunity and contact role', () => {
    addPerson(`PersonMobilePhone = '(415) 555-0123'`);
    const { status, steps } = deliver(created, {
      variables: { disposition: 'Qualified', city: 'Reno', plan: 'Solar' }
    });
    expect([status, steps]).toEqual(['Succeeded', steps]);
    const written = run(
      created,
      'admin',
      `Account person = [SELECT Call_Disposition__pc, Thoughtly_Mobile_Key__pc, PersonContactId, PersonMailingCity, Description
                         FROM Account LIMIT 1];
       System.debug(person.Call_Disposition__pc + ' ' + person.Thoughtly_Mobile_Key__pc);
       System.debug(person.PersonMailingCity + ' ' + person.Description);
       Thoughtly_Call__c call = [SELECT Contact__c, Account__c, Opportunity__c FROM Thoughtly_Call__c LIMIT 1];
       System.debug(call.Contact__c == person.PersonContactId && call.Account__c == person.Id);
       System.debug([SELECT COUNT() FROM Task WHERE WhoId = :person.PersonContactId AND WhatId = :call.Opportunity__c]);
       System.debug([SELECT COUNT() FROM Opportunity WHERE AccountId = :person.Id]);
       System.debug([SELECT COUNT() FROM OpportunityContactRole WHERE ContactId = :person.PersonContactId]);`
    );
    expect(written).toEqual(['Qualified 4155550123', 'Reno Solar', 'true', '1', '1', '1']);
  });

  it('follows a Lead that becomes a person account', () => {
    run(created, 'admin', `insert new Lead(LastName = 'Buyer', Phone = '(415) 555-0123');`);
    const { status, steps } = deliver(created, { variables: { disposition: 'Ready To Buy' } });
    expect([status, steps]).toEqual(['Succeeded', expect.stringContaining('The Lead was converted.')]);
    const written = run(
      created,
      'admin',
      `Account person = [SELECT IsPersonAccount, LastName, PersonContactId, Call_Disposition__pc FROM Account LIMIT 1];
       System.debug(person.IsPersonAccount + ' ' + person.LastName + ' ' + person.Call_Disposition__pc);
       Thoughtly_Call__c call = [SELECT Contact__c, Account__c FROM Thoughtly_Call__c LIMIT 1];
       System.debug(call.Contact__c == person.PersonContactId && call.Account__c == person.Id);
       System.debug([SELECT COUNT() FROM Task WHERE WhoId = :person.PersonContactId]);`
    );
    expect(written).toEqual(['true Buyer Ready To Buy', 'true', '1']);
  });

  it('is found when it was there before the package', () => {
    addPerson(`PersonMobilePhone = '(415) 555-0123'`);
    const filled = run(
      created,
      'admin',
      `Account person = [SELECT Id FROM Account LIMIT 1];
       person.put('Thoughtly_Mobile_Key__pc', null);
       ThoughtlyPhoneKeyBackfill batch = new ThoughtlyPhoneKeyBackfill('Account');
       batch.execute(null, [SELECT Id, LastName, Phone, PersonMobilePhone, Thoughtly_Phone_Key__pc, Thoughtly_Mobile_Key__pc
                            FROM Account]);
       System.debug(batch.refusedCount);
       System.debug([SELECT Thoughtly_Mobile_Key__pc FROM Account LIMIT 1].Thoughtly_Mobile_Key__pc);
       batch.start(null);`
    );
    expect(filled).toEqual(['0', '4155550123']);
  });

  it('leaves business accounts and their Contacts as they are elsewhere', () => {
    run(
      created,
      'admin',
      `Account business = new Account(Name = 'Acme');
       insert business;
       insert new Contact(LastName = 'Ruiz', Phone = '(415) 555-0123', AccountId = business.Id);`
    );
    deliver(created, { variables: { disposition: 'Not Interested', plan: 'Wind' } });
    const written = run(
      created,
      'admin',
      `System.debug([SELECT Call_Disposition__c FROM Contact LIMIT 1].Call_Disposition__c);
       System.debug([SELECT Description FROM Account LIMIT 1].Description);`
    );
    expect(written).toEqual(['Not Interested', 'Wind']);
  });
});

/** What an admin adds: a rule that converts, mappings to fields of the person and of the account, and their grants. */
function writeRecords(folder: string): void {
  mkdirSync(join(folder, 'customMetadata'));
  mkdirSync(join(folder, 'permissionsets'));
  const mapping = (Object__c: string, Field__c: string, Source__c: string) => ({ Object__c, Field__c, Source__c });
  writeRecord(folder, 'Thoughtly_Field_Mapping', 'Person_City', mapping('Contact', 'MailingCity', 'city'));
  writeRecord(folder, 'Thoughtly_Field_Mapping', 'Account_Plan', mapping('Account', 'Description', 'plan'));
  const rule = { Disposition__c: 'Ready To Buy', Opportunity_Action__c: 'Convert Lead' };
  writeRecord(folder, 'Thoughtly_Disposition_Rule', 'Ready_To_Buy', rule);
  const grants = ['Account.PersonMailingCity', 'Contact.MailingCity', 'Account.Description'].map(
    (field) =>
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`
  );
  const xml = readFileSync(join(PACKAGE, 'main', 'access', PERMISSION_SET), 'utf8');
  writeFileSync(join(folder, PERMISSION_SET), xml.replace('</PermissionSet>', `${grants.join('')}</PermissionSet>`));
}

function writeRecord(folder: string, type: string, name: string, values: Readonly<Record<string, string>>): void {
  const fields = Object.entries({ ...values, Description__c: name }).map(
    ([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`
  );
  const flags = [
    ['Is_Active__c', 'boolean', 'true'],
    ...(type === 'Thoughtly_Disposition_Rule' ? [['Order__c', 'double', '1']] : [])
  ].map(
    ([field, kind, value]) => `<values><field>${field}</field><value xsi:type="xsd:${kind}">${value}</value></values>`
  );
  const spaces =
    'xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata ${spaces}><label>${name}</label><protected>false</protected>${[...flags, ...fields].join('')}</CustomMetadata>\n`;
  writeFileSync(join(folder, 'customMetadata', `${type}.${name}.md-meta.xml`), xml);
}

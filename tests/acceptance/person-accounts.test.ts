/** The sync in an org with person accounts, and that the package compiles with and without them. */
import { resolve } from 'node:path';
import { createOrg } from '../../scripts/local-org/create-org';
import type { CreatedOrg } from '../../scripts/local-org/create-org';
import { debugLog } from '../../scripts/local-org/library/debug-log';

const PACKAGE = resolve(__dirname, '..', '..', 'force-app');

const PAYLOAD = `JSON.serialize(new Map<String, Object>{ 'call_id' => 'c1', 'status' => 'COMPLETED',
  'caller_number' => '+14155550123', 'end_time' => '2026-05-24T15:34:38Z',
  'variables' => new Map<String, Object>{ 'disposition' => 'Qualified' } })`;

/** Runs anonymous Apex as a user and answers what it logged. */
function run({ org, compilation }: CreatedOrg, persona: 'admin' | 'integration', source: string): string[] {
  const { unit, diagnostics } = compilation.compileAnonymous(source);
  if (!unit) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return org.execute(org.user(persona).id, 'asynchronous', () => {
    org.program.runAnonymous(unit);
    return debugLog().map(({ text }) => text);
  });
}

describe.each([
  ['with person accounts', true],
  ['without person accounts', false]
])('the package in an org %s', (_, hasPersonAccounts) => {
  it('compiles', () => {
    const features = hasPersonAccounts ? (['PersonAccounts'] as const) : [];
    const { compilation } = createOrg({ sources: [PACKAGE], cacheDirectory: null, features });
    expect(compilation.diagnostics).toEqual([]);
  });
});

describe('a conversation with a person account', () => {
  const created = createOrg({ sources: [PACKAGE], cacheDirectory: null, features: ['PersonAccounts'] });

  it('lands on the person account', () => {
    run(
      created,
      'admin',
      `insert new Account(FirstName = 'Dana', LastName = 'Ortiz', PersonMobilePhone = '(415) 555-0123');`
    );
    const [status, steps] = run(
      created,
      'integration',
      `ThoughtlyDeliveryQueue.sleep();
       Thoughtly_Delivery__c delivery = new Thoughtly_Delivery__c(Payload__c = ${PAYLOAD});
       insert delivery;
       new ThoughtlyDeliveryProcessor().process(ThoughtlyDeliveryQueue.lock(new List<Id>{ delivery.Id }));
       delivery = [SELECT Status__c, Steps__c FROM Thoughtly_Delivery__c LIMIT 1];
       System.debug(delivery.Status__c);
       System.debug(delivery.Steps__c);`
    );
    expect([status, steps]).toEqual(['Succeeded', expect.stringContaining('Contact found by Phone')]);
    const written = run(
      created,
      'admin',
      `Account person = [SELECT Call_Disposition__pc, PersonContactId FROM Account LIMIT 1];
       System.debug(person.Call_Disposition__pc);
       Thoughtly_Call__c call = [SELECT Contact__c, Account__c FROM Thoughtly_Call__c LIMIT 1];
       System.debug(call.Contact__c == person.PersonContactId && call.Account__c == person.Id);
       System.debug([SELECT COUNT() FROM Task WHERE WhoId = :person.PersonContactId]);
       System.debug([SELECT COUNT() FROM Lead]);`
    );
    expect(written).toEqual(['Qualified', 'true', '1', '0']);
  });
});

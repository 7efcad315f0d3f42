/** What the call panel shows on the page of a person account. */
import { resolve } from 'node:path';
import { COMPILE_CACHE } from '../../scripts/local-org/cli/paths';
import { createOrg } from '../../scripts/local-org/create-org';
import { debugLog } from '../../scripts/local-org/library/debug-log';

const PACKAGE = resolve(__dirname, '..', '..', 'force-app');

describe('the call panel on a person account', () => {
  const { org, compilation } = createOrg({
    sources: [PACKAGE],
    cacheDirectory: COMPILE_CACHE,
    features: ['PersonAccounts']
  });

  /** Runs anonymous Apex and answers what it logged. */
  function run(persona: 'admin' | 'rep' | 'integration', source: string): string[] {
    const { unit, diagnostics } = compilation.compileAnonymous(source);
    if (!unit) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return org.execute(org.user(persona).id, 'asynchronous', () => {
      org.program.runAnonymous(unit);
      return debugLog().map(({ text }) => text);
    });
  }

  it('lists the calls of the person, asks while it is open whose a call was, and takes the answer', () => {
    run(
      'admin',
      `Id repId = [SELECT Id FROM User WHERE Username LIKE 'rep@%'].Id;
       insert new Thoughtly_Settings__c(
         SetupOwnerId = UserInfo.getOrganizationId(), Several_Matches_Policy__c = ThoughtlySettings.ASK_A_PERSON
       );
       for (String name : new List<String>{ 'Ortiz', 'Marsh' })
         insert new Account(FirstName = 'Dana', LastName = name, PersonMobilePhone = '(415) 555-0123', OwnerId = repId);`
    );
    run(
      'integration',
      `ThoughtlyDeliveryQueue.sleep();
       Thoughtly_Delivery__c delivery = new Thoughtly_Delivery__c(
         Payload__c = '{"call_id":"c1","status":"COMPLETED","caller_number":"+14155550123","call_summary":"Hello."}'
       );
       insert delivery;
       new ThoughtlyDeliveryProcessor().process(ThoughtlyDeliveryQueue.lock(new List<Id>{ delivery.Id }));`
    );
    const shown = (name: string): string[] =>
      run(
        'rep',
        `Id accountId = [SELECT Id FROM Account WHERE LastName = '${name}'].Id;
         for (ThoughtlyCallPanelController.Call call : ThoughtlyCallPanelController.getCalls(accountId))
           System.debug(call.matchStatus + ': ' + call.summary);`
      );
    expect([shown('Ortiz'), shown('Marsh')]).toEqual([['Ambiguous: Hello.'], ['Ambiguous: Hello.']]);

    run(
      'rep',
      `Account person = [SELECT Id, PersonContactId FROM Account WHERE LastName = 'Ortiz'];
       Id callId = ThoughtlyCallPanelController.getCalls(person.Id)[0].id;
       ThoughtlyCallPanelController.relink(callId, person.PersonContactId);`
    );
    run(
      'integration',
      'new ThoughtlyDeliveryProcessor().process(ThoughtlyDeliveryQueue.lock(ThoughtlyDeliveryQueue.next()));'
    );
    expect([shown('Ortiz'), shown('Marsh')]).toEqual([['Matched: Hello.'], []]);
  });
});

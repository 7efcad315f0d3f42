/** The common mistakes and the frequently asked questions of the guide, each with its outcome in a local org. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CALLS,
  ROOT,
  lead,
  leadOfNextCall,
  nextCall,
  one,
  org,
  person,
  phoneOf,
  sync,
  token,
  type Result
} from '../support/guide-org';

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

/** The guide "Sync AI conversations to Salesforce", step by step: what it promises is what a local org shows. */
import {
  lead,
  leadOfNextCall,
  nextCall,
  one,
  org,
  person,
  phoneOf,
  sync,
  withSettings,
  type Step
} from '../support/guide-org';

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

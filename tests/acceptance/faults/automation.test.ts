import {
  callOf,
  CALLS,
  countsOf,
  differencesOf,
  earlyOf,
  FaultOrg,
  stepsOf,
  story,
  told,
  type Snapshot
} from '../../support/fault-org';

jest.setTimeout(180_000);

const OBJECTS = [
  'Account',
  'Lead',
  'Contact',
  'Opportunity',
  'Task',
  'CampaignMember',
  'OpportunityContactRole',
  'Thoughtly_Call__c'
];
/** The platform has no validation rules on contact roles. */
const RULED = OBJECTS.filter((object) => object !== 'OpportunityContactRole');
const MIXED = [
  'rule:Lead throws:Task',
  'rule:Opportunity throwsLate:Contact',
  'limits:Task rule:Lead',
  'throws:CampaignMember rule:Account',
  'throwsOnUpdate:Thoughtly_Call__c rule:Task',
  RULED.map((object) => `rule:${object}`).join(' '),
  OBJECTS.map((object) => `throwsLate:${object}`).join(' ')
];

describe('the sync when automation of the customer is broken', () => {
  let org: FaultOrg;
  let control: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  it('is compared with an org where nothing was broken', () => {
    expect(countsOf(control)).toEqual({
      Account: 2,
      Lead: 6,
      Contact: 4,
      Opportunity: 3,
      OpportunityContactRole: 2,
      CampaignMember: 1,
      Task: 10,
      Thoughtly_Call__c: CALLS
    });
  });

  it.each([
    ...RULED.map((object) => `rule:${object}`),
    ...['throws', 'throwsLate', 'limits'].flatMap((fault) => OBJECTS.map((object) => `${fault}:${object}`)),
    ...['ruleOnUpdate', 'throwsOnUpdate', 'limitsOnUpdate'].map((fault) => `${fault}:Thoughtly_Call__c`),
    ...['ruleOnUpdate', 'throwsOnUpdate', 'limitsOnUpdate'].map((fault) => `${fault}:Thoughtly_Delivery__c`),
    ...MIXED
  ])('ends as without the fault when the delivery is replayed: %s', async (fault) => {
    await org.break(fault);
    const broken = await org.tell();
    expect(broken.filter((delivery) => delivery.Status__c !== 'Succeeded')).not.toHaveLength(0);
    await org.break('');
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it.each([
    'ruleOnUpdate:Thoughtly_Call__c',
    'throwsOnUpdate:Thoughtly_Call__c',
    'limitsOnUpdate:Thoughtly_Call__c',
    'rule:Account',
    'throws:Contact',
    'throws:Task'
  ])('ends as without the fault when a new Lead is converted at once: %s', async (fault) => {
    const call = callOf(60, { disposition: 'Ready To Buy' });
    // Whether the call was heard of before decides whether it is inserted or updated while the fault is on.
    for (const before of [[], [earlyOf(call)]]) {
      await org.reset();
      if (before.length > 0) await org.deliver(before);
      await org.deliver([call]);
      const expected = await org.snapshot();
      await org.reset();
      if (before.length > 0) await org.deliver(before);
      await org.break(fault);
      await org.deliver([call]);
      await org.break('');
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
    }
  });

  it.each(['rule:Lead', 'throws:Task', 'throwsLate:Opportunity', 'limits:Contact', 'throws:Thoughtly_Call__c'])(
    'gives nothing twice when everything is replayed again and again: %s',
    async (fault) => {
      await org.break(fault);
      const broken = await org.tell();
      await org.break('');
      await org.recover();
      const ids = broken.map(({ Id }) => Id);
      for (let again = 0; again < 3; again++) await org.replay(ids);
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );

  it.each([
    ...['Lead', 'Task', 'Thoughtly_Call__c'].flatMap((object) => [`rule:${object}`, `limits:${object}`]),
    'throws:Opportunity',
    'limits:OpportunityContactRole',
    ...['rule', 'throws', 'limits'].map((fault) => `${fault}OnUpdate:Thoughtly_Delivery__c`)
  ])('loses nothing of a sender who waits for the result: %s', async (fault) => {
    await org.break(fault);
    const unkept = [];
    for (const calls of [story().slice(0, 1), story().slice(1, 4), story().slice(4)]) {
      const { status, body } = await org.post(calls, '?wait=true');
      await org.idle();
      // Only an answer of success lets the sender forget the calls. Then the deliveries are there.
      const ids = (body.deliveries ?? []).map(({ id }) => id);
      if (status < 300) expect(await org.deliveries(ids)).toHaveLength(calls.length);
      else unkept.push(calls);
    }
    await org.break('');
    for (const calls of unkept) expect((await org.post(calls, '?wait=true')).status).toBe(200);
    await org.recover();
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  // Nobody can catch a limit: the platform answers, and what was received must be in the inbox all the same.
  it.each(['limits', 'throws'])('keeps the delivery of a sender who waits: %s', async (fault) => {
    await org.break(`${fault}:Lead`);
    const { status } = await org.post(story()[0], '?wait=true');
    await org.idle();
    expect(status < 300).toBe(fault === 'throws');
    const kept = await org.query<{ Payload__c: string }>('SELECT Payload__c FROM Thoughtly_Delivery__c');
    expect(kept.map((row) => JSON.parse(row.Payload__c) as unknown)).toEqual([story()[0]]);
    await org.break('');
    await org.recover();
    expect(await org.query(`SELECT Id FROM Task WHERE Thoughtly_Key__c = 'story-1:call'`)).toHaveLength(1);
  });

  it.each(['rule:Thoughtly_Delivery__c', 'throws:Thoughtly_Delivery__c', 'limits:Thoughtly_Delivery__c'])(
    'tells the sender that nothing was kept when the inbox itself is broken: %s',
    async (fault) => {
      await org.break(fault);
      for (const query of ['', '?wait=true']) {
        expect((await org.post(story(), query)).status).toBeGreaterThanOrEqual(500);
        await org.idle();
      }
      expect(await org.deliveries()).toEqual([]);
      await org.break('');
      await org.tell();
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );

  it.each(['', 'rule:Lead', 'throws:Task', 'limits:Lead', 'rule:Thoughtly_Call__c'])(
    'writes nothing for a plan, with the fault "%s"',
    async (fault) => {
      const before = await org.snapshot();
      await org.break(fault);
      await org.post(story(), '?mode=draft');
      await org.idle();
      expect(await org.deliveries()).toEqual([]);
      expect(differencesOf(await org.snapshot(), before)).toEqual([]);
    }
  );

  it('ends as without it when the org was in draft mode', async () => {
    const before = await org.snapshot();
    const mode = (name: string) =>
      org.apex(
        `Thoughtly_Settings__c settings = Thoughtly_Settings__c.getOrgDefaults(); settings.Mode__c = '${name}'; update settings;`
      );
    await mode('Draft');
    expect((await org.tell()).map(({ Status__c }) => Status__c)).toEqual(Array(CALLS).fill('Draft'));
    expect(differencesOf(await org.snapshot(), before)).toEqual([]);
    await mode('Live');
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it('names the object and the words of the rule in a failed step, with a remedy', async () => {
    await org.break('rule:Lead');
    const failed = stepsOf(await org.tell()).filter((step) => step.outcome === 'failed');
    expect(failed).toContainEqual(
      expect.objectContaining({
        objectName: 'Lead',
        message: expect.stringContaining('A rule of the customer refuses this Lead.') as string,
        remedy: expect.stringMatching(/\w/) as string
      })
    );
  });

  it.each(['throws:Lead', 'limits:Lead'])('says on the delivery what was broken: %s', async (fault) => {
    await org.break(fault);
    const [delivery] = await org.tell(story().slice(0, 1));
    expect(delivery?.Error__c).toMatch(/The automation of Lead is broken|Too many SOQL queries/);
  });
});

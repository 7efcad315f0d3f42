import {
  callOf,
  CALLS,
  differencesOf,
  FaultOrg,
  laterOf,
  PEOPLE,
  phoneOf,
  stepsOf,
  story,
  told,
  type Snapshot
} from '../../support/fault-org';

jest.setTimeout(180_000);

/** Too long for a field, so that the conversation is kept in a file. */
const LONG_CALL = callOf(
  20,
  { disposition: 'Qualified' },
  {
    transcript: Array.from({ length: 900 }, (_, index) => ({
      speaker: index % 2 === 0 ? 'ai' : 'user',
      text: `${index} ${'All of it is kept, word by word. '.repeat(6)}`
    }))
  }
);

describe('the sync when records change under its hands', () => {
  let org: FaultOrg;
  let first: Snapshot;
  let second: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    first = await org.snapshot();
    await org.tell(story().map(laterOf));
    second = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  const idsOf = async (soql: string) => (await org.query<{ Id: string }>(soql)).map((row) => row.Id);

  /** Delivers to an org that processes nothing, does something meanwhile, and lets it go on. */
  async function deliverAround(
    meanwhile: (ids: readonly string[]) => Promise<unknown>,
    calls = story()
  ): Promise<void> {
    await org.takeJobs(0);
    await meanwhile(await org.deliver(calls));
    await org.takeJobs();
    await org.sweep();
  }

  it.each([
    ['a Lead', `SELECT Id FROM Lead WHERE LastName = 'Known'`],
    ['Leads', `SELECT Id FROM Lead WHERE LastName IN ('Known', 'Buyer', 'Scoffer')`],
    ['a Contact', `SELECT Id FROM Contact WHERE LastName = 'Client'`],
    ['Contacts', 'SELECT Id FROM Contact']
  ])('ends as without the fault when %s that was just found is deleted, and restored', async (_, soql) => {
    const doomed = await idsOf(soql);
    await org.doom(doomed, 'Lead');
    const broken = await org.tell();
    expect(
      stepsOf(broken)
        .map((step) => step.message)
        .join('\n')
    ).toContain('ENTITY_IS_DELETED');
    await org.break('');
    await org.restore(doomed);
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it.each([
    ['a Lead', `SELECT Id FROM Lead WHERE LastName = 'Known'`, 'Thoughtly_Call__c'],
    ['a Lead', `SELECT Id FROM Lead WHERE LastName = 'Known'`, 'Task'],
    ['a Contact', `SELECT Id FROM Contact WHERE LastName = 'Client'`, 'Lead'],
    ['all Tasks', 'SELECT Id FROM Task', 'Lead'],
    ['a Task', `SELECT Id FROM Task WHERE Thoughtly_Key__c LIKE 'story-1%'`, 'Lead'],
    ['all Opportunities', 'SELECT Id FROM Opportunity', 'Lead'],
    ['a call', `SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-1'`, 'Lead'],
    ['all calls', 'SELECT Id FROM Thoughtly_Call__c', 'Task']
  ])(
    'ends as without the fault when %s is deleted while it is corrected, and restored: %s by %s',
    async (_, soql, object) => {
      await org.tell();
      const doomed = await idsOf(soql);
      expect(doomed).not.toHaveLength(0);
      await org.doom(doomed, object);
      await org.deliver(story().map(laterOf));
      await org.break('');
      await org.restore(doomed);
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      expect(differencesOf(await org.snapshot(), second)).toEqual([]);
    }
  );

  it('goes on with the others when a delivery is deleted while it is processed', async () => {
    let gone = '';
    await deliverAround(async (ids) => {
      gone = ids[0] ?? '';
      await org.doom([gone], 'Lead');
    });
    // The others run alone from the second try on.
    await org.wait();
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS - 1).fill('Succeeded: null'));
    await org.break('');
    await org.restore([gone]);
    await org.recover();
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it('goes on with the others when a delivery is deleted while it waits', async () => {
    await deliverAround((ids) => org.apex(`delete [SELECT Id FROM Thoughtly_Delivery__c WHERE Id = '${ids[0]}'];`));
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS - 1).fill('Succeeded: null'));
    await org.deliver(story());
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  const MERGE = `Lead[] leads = [SELECT Id FROM Lead WHERE LastName IN ('Known', 'Twin') ORDER BY LastName DESC];
    merge leads[0] leads[1];`;
  it.each([
    ['while its delivery waits', () => deliverAround(() => org.apex(MERGE))],
    [
      'after a first try that failed',
      async () => {
        await org.break('rule:Lead rule:Opportunity');
        await org.tell();
        await org.break('');
        await org.apex(MERGE);
        await org.recover();
      }
    ]
  ])('goes to the surviving Lead when the one of the call is merged %s', async (_, deliver) => {
    await org.apex(MERGE);
    await org.tell();
    const expected = await org.snapshot();
    await org.reset();
    await deliver();
    expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
  });

  it('keeps what a call has brought when its Lead is merged afterwards, and a later version goes to the survivor', async () => {
    await org.tell();
    await org.apex(MERGE);
    expect((await org.tell(story().map(laterOf))).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    const [survivor = ''] = await idsOf(`SELECT Id FROM Lead WHERE LastName = 'Twin'`);
    expect(await org.query(`SELECT Lead__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-1'`)).toMatchObject([
      { Lead__c: survivor }
    ]);
    expect(await idsOf(`SELECT Id FROM Task WHERE WhoId = '${survivor}'`)).toHaveLength(1);
    expect(await idsOf(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(PEOPLE.knownLead)}'`)).toHaveLength(1);
  });

  const CONVERT = `Database.LeadConvert conversion = new Database.LeadConvert();
    conversion.setLeadId([SELECT Id FROM Lead WHERE LastName = 'Scoffer'].Id);
    conversion.setConvertedStatus('Closed - Converted');
    conversion.setDoNotCreateOpportunity(true);
    Database.convertLead(conversion);`;
  it('goes to the Contact when the Lead is converted while its delivery waits', async () => {
    await org.apex(CONVERT);
    await org.tell();
    const expected = await org.snapshot();
    await org.reset();
    await deliverAround(() => org.apex(CONVERT));
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
  });

  it.each(['rule:Lead', 'throws:Task', 'rule:Thoughtly_Call__c', 'limits:Task'])(
    'goes to the Contact when the Lead is converted after a first try that failed: %s',
    async (fault) => {
      await org.break(fault);
      await org.tell();
      await org.break('');
      await org.apex(CONVERT);
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      const [contact = ''] = await idsOf(`SELECT Id FROM Contact WHERE LastName = 'Scoffer'`);
      expect(
        await org.query(`SELECT Contact__c, Task_Id__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-8'`)
      ).toMatchObject([{ Contact__c: contact }]);
      expect(await org.query(`SELECT WhoId FROM Task WHERE Thoughtly_Key__c = 'story-8:call'`)).toMatchObject([
        { WhoId: contact }
      ]);
      expect(await org.query(`SELECT DoNotCall FROM Contact WHERE Id = '${contact}'`)).toMatchObject([
        { DoNotCall: true }
      ]);
      expect(await idsOf(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(PEOPLE.scoffer)}'`)).toHaveLength(1);
    }
  );

  describe('when owners leave', () => {
    const LEAVER = `insert new User(Username = 'leaver@thoughtly.localhost', LastName = 'Leaver', Alias = 'leaver',
      Email = 'leaver@example.com', ProfileId = [SELECT ProfileId FROM User WHERE Username LIKE 'rep@%'].ProfileId,
      TimeZoneSidKey = 'America/New_York', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');`;
    const leave = (name: string) =>
      org.apex(
        `User leaver = [SELECT Id FROM User WHERE Username LIKE '${name}@%']; leaver.IsActive = false; update leaver;`
      );

    beforeEach(async () => {
      await org.apex(LEAVER);
      const [leaver = ''] = await idsOf(`SELECT Id FROM User WHERE Username LIKE 'leaver@%'`);
      for (const object of ['Lead', 'Contact'])
        for (const id of await idsOf(`SELECT Id FROM ${object}`)) await org.change(object, id, { OwnerId: leaver });
    });

    it.each([
      [
        'long before the calls',
        async () => {
          await leave('leaver');
          await org.tell();
        }
      ],
      ['while deliveries wait', () => deliverAround(() => leave('leaver'))]
    ])('gives Tasks and Opportunities to the default user when the owner left %s', async (_, deliver) => {
      await deliver();
      expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
      const owners = await org.query<{ OwnerId: string }>('SELECT OwnerId FROM Task');
      expect(owners.map((task) => task.OwnerId)).toEqual(owners.map(() => org.repId));
      const [{ length: tasks }, { length: opportunities }] = [owners, await idsOf('SELECT Id FROM Opportunity')];
      expect({ tasks, opportunities }).toEqual({ tasks: 10, opportunities: 3 });
    });

    it('loses nothing when the default user has left, too', async () => {
      await leave('leaver');
      await leave('rep');
      await org.tell();
      await org.recover();
      expect(
        (await org.deliveries())
          .filter(({ Replay_Of__c }) => Replay_Of__c === null)
          .map((delivery) => delivery.Status__c)
      ).toEqual(Array(CALLS).fill('Succeeded'));
      expect(await idsOf('SELECT Id FROM Task')).toHaveLength(10);
      expect(await idsOf('SELECT Id FROM Thoughtly_Call__c')).toHaveLength(CALLS);
    });
  });

  describe('when a conversation is longer than a field', () => {
    it('keeps all of it although its file was refused at first', async () => {
      await org.deliver([LONG_CALL]);
      const expected = await org.snapshot();
      expect(Object.keys(expected).filter((name) => name.startsWith('ContentVersion'))).not.toHaveLength(0);
      await org.reset();
      await deliverAround(() => org.break('throws:ContentVersion'), [LONG_CALL]);
      expect((await org.deliveries()).map(({ Status__c }) => Status__c)).not.toEqual(['Succeeded']);
      await org.break('');
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
    });

    it.each(['', '?wait=true'])('tells the sender when its payload cannot be kept, sent with "%s"', async (query) => {
      await org.break('throws:ContentVersion');
      expect((await org.post(LONG_CALL, query)).status).toBeGreaterThanOrEqual(500);
      await org.idle();
      // A row without its payload could never be processed.
      expect(await idsOf('SELECT Id FROM Thoughtly_Delivery__c WHERE Call_Id__c != NULL')).toEqual([]);
      await org.break('');
      await org.deliver([LONG_CALL]);
      await org.recover();
      expect(await idsOf('SELECT Id FROM Thoughtly_Call__c')).toHaveLength(1);
    });

    it('keeps the payload whole when a native row is longer than the sync may read at once', async () => {
      await org.deliver([LONG_CALL]);
      const [kept] = await org.deliveries();
      expect(kept && told(kept)).toBe('Succeeded: null');
      await org.replay([kept?.Id ?? '']);
      expect(await idsOf('SELECT Id FROM Thoughtly_Call__c')).toHaveLength(1);
    });
  });
});

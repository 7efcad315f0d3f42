import {
  CALLS,
  countsOf,
  differencesOf,
  FaultOrg,
  story,
  laterOf,
  phoneOf,
  PEOPLE,
  told,
  type Snapshot
} from '../../support/fault-org';

jest.setTimeout(180_000);

/** The client and the partner of the story are persons, and so will the buyer be: a Lead without a company. */
const PERSONS = `
  delete [SELECT Id FROM Contact];
  delete [SELECT Id FROM Lead WHERE LastName = 'Buyer'];
  insert new List<Account>{
    new Account(FirstName = 'Cy', LastName = 'Client', Phone = '${phoneOf(PEOPLE.client)}'),
    new Account(FirstName = 'Pat', LastName = 'Partner', PersonMobilePhone = '${phoneOf(PEOPLE.partner)}'),
    new Account(FirstName = 'Rae', LastName = 'Refuser', PersonHomePhone = '1', Phone = '${phoneOf(PEOPLE.refuser)}')
  };
  insert new Lead(LastName = 'Buyer', Phone = '${phoneOf(PEOPLE.buyer)}');`;

describe('the sync with person accounts when something is broken', () => {
  let org: FaultOrg;
  let first: Snapshot;
  let second: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start([], ['PersonAccounts']);
    await org.apex(PERSONS);
    for (const object of ['Account', 'Lead'])
      for (const { Id } of await org.query<{ Id: string }>(`SELECT Id FROM ${object}`))
        await org.change(object, Id, { OwnerId: org.repId });
    await org.mark();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    first = await org.snapshot();
    expect((await org.tell(story().map(laterOf))).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    second = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  it('is compared with an org where persons were found and made', async () => {
    expect(countsOf(first)).toMatchObject({ Task: 10, Thoughtly_Call__c: CALLS });
    expect(await org.query('SELECT Id FROM Account WHERE IsPersonAccount = TRUE')).toHaveLength(3);
    await org.tell();
    expect(await org.query('SELECT Id FROM Account WHERE IsPersonAccount = TRUE')).toHaveLength(4);
  });

  it.each([
    'rule:Account',
    'throws:Account',
    'throwsLate:Account',
    'limits:Account',
    'throwsOnUpdate:Account',
    'rule:Opportunity',
    'throws:Task',
    'throws:OpportunityContactRole',
    'rule:Lead rule:Account'
  ])('ends as without the fault when the delivery is replayed: %s', async (fault) => {
    await org.break(fault);
    const broken = await org.tell();
    expect(broken.filter((delivery) => delivery.Status__c !== 'Succeeded')).not.toHaveLength(0);
    await org.break('');
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it.each([
    ['first', story()],
    ['corrected', story().map(laterOf)]
  ])('needs nobody once the persons are not locked any more, when calls are %s', async (chapter, calls) => {
    if (chapter === 'corrected') await org.tell();
    await org.hold((await org.query<{ Id: string }>('SELECT Id FROM Account')).map(({ Id }) => Id));
    await org.deliver(calls);
    await org.release();
    await org.wait();
    expect(differencesOf(await org.snapshot(), chapter === 'first' ? first : second)).toEqual([]);
  });

  it('ends as without the fault for each field of a Contact or an Account that it may not write', async () => {
    const problems: string[] = [];
    let refused = 0;
    for (const [field, isEditable] of org.isEditableByField) {
      if (!isEditable || !/^(Contact|Account)\./.test(field)) continue;
      await org.reset();
      await org.revokeField(field, true);
      const broken = await org.tell();
      if (broken.some((delivery) => delivery.Status__c !== 'Succeeded')) refused++;
      await org.grantField(field);
      await org.recover();
      problems.push(...differencesOf(await org.snapshot(), first).map((difference) => `${field}: ${difference}`));
    }
    expect(problems).toEqual([]);
    expect(refused).toBeGreaterThan(2);
  });
});

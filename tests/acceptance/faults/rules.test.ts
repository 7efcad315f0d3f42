import { join, resolve } from 'node:path';
import { CALLS, differencesOf, FaultOrg, stepsOf, story, told, type Snapshot } from '../../support/fault-org';

jest.setTimeout(180_000);

const RULES = join(resolve(__dirname, '..', '..', 'support'), 'rules');
/** People and companies with the names of those whom the sync creates: the stranger, and what a conversion makes. */
const NAMESAKES: Readonly<Record<string, string>> = {
  'a Lead': `insert new Lead(FirstName = 'New', LastName = 'Caller', Company = 'Elsewhere');`,
  'a Contact': `insert new Contact(FirstName = 'New', LastName = 'Caller');`,
  'a Lead and a Contact': `insert new Lead(FirstName = 'New', LastName = 'Caller', Company = 'Elsewhere');
    insert new Contact(FirstName = 'New', LastName = 'Caller');`,
  'a converted Contact': `insert new Contact(LastName = 'Buyer');`,
  'a converted Account': `insert new Account(Name = 'Buyer Homes');`
};

describe('the sync when a rule of the org refuses records', () => {
  let org: FaultOrg;
  let control: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start([RULES]);
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  /** What the org would be like with the namesakes and without the rule. */
  async function controlWith(namesakes: string): Promise<Snapshot> {
    await org.apex(namesakes);
    await org.tell();
    const expected = await org.snapshot();
    await org.reset();
    await org.apex(namesakes);
    return expected;
  }

  it.each([
    ['Lead.Blocked_Name', 'a Lead'],
    ['Lead.Blocked_Name', 'a Contact'],
    ['Lead.Blocked_Name', 'a Lead and a Contact'],
    ['Contact.Blocked_Name', 'a converted Contact'],
    ['Account.Blocked_Name', 'a converted Account']
  ])('names a duplicate rule that blocks, and ends as without it: %s because of %s', async (rule, namesakes) => {
    const expected = await controlWith(NAMESAKES[namesakes] ?? '');
    await org.setDuplicateRule(rule, true);
    const broken = await org.tell();
    const failed = stepsOf(broken).filter((step) => step.outcome === 'failed');
    expect(failed).toContainEqual(
      expect.objectContaining({
        message: expect.stringMatching(/Blocked[_ ]name/i) as string,
        remedy: expect.stringMatching(/\w/) as string
      })
    );
    await org.setDuplicateRule(rule, false);
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
  });

  it('names the record that a blocked Lead duplicates', async () => {
    const [lead] = await org.apex(
      `Lead known = new Lead(FirstName = 'New', LastName = 'Caller', Company = 'Elsewhere'); insert known; System.debug(known.Id);`
    );
    await org.setDuplicateRule('Lead.Blocked_Name', true);
    const failed = stepsOf(await org.tell()).filter((step) => step.outcome === 'failed');
    expect(failed.map((step) => step.message).join('\n')).toContain(lead);
  });

  it('goes to the duplicate when an administrator gives it the number of the caller, and creates nothing', async () => {
    const [lead = ''] = await org.apex(
      `Lead known = new Lead(FirstName = 'New', LastName = 'Caller', Company = 'Elsewhere'); insert known; System.debug(known.Id);`
    );
    await org.setDuplicateRule('Lead.Blocked_Name', true);
    await org.tell();
    await org.change('Lead', lead, { Phone: '(415) 200-0002' });
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    const [call] = await org.query(`SELECT Lead__c FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-2'`);
    expect(call).toMatchObject({ Lead__c: lead });
    expect(await org.query(`SELECT Id FROM Lead WHERE Name = 'New Caller'`)).toHaveLength(1);
  });

  it.each(['Lead.Alerted_Name', 'Lead.Reported_Name'])(
    'ends as without a duplicate rule that only warns: %s',
    async (rule) => {
      const expected = await controlWith(NAMESAKES['a Lead'] ?? '');
      await org.setDuplicateRule(rule, true);
      await org.tell();
      await org.setDuplicateRule(rule, false);
      await org.recover();
      expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
    }
  );

  it.each([
    ['Lead.Call_Disposition__c', 'Qualified'],
    ['Lead.Call_Disposition__c', 'Appointment Booked'],
    ['Lead.Call_Disposition__c', 'Ready To Buy'],
    ['Contact.Call_Disposition__c', 'Callback Requested']
  ])(
    'writes the rest without a value of a restricted picklist, and ends as without the fault: %s %s',
    async (field, value) => {
      await org.setPicklistValue(field, value, false);
      const broken = await org.tell();
      const failed = stepsOf(broken).filter((step) => step.outcome === 'failed');
      expect(failed).toContainEqual(
        expect.objectContaining({
          field: 'Call_Disposition__c',
          message: expect.stringContaining(value) as string,
          remedy: expect.stringMatching(/\w/) as string
        })
      );
      expect(await org.query('SELECT Id FROM Task')).toHaveLength(
        Object.keys(control).filter((name) => /^Task.*: IsClosed$/.test(name)).length
      );
      await org.setPicklistValue(field, value, true);
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );

  it('writes the rest when the record type of the Lead lacks the value, and ends as without it', async () => {
    const [lead] = await org.query<{ Id: string }>(`SELECT Id FROM Lead WHERE LastName = 'Known'`);
    const [type] = await org.query<{ Id: string }>(`SELECT Id FROM RecordType WHERE DeveloperName = 'Private_Lead'`);
    await org.change('Lead', lead?.Id ?? '', { RecordTypeId: type?.Id });
    const [broken] = await org.tell(story().slice(0, 1));
    expect(broken?.Status__c).toBe('Partial');
    expect(await org.query(`SELECT Intent_Score__c FROM Lead WHERE LastName = 'Known'`)).toMatchObject([
      { Intent_Score__c: 8 }
    ]);
    await org.change('Lead', lead?.Id ?? '', { RecordTypeId: null });
    await org.tell(story().slice(1));
    await org.recover();
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it.each([
    'rule:Lead',
    'throwsLate:Lead',
    'limits:Lead',
    'throws:Task',
    'limits:Task',
    'throws:Opportunity',
    'ruleOnUpdate:Thoughtly_Call__c'
  ])('lets the assignment rules choose the owner in the end: %s', async (fault) => {
    expect(
      await org.query(`SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Inside_Sales'`)
    ).toMatchObject([{ Id: control['Lead Known: OwnerId'] }]);
    await org.break(fault);
    await org.tell();
    await org.break('');
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it('moves the status once the org has one, when the delivery is replayed', async () => {
    await org.renameLeadStatus('Working - Contacted', 'In progress');
    const warned = (await org.tell()).filter((delivery) =>
      stepsOf([delivery]).some((step) => step.outcome !== 'done' && step.field === 'Status' && step.remedy)
    );
    expect(warned).not.toHaveLength(0);
    await org.renameLeadStatus('In progress', 'Working - Contacted');
    await org.replay(warned.map(({ Id }) => Id));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it('ends as with the right mapping when the mapping is changed instead', async () => {
    const remap = `
      Metadata.CustomMetadata own = new Metadata.CustomMetadata();
      own.fullName = 'Thoughtly_Field_Mapping__mdt.Own_Disposition';
      own.label = 'Own disposition';
      Map<String, Object> values = new Map<String, Object>{
        'Source__c' => 'disposition', 'Object__c' => 'Lead', 'Field__c' => 'Call_Disposition__c',
        'Transform__c' => 'Picklist Map', 'Transform_Argument__c' => 'Qualified=Do Not Call',
        'Write_Policy__c' => 'Always', 'Is_Active__c' => true, 'Order__c' => 1.0, 'Description__c' => 'Other words.'
      };
      for (String field : values.keySet()) {
        Metadata.CustomMetadataValue value = new Metadata.CustomMetadataValue();
        value.field = field;
        value.value = values.get(field);
        own.values.add(value);
      }
      Metadata.DeployContainer container = new Metadata.DeployContainer();
      container.addMetadata(own);
      Metadata.Operations.enqueueDeployment(container, null);`;
    await org.apex(remap);
    await org.idle();
    await org.tell();
    const expected = await org.snapshot();
    expect(
      await org.query(`SELECT Id FROM Lead WHERE LastName = 'Known' AND Call_Disposition__c = 'Do Not Call'`)
    ).toHaveLength(1);
    await org.reset();
    await org.setPicklistValue('Lead.Call_Disposition__c', 'Qualified', false);
    await org.tell();
    await org.apex(remap);
    await org.idle();
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
  });
});

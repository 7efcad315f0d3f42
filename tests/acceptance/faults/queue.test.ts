import {
  callOf,
  CALLS,
  differencesOf,
  FaultOrg,
  laterOf,
  stepsOf,
  story,
  told,
  type Row,
  type Snapshot
} from '../../support/fault-org';

jest.setTimeout(180_000);

/** Which rows another transaction holds, and how they are found. */
const HELD: Readonly<Record<string, string>> = {
  'a Lead': `SELECT Id FROM Lead WHERE LastName = 'Known'`,
  'all Leads': 'SELECT Id FROM Lead',
  'a Contact': `SELECT Id FROM Contact WHERE LastName = 'Client'`,
  'all Contacts': 'SELECT Id FROM Contact',
  'an Account': `SELECT Id FROM Account WHERE Name = 'Partner Homes'`,
  'a Task': 'SELECT Id FROM Task LIMIT 1',
  'all Tasks': 'SELECT Id FROM Task',
  'all Opportunities': 'SELECT Id FROM Opportunity',
  'a call': `SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c = 'story-1'`,
  'all calls': 'SELECT Id FROM Thoughtly_Call__c',
  'the lock of the sync': 'SELECT Id FROM Thoughtly_Lock__c'
};

describe('the sync when rows are locked or the queue is full', () => {
  let org: FaultOrg;
  /** After everybody has called. */
  let first: Snapshot;
  /** After everybody's call was corrected. */
  let second: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    first = await org.snapshot();
    expect((await org.tell(story().map(laterOf))).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    second = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  const idsOf = async (soql: string) => (await org.query<{ Id: string }>(soql)).map((row) => row.Id);

  /** Sends calls while others hold rows, releases them, and lets time go by: nobody replays anything. */
  async function deliverAround(held: readonly string[], calls: readonly Row[], query: string): Promise<void> {
    expect(held).not.toHaveLength(0);
    await org.hold(held);
    expect((await org.post(calls, query)).status).toBeLessThan(300);
    await org.idle();
    expect((await org.deliveries()).filter(({ Status__c }) => Status__c !== 'Succeeded')).not.toHaveLength(0);
    await org.release();
    expect((await org.wait()).map(told)).toEqual(Array((await org.deliveries()).length).fill('Succeeded: null'));
  }

  it.each([
    ...Object.entries(HELD).map(([name, soql]) => [name, soql, ''] as const),
    ...Object.entries(HELD)
      .filter(([name]) => name.startsWith('all'))
      .map(([name, soql]) => [`${name}, sent by somebody who waits`, soql, '?wait=true'] as const)
  ])('tries again by itself and ends as without the lock: %s', async (_, soql, query) => {
    await org.tell();
    await deliverAround(await idsOf(soql), story().map(laterOf), query);
    expect(differencesOf(await org.snapshot(), second)).toEqual([]);
  });

  it.each([...Object.entries(HELD).slice(0, 5), ['a Campaign', 'SELECT Id FROM Campaign'] as [string, string]])(
    'tries a first call again by itself and ends as without the lock: %s',
    async (_, soql) => {
      await deliverAround(await idsOf(soql), story(), '');
      expect(differencesOf(await org.snapshot(), first)).toEqual([]);
    }
  );

  it('goes on with the others while one row is locked, and names it', async () => {
    await org.hold(await idsOf(HELD['a Lead'] ?? ''));
    const broken = await org.tell();
    expect(broken.filter((delivery) => delivery.Status__c === 'Succeeded')).toHaveLength(CALLS - 1);
    expect(stepsOf(broken)).toContainEqual(
      expect.objectContaining({
        outcome: 'failed',
        objectName: 'Lead',
        message: expect.stringContaining('UNABLE_TO_LOCK_ROW') as string,
        remedy: expect.stringMatching(/\w/) as string
      })
    );
  });

  it('ends as without the lock when deliveries themselves are locked', async () => {
    await org.takeJobs(0);
    const ids = await org.deliver(story());
    await org.hold(ids);
    await org.takeJobs();
    await org.sweep();
    await org.release();
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it('takes deliveries in while the queue is full, and processes them when it is not', async () => {
    await org.takeJobs(0);
    const { status, body } = await org.post(story());
    expect(status).toBe(202);
    await org.idle();
    expect((await org.deliveries()).map(({ Status__c }) => Status__c)).toEqual(Array(CALLS).fill('Received'));
    expect(body.deliveries).toHaveLength(CALLS);
    await org.takeJobs();
    await org.sweep();
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it('takes native rows in while the queue is full', async () => {
    await org.takeJobs(0);
    await org.insertNatively(story());
    await org.takeJobs();
    await org.sweep();
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it('answers a sender who waits although the queue is full', async () => {
    await org.takeJobs(0);
    const { status } = await org.post(story(), '?wait=true');
    expect(status).toBe(200);
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });

  it('goes on after the queue was full between two batches', async () => {
    const calls = Array.from({ length: 210 }, (_, index) => callOf(1000 + index, { disposition: 'No Answer' }));
    // In one transaction, so that they all wait when the first job starts; the second job is one too many.
    await org.takeJobs(1);
    await org.apex(`BusyQueue.insertAll(new List<String>{ ${calls.map(literal).join(', ')} });`, 'integration');
    await org.idle();
    const statuses = (await org.deliveries()).map(({ Status__c }) => Status__c);
    expect(statuses.filter((status) => status === 'Received')).toHaveLength(10);
    await org.takeJobs();
    await org.sweep();
    expect((await org.deliveries()).map(told)).toEqual(Array(210).fill('Succeeded: null'));
    expect(await org.query(`SELECT Id FROM Thoughtly_Call__c WHERE Lead__c != NULL`)).toHaveLength(210);
  });

  it.each([
    ['a transaction', (list: string) => `BusyQueue.fillAndInsert(${list});`],
    ['a job', (list: string) => `System.enqueueJob(new BusyQueue(${list}));`]
  ])('keeps rows of %s that has used up its jobs', async (_, insertion) => {
    const list = `new List<String>{ ${story().map(literal).join(', ')} }`;
    await org.apex(insertion(list), 'integration');
    expect(await org.idle()).toEqual([]);
    expect(await org.deliveries()).toHaveLength(CALLS);
    await org.sweep();
    expect((await org.deliveries()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), first)).toEqual([]);
  });
});

/** A call as an Apex text. */
function literal(call: unknown): string {
  return `'${JSON.stringify(call).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

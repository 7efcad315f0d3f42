import {
  CALLS,
  differencesOf,
  FaultOrg,
  stepsOf,
  story,
  told,
  type Received,
  type Snapshot
} from '../support/fault-org';

jest.setTimeout(180_000);

const LOCKS = '/local-org/locks';
const DIED = 500;

/**
 * A sender that waits has its conversation processed in the transaction that saves it. What nobody can catch there takes
 * the saved row with it; the conversation must be kept all the same.
 */
describe('a sender that waits for the result', () => {
  let org: FaultOrg;
  let control: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start();
    expect((await postAll()).map(({ status }) => status)).toEqual(Array(CALLS).fill(200));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  async function postAll(): Promise<{ status: number; body: Received }[]> {
    const answers: { status: number; body: Received }[] = [];
    for (const call of story()) {
      answers.push(await org.post(call, '?wait=true'));
      await org.idle();
    }
    return answers;
  }

  it.each(['limits:Lead', 'limits:Contact', 'limits:Task', 'limits:Opportunity', 'limits:Thoughtly_Call__c'])(
    'loses nothing and doubles nothing when the request dies: %s',
    async (fault) => {
      await org.break(fault);
      const died = (await postAll()).filter(({ status }) => status === DIED);
      expect(died).not.toHaveLength(0);
      const kept = await org.deliveries();
      expect(kept).toHaveLength(CALLS);
      const waiting = kept.filter(({ Status__c }) => Status__c === 'Received');
      expect(waiting).toHaveLength(died.length);
      expect(waiting.map(({ Attempts__c, Error_Code__c }) => `${Attempts__c} ${Error_Code__c}`)).toEqual(
        Array(died.length).fill('1 BATCH_DIED')
      );
      await org.break('');
      const ended = await org.wait();
      expect(ended.map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );

  it('ends in the same state when the sender tries again after the request died', async () => {
    await org.break('limits:Lead');
    await postAll();
    await org.break('');
    expect((await postAll()).map(({ status }) => status)).toEqual(Array(CALLS).fill(200));
    expect((await org.wait()).filter(({ Status__c }) => Status__c !== 'Succeeded')).toEqual([]);
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it('is told that the conversation is tried again when somebody holds the records, and it ends as without', async () => {
    const people = await org.query<{ Id: string }>('SELECT Id FROM Lead');
    const contacts = await org.query<{ Id: string }>('SELECT Id FROM Contact');
    await org.send('POST', LOCKS, { ids: [...people, ...contacts].map(({ Id }) => Id) });
    const answers = await postAll();
    const later = answers.filter(({ status }) => status === 202);
    expect(later).not.toHaveLength(0);
    expect(later.map(({ body }) => body.deliveries?.[0]?.status)).toEqual(later.map(() => 'Received'));
    const waiting = (await org.deliveries()).filter(({ Status__c }) => Status__c === 'Received');
    expect(waiting.map(({ Error_Code__c }) => Error_Code__c)).toEqual(later.map(() => 'ROW_LOCKED'));
    expect(stepsOf(waiting).map(({ message }) => message)).toContainEqual(expect.stringMatching(/Attempt 2 of 5/));
    await org.send('DELETE', LOCKS, undefined);
    const ended = await org.wait();
    expect(ended.map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it('is answered with 202 when another run holds the lock of the sync', async () => {
    const [first, second] = story();
    await org.post(second, '?wait=true');
    const locks = await org.query<{ Id: string }>('SELECT Id FROM Thoughtly_Lock__c');
    await org.send('POST', LOCKS, { ids: locks.map(({ Id }) => Id) });
    const { status, body } = await org.post(first, '?wait=true');
    expect(locks).toHaveLength(1);
    expect([status, body.deliveries?.[0]?.status]).toEqual([202, 'Received']);
    await org.send('DELETE', LOCKS, undefined);
    const [, delivery] = await org.wait();
    expect(delivery).toMatchObject({ Call_Id__c: first?.['call_id'], Status__c: 'Succeeded', Attempts__c: null });
  });
});

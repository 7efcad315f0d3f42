import {
  callOf,
  CALLS,
  differencesOf,
  FaultOrg,
  hostilePayloads,
  phoneOf,
  story,
  told,
  type Snapshot
} from '../../support/fault-org';

jest.setTimeout(180_000);

/** The members of a body that are no conversation. */
const POISON: readonly unknown[] = [null, 7, 'text', [], {}, { call_id: { deep: [] }, variables: 'x', transcript: 5 }];

describe('the sync when payloads are malformed or hostile', () => {
  let org: FaultOrg;
  let control: Snapshot;

  beforeAll(async () => {
    org = await FaultOrg.start();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  it.each(Object.entries(hostilePayloads()))('keeps a hostile payload and does no harm: %s', async (_, payload) => {
    await org.tell();
    const { status, body } = await org.post(payload);
    const failures = await org.idle();
    expect(failures).toEqual([]);
    expect([200, 202, 400]).toContain(status);
    const kept = (await org.deliveries()).slice(CALLS);
    // A body without anything in it is the only one that need not be kept.
    if (status !== 400 || body.errors?.[0]?.code !== 'EMPTY_BODY') expect(kept).toHaveLength(1);
    for (const delivery of kept) {
      expect(delivery.Status__c).toMatch(/^(Succeeded|Partial|Failed|Skipped)$/);
      expect(delivery.Error__c ?? '').not.toMatch(/System\.|null object|TypeError/);
      expect(delivery.Error_Code__c).not.toBe('BATCH_DIED');
    }
    // What was there before is as it was before.
    const after = await org.snapshot();
    const before = Object.fromEntries(Object.keys(control).map((name) => [name, after[name]]));
    expect(differencesOf(before, control)).toEqual([]);
  });

  it.each(['', '?wait=true'])('does not touch the others of the same body, sent with "%s"', async (query) => {
    const mixed: unknown[] = [...story()];
    [...POISON, ...Object.values(hostilePayloads()).filter((payload) => typeof payload !== 'string')].forEach(
      (payload, index) => mixed.splice((index * 3) % mixed.length, 0, payload)
    );
    const { status } = await org.post(mixed, query);
    expect(status).toBeLessThan(300);
    expect(await org.idle()).toEqual([]);
    const mine = (await org.deliveries()).filter(({ Call_Id__c }) => /^story-[1-8]$/.test(Call_Id__c));
    expect(mine.map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    expect(await org.deliveries()).toHaveLength(mixed.length);
  });

  it('takes all the others along when one in 200 calls is poison', async () => {
    const calls: unknown[] = Array.from({ length: 194 }, (_, index) =>
      callOf(1000 + index, {}, { call_id: `many-${index}` })
    );
    POISON.forEach((row, index) => calls.splice(index * 30, 0, row));
    const { status } = await org.post(calls);
    expect(status).toBe(202);
    await org.idle();
    const kept = await org.query<{ Lead__r: { Phone: string } }>(
      `SELECT Lead__r.Phone FROM Thoughtly_Call__c WHERE Call_Id__c LIKE 'many-%'`
    );
    expect(new Set(kept.map((call) => call.Lead__r.Phone))).toEqual(
      new Set(Array.from({ length: 194 }, (_, index) => phoneOf(1000 + index)))
    );
    const statuses = await org.deliveries();
    // An odd call id and odd values are still a conversation.
    expect(statuses.filter(({ Status__c }) => Status__c !== 'Succeeded')).toHaveLength(POISON.length - 1);
  });

  it('gives the state without the fault when an administrator corrects the payload and replays it', async () => {
    const text = JSON.stringify(story()[0]);
    const { body } = await org.post(text.slice(0, -1));
    const [id = ''] = [body.errors?.[0]?.deliveryId];
    await org.deliver(story().slice(1));
    await org.change('Thoughtly_Delivery__c', id, { Payload__c: text });
    expect((await org.replay([id])).map(told)).toEqual(['Succeeded: null']);
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });
});

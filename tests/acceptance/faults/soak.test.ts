import { callOf, differencesOf, earlyOf, FaultOrg, phoneOf, recordedOf, type Row } from '../../support/fault-org';
import { Random } from '../../support/random';

jest.setTimeout(300_000);

const SEED = 20261122;
const DELIVERIES = 1000;
const PEOPLE = 280;
const SENDERS = 5;
const LARGEST_BATCH = 25;
const FAULTS = [
  'rule:Lead',
  'rule:Task',
  'throws:Task',
  'throwsLate:Lead',
  'limits:Lead',
  'limits:Opportunity',
  'throws:Contact',
  'ruleOnUpdate:Thoughtly_Call__c',
  'throws:Thoughtly_Call__c rule:Opportunity',
  'limitsOnUpdate:Thoughtly_Delivery__c'
];
const OUTCOMES = [
  'Qualified',
  'Appointment Booked',
  'Callback Requested',
  'Ready To Buy',
  'Do Not Call',
  'Webinar Requested',
  'No Answer'
];
const WAYS = ['', '', '?wait=true', 'native'];

/** One call of each person, in three versions; some come twice, so that there are as many as wanted. */
function messagesOf(random: Random): Row[] {
  const calls = Array.from({ length: PEOPLE }, (_, index) =>
    callOf(1000 + index, { disposition: OUTCOMES[index % OUTCOMES.length], intent_score: index % 10, budget: index })
  );
  const versions = calls.flatMap((call) => [earlyOf(call), call, recordedOf(call)]);
  const again = Array.from({ length: DELIVERIES - versions.length }, () => random.pick(versions));
  return [...versions, ...again];
}

describe('the sync under a storm of deliveries while faults come and go', () => {
  let org: FaultOrg;
  beforeAll(async () => {
    org = await FaultOrg.start();
  });
  afterAll(() => org?.stop());

  /** Sends until the org says that it has taken the calls. */
  async function send(calls: readonly Row[], way: string): Promise<void> {
    if (way === 'native') return void (await org.insertNatively(calls));
    for (;;) {
      const { status } = await org.post(calls, way);
      if (status < 300) return;
      expect(status).toBeGreaterThanOrEqual(500);
    }
  }

  it(`ends as an org where the same ${DELIVERIES} deliveries met no fault, with seed ${SEED}`, async () => {
    const messages = messagesOf(new Random(SEED));
    for (const early of [true, false]) {
      const part = messages.filter((message) => (message['status'] === 'IN_PROGRESS') === early);
      for (let at = 0; at < part.length; at += 200) await org.deliver(part.slice(at, at + 200));
    }
    const expected = await org.snapshot();
    await org.reset();

    const random = new Random(SEED + 1);
    const waiting = random.shuffled(messages);
    let isStormy = true;
    const senders = Array.from({ length: SENDERS }, async () => {
      while (waiting.length > 0) await send(waiting.splice(0, 1 + random.below(LARGEST_BATCH)), random.pick(WAYS));
    });
    const saboteur = (async () => {
      while (isStormy) {
        await org.break(random.isLucky(0.6) ? random.pick(FAULTS) : '');
        await new Promise((wait) => setTimeout(wait, 50 + random.below(150)));
      }
    })();
    await Promise.all(senders);
    isStormy = false;
    await saboteur;
    await org.break('');
    await org.idle();
    const tried = await org.deliveries();
    expect(tried.filter(({ Status__c }) => Status__c !== 'Succeeded').length).toBeGreaterThan(20);
    await org.recover();

    const calls = await org.query<{ Call_Id__c: string }>('SELECT Call_Id__c FROM Thoughtly_Call__c');
    expect(new Set(calls.map((call) => call.Call_Id__c))).toEqual(
      new Set(messages.map((message) => message['call_id']))
    );
    expect(calls).toHaveLength(PEOPLE);
    const leads = await org.query<{ Phone: string }>(`SELECT Phone FROM Lead WHERE Phone >= '${phoneOf(1000)}'`);
    expect(leads.map((lead) => lead.Phone).sort()).toEqual(
      Array.from({ length: PEOPLE }, (_, index) => phoneOf(1000 + index))
    );
    expect(differencesOf(await org.snapshot(), expected)).toEqual([]);
  });
});

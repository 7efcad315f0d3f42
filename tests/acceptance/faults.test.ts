import { callOf, FaultOrg, phoneOf, type Delivery, type Row } from '../support/fault-org';

jest.setTimeout(180_000);

/**
 * What a replay leaves as the refusal made it, field by field: a converted Lead cannot be changed, a follow-up belongs to
 * the person who works with it, and how a person was found is told of the last time.
 */
const FOLLOW_UP = /^Task [12] (Appointment|Call Cy)/;
const CONVERTED = /^Lead 1 Buyer: /;
const FOUND = /^Thoughtly_Call__c \d story-\d: Match_(Method|Status)__c/;
const NOT_CORRECTED: Record<string, RegExp> = {
  'Lead.Call_Disposition__c': CONVERTED,
  'Lead.Intent_Score__c': CONVERTED,
  'Lead.Last_Thoughtly_Call__c': CONVERTED,
  'Lead.Qualification_Notes__c': CONVERTED,
  'Lead.Thoughtly_Contact_Id__c': CONVERTED,
  'Lead.Phone': /^Lead 3 New Caller: (Phone|Thoughtly_Phone_Key__c) is null/,
  'Opportunity.Thoughtly_Key__c': /Thoughtly_Key__c is null/,
  'Task.ActivityDate': /ActivityDate is null/,
  'Task.Description': FOLLOW_UP,
  'Task.Thoughtly_Call__c': FOLLOW_UP,
  'Task.Thoughtly_Key__c': FOLLOW_UP,
  'Task.WhoId': FOLLOW_UP,
  'Thoughtly_Call__c.Contact__c': FOUND,
  'Thoughtly_Call__c.Follow_Up_Task_Id__c': /Follow_Up_Task_Id__c is null/,
  'Thoughtly_Call__c.Lead__c': /Match_(Method|Status)__c|story-4: Lead__c is null/,
  'Thoughtly_Call__c.Match_Method__c': FOUND,
  'Thoughtly_Call__c.Match_Status__c': FOUND,
  'Thoughtly_Call__c.Opportunity__c': /Opportunity__c is null/
};
const OBJECTS = ['Lead', 'Contact', 'Task', 'Opportunity', 'Thoughtly_Call__c'];

describe('the sync when something in the org is broken', () => {
  let faults: FaultOrg;
  let control: Row;

  beforeAll(async () => {
    faults = await FaultOrg.start();
    const telling = await faults.tell();
    expect((await faults.deliveries(telling.deliveryIds)).map(told)).toEqual(Array(4).fill('Succeeded: null'));
    control = await faults.snapshot(telling);
  });
  afterEach(() => faults.break(''));
  afterAll(() => faults.stop());

  it('is compared with an org where nothing was broken', () => {
    const rows = new Set(Object.keys(control).map((name) => name.slice(0, name.indexOf(':'))));
    const counts = OBJECTS.map((object) => [...rows].filter((row) => row.startsWith(`${object} `)).length);
    expect(Object.fromEntries(OBJECTS.map((object, index) => [object, counts[index]]))).toEqual({
      Lead: 3,
      Contact: 2,
      Task: 6,
      Opportunity: 2,
      Thoughtly_Call__c: 4
    });
  });

  it.each(OBJECTS.map((name) => `rule:${name}`))('ends as without the fault: %s', heals);
  it.each(OBJECTS.map((name) => `throws:${name}`))('ends as without the fault: %s', heals);
  it.each(OBJECTS.map((name) => `throwsLate:${name}`))('ends as without the fault: %s', heals);
  it.each(OBJECTS.map((name) => `limits:${name}`))('ends as without the fault: %s', heals);

  it.each([
    'rule:Lead throws:Task',
    'rule:Opportunity throwsLate:Contact',
    'limits:Task rule:Lead',
    'rule:Lead rule:Contact rule:Task rule:Opportunity rule:Thoughtly_Call__c'
  ])('ends as without the faults when they are mixed: %s', heals);

  it('names the object and the words of the rule in a failed step, with a remedy', async () => {
    const telling = await faults.tell(() => faults.break('rule:Lead'));
    const failed = stepsOf(await faults.deliveries(telling.deliveryIds)).filter((step) => step.outcome === 'failed');
    expect(failed).toContainEqual(
      expect.objectContaining({
        objectName: 'Lead',
        message: expect.stringContaining('A rule of the customer refuses this Lead.'),
        remedy: expect.stringMatching(/\w/)
      })
    );
  });

  it('ends as without the fault for each field that the sync may not write, and names it', async () => {
    const problems: string[] = [];
    let refused = 0;
    for (const field of faults.fields) {
      const telling = await faults.tell(() => faults.work({ revoked: [field] }));
      const broken = await faults.deliveries(telling.deliveryIds);
      await faults.work({ granted: [field] });
      const isRefused = broken.some((delivery) => delivery.Status__c !== 'Succeeded');
      const names = stepsOf(broken).some((step) => step.outcome === 'failed' && step.field === field.split('.')[1]);
      if (isRefused) refused++;
      if (isRefused && !names) problems.push(`${field}: no failed step names it`);
      await faults.replay(telling.deliveryIds);
      const differences = differencesOf(await faults.snapshot(telling), control);
      const isExpected = differences.every((difference) => NOT_CORRECTED[field]?.test(difference));
      if (!isExpected) problems.push(`${field}: ${differences.join('; ')}`);
    }
    expect(problems).toEqual([]);
    expect(refused).toBeGreaterThan(30);
  });

  it('gives nothing twice when everything is replayed again', async () => {
    const telling = await faults.tell(() => faults.break('rule:Task'));
    await faults.break('');
    await faults.replay(telling.deliveryIds);
    await faults.replay(telling.deliveryIds);
    await faults.replay(telling.deliveryIds);
    expect(differencesOf(await faults.snapshot(telling), control)).toEqual([]);
  });

  it('goes on when the owner of the record is inactive, and the Task goes to the default user', async () => {
    const [rep] = await faults.org.query<{ ProfileId: string }>(
      `SELECT ProfileId FROM User WHERE Id = '${faults.repId}'`
    );
    const goneId = await faults.org.create('User', {
      Username: 'gone@thoughtly.localhost',
      LastName: 'Gone',
      Alias: 'gone',
      Email: 'gone@example.com',
      ProfileId: rep?.ProfileId,
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US'
    });
    const leadId = await faults.org.create('Lead', {
      OwnerId: goneId,
      LastName: 'Left',
      Company: 'Left',
      Phone: phoneOf(900, 1)
    });
    await faults.change('User', goneId, { IsActive: false });
    const ids = await faults.post([
      callOf(900, 1, { disposition: 'Appointment Booked', appointment_time: '2026-12-01T17:00:00Z' })
    ]);
    expect((await faults.deliveries(ids)).map(told)).toEqual(['Succeeded: null']);
    const tasks = await faults.org.query<{ OwnerId: string }>(`SELECT OwnerId FROM Task WHERE WhoId = '${leadId}'`);
    expect(tasks.map((task) => task.OwnerId)).toEqual([faults.repId, faults.repId]);
  });

  it('ends as without the fault when a record is deleted in mid-flight and restored', async () => {
    const telling = await faults.tell(() => faults.break('deletes:Lead'));
    const broken = await faults.deliveries(telling.deliveryIds);
    await faults.break('');
    expect(stepsOf(broken).map((step) => step.message)).toContainEqual(expect.stringContaining('ENTITY_IS_DELETED'));
    const deleted = await faults.deletedContacts(telling);
    expect(deleted).toHaveLength(1);
    await faults.work({ restored: deleted });
    await faults.replay(telling.deliveryIds);
    expect(differencesOf(await faults.snapshot(telling), control)).toEqual([]);
  });

  it('takes all the others along when one in 200 calls is poison', async () => {
    const calls = Array.from({ length: 200 }, (_, index) => ({
      ...callOf(910, 1, {}),
      call_id: `many-${index}`,
      caller_number: phoneOf(1000 + index, 1)
    }));
    const poison: unknown[] = [null, 7, 'text', [], {}, { call_id: { deep: [] }, variables: 'x', transcript: 5 }];
    const mixed = [...calls.slice(0, 194)] as unknown[];
    poison.forEach((row, index) => mixed.splice(index * 30, 0, row));
    await faults.settle(await faults.post(mixed as Row[]));
    const kept = await faults.org.query(
      `SELECT Id FROM Thoughtly_Call__c WHERE Call_Id__c LIKE 'many-%' AND Lead__c != NULL`
    );
    expect(kept).toHaveLength(194);
    const statuses = await faults.org.query<{ Status__c: string }>(
      `SELECT Status__c FROM Thoughtly_Delivery__c WHERE Call_Id__c LIKE 'many-%'`
    );
    expect(statuses.filter((row) => row.Status__c !== 'Succeeded')).toEqual([]);
  });

  it.each(Object.entries(hostilePayloads()))('keeps a hostile payload and does no harm: %s', async (name, payload) => {
    const before = await faults.ids();
    const { status, body } = await faults.send(payload);
    expect(status).toBeLessThan(500);
    if (status !== 202 && status !== 200) return expect(status).toBe(400);
    const ids = (body as { deliveries: { id: string }[] }).deliveries.map((delivery) => delivery.id);
    const deliveries = await faults.settle(ids);
    expect(deliveries.map((delivery) => delivery.Status__c).join()).toMatch(/^(Succeeded|Partial|Failed|Skipped)$/);
    expect(deliveries[0]?.Error__c ?? '').not.toMatch(/BATCH_DIED|System\.|null object/);
    const after = await faults.ids();
    const gone = [...before].filter((id) => !after.has(id));
    expect(gone).toEqual([]);
  });

  it('gives one Lead and two calls when an unknown number calls twice in the same second', async () => {
    const twins = [1, 2].map((twin) => ({ ...callOf(950, 1, { disposition: 'No Answer' }), call_id: `twin-${twin}` }));
    const answers = await Promise.all(twins.map((twin) => faults.post([twin])));
    await faults.settle(answers.flat());
    const leads = await faults.org.query<{ Id: string }>(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(950, 1)}'`);
    const calls = await faults.org.query<{ Lead__c: string }>(
      `SELECT Lead__c FROM Thoughtly_Call__c WHERE Call_Id__c LIKE 'twin-%'`
    );
    expect(leads).toHaveLength(1);
    expect(calls.map((call) => call.Lead__c)).toEqual([leads[0]?.Id, leads[0]?.Id]);
  });

  async function heals(fault: string) {
    const telling = await faults.tell(() => faults.break(fault));
    const broken = await faults.deliveries(telling.deliveryIds);
    expect(broken.filter((delivery) => delivery.Status__c !== 'Succeeded')).not.toHaveLength(0);
    await faults.break('');
    const mended = await faults.replay(telling.deliveryIds);
    expect(mended.map(told)).toEqual(Array(4).fill('Succeeded: null'));
    expect(await faults.snapshot(telling)).toEqual(control);
  }
});

function told({ Status__c, Error__c }: Delivery): string {
  return `${Status__c}: ${Error__c}`;
}

interface Step {
  readonly outcome: string;
  readonly field?: string | null;
  readonly message: string;
}

function stepsOf(deliveries: readonly Delivery[]): Step[] {
  return deliveries.flatMap((delivery) => JSON.parse(delivery.Steps__c ?? '[]') as Step[]);
}

function differencesOf(found: Row, expected: Row): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...names]
    .filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
    .map((name) => `${name} is ${JSON.stringify(found[name])}, not ${JSON.stringify(expected[name])}`);
}

function hostilePayloads(): Record<string, unknown> {
  const call = (number: number, values: Row) => ({ ...callOf(960 + number, 1, {}), ...values });
  let deep: unknown = 'bottom';
  for (let level = 0; level < 500; level++) deep = { down: deep };
  return {
    'deep nesting': call(1, { variables: { disposition: 'Qualified', deep } }),
    'deep arrays as text': `${'['.repeat(2000)}${']'.repeat(2000)}`,
    'huge strings': call(2, {
      call_summary: 'x'.repeat(400_000),
      contact: { name: 'y'.repeat(50_000) },
      outcome: 'z'.repeat(9000)
    }),
    'wrong types everywhere': call(3, {
      agent: 7,
      contact: ['a'],
      transcript: { a: 1 },
      variables: [1, 2],
      start_time: {},
      duration_ms: 'long',
      recording_url: false,
      channel: 5,
      metadata: 'no'
    }),
    'numbers beyond all limits': call(4, { duration_ms: 1e300, variables: { intent_score: 1e99 } }),
    'SOQL in every value': call(5, {
      caller_number: "+14155550100' OR Name != '",
      contact: { name: "x' OR Id != null LIMIT 1 --", email: "a'b@example.com", id: "' OR '1'='1" },
      metadata: { salesforce_record_id: "' OR Id != '" },
      variables: { disposition: "Qualified'; DELETE" }
    }),
    HTML: call(6, { contact: { name: '<script>alert(1)</script>' }, call_summary: '<img src=x onerror=alert(1)>' }),
    unicode: call(7, { contact: { name: '𝒟𝒶𝓃𝒶 🦄 \u202Eمرحبا' }, call_summary: '\u0000\uFFFF\uD800 zero' }),
    'an id of another object': call(8, { metadata: { salesforce_record_id: '001000000000001AAA' } }),
    'a call id of 5,000 characters': call(9, { call_id: 'c'.repeat(5000) }),
    'dates that are none': call(10, {
      start_time: '2026-99-99T99:99:99Z',
      end_time: 'yesterday',
      variables: { appointment_time: 'soon' }
    }),
    'a __proto__ key': JSON.stringify(call(11, {})).replace('"event"', '"__proto__":{"call_id":"x"},"event"')
  };
}

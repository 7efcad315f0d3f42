import {
  callOf,
  CALLS,
  differencesOf,
  earlyOf,
  FaultOrg,
  phoneOf,
  recordedOf,
  story,
  told,
  type Row,
  type Snapshot
} from '../../support/fault-org';
import { Random } from '../../support/random';

jest.setTimeout(240_000);

/** `FAULT_SEEDS=200 npx jest tests/acceptance/faults/mixed --selectProjects tools` tries more. */
const SEEDS = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? 12) }, (_, index) => index + 1);
const OBJECTS = ['Account', 'Lead', 'Contact', 'Opportunity', 'Task', 'CampaignMember', 'Thoughtly_Call__c'];
const AUTOMATION = ['rule', 'throws', 'throwsLate', 'limits', 'throwsOnUpdate', 'ruleOnUpdate'];
const CHANNELS = ['queue', 'wait', 'native'] as const;
type Channel = (typeof CHANNELS)[number];

describe('the sync when several things go wrong in any order', () => {
  let org: FaultOrg;
  let control: Snapshot;
  let editable: readonly string[];

  beforeAll(async () => {
    org = await FaultOrg.start();
    editable = [...org.isEditableByField]
      .filter(([field, isEditable]) => isEditable && !field.startsWith('Thoughtly_Delivery__c'))
      .map(([field]) => field);
    for (const calls of [story().map(earlyOf), story(), story().map(recordedOf)])
      expect((await org.tell(calls)).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  /** Sends calls one way; a sender who was not told that they were taken sends them again later. */
  async function send(calls: readonly Row[], channel: Channel): Promise<readonly Row[]> {
    if (channel === 'native') {
      await org.insertNatively(calls);
      return [];
    }
    const { status } = await org.post(calls, channel === 'wait' ? '?wait=true' : '');
    return status < 300 ? [] : calls;
  }

  /** Breaks something; answers how it is mended. */
  async function breakSomething(random: Random): Promise<() => Promise<unknown>> {
    const kind = random.below(10);
    if (kind < 5) {
      const faults = Array.from(
        { length: 1 + random.below(3) },
        () => `${random.pick(AUTOMATION)}:${random.pick(OBJECTS)}`
      );
      await org.break(faults.join(' '));
      return () => org.break('');
    }
    if (kind < 7) {
      const field = random.pick(editable);
      await org.revokeField(field, random.isLucky(0.5));
      return () => org.grantField(field);
    }
    if (kind < 8) {
      const object = random.pick(['Lead', 'Contact', 'Opportunity', 'Task', 'Thoughtly_Call__c', 'Thoughtly_Lock__c']);
      const rows = await org.query<{ Id: string }>(`SELECT Id FROM ${object}`);
      await org.hold(rows.map(({ Id }) => Id));
      return () => org.release();
    }
    if (kind < 9) {
      await org.takeJobs(0);
      return () => org.takeJobs();
    }
    const object = random.pick(['Lead', 'Contact', 'Opportunity', 'Thoughtly_Call__c']);
    await org.setObjectRights(object, {
      PermissionsEdit: false,
      PermissionsDelete: false,
      PermissionsModifyAllRecords: false
    });
    return () => org.grantObject(object);
  }

  it.each(SEEDS)('ends as without the faults, with seed %i', async (seed) => {
    const random = new Random(seed);
    const versions = [story().map(earlyOf), story(), story().map(recordedOf)].flat();
    const messages = random.shuffled([...versions, ...random.shuffled(versions).slice(0, 6)]);
    const mends: (() => Promise<unknown>)[] = [];
    const unsent: Row[] = [];
    while (messages.length > 0) {
      if (random.isLucky(0.6)) mends.push(await breakSomething(random));
      unsent.push(...(await send(messages.splice(0, 1 + random.below(8)), random.pick(CHANNELS))));
      if (random.isLucky(0.5)) await org.idle();
      if (random.isLucky(0.3)) await mends.splice(random.below(mends.length), 1)[0]?.();
      if (random.isLucky(0.2)) await org.sweep();
    }
    for (const mend of random.shuffled(mends)) await mend();
    if (unsent.length > 0) await org.deliver(unsent);
    const mended = await org.recover(random.isLucky(0.5) ? (ids) => random.shuffled(ids) : undefined);
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  const PAIRS = CHANNELS.flatMap((first) => CHANNELS.map((second) => [first, second] as const));
  const TWINS = ['', 'limits:Lead', 'rule:Lead', 'throws:Task', 'rule:Thoughtly_Call__c'].flatMap((fault, index) =>
    PAIRS.filter((_, at) => index < 2 || at % 3 === index - 2).map((pair) => [...pair, fault] as const)
  );
  it.each(TWINS)(
    'gives one Lead two calls when an unknown number calls twice in the same second: %s and %s, with the fault "%s"',
    async (one, other, fault) => {
      const twins = [1, 2].map((twin) =>
        callOf(50, { disposition: 'Callback Requested' }, { call_id: `twin-${twin}` })
      );
      await org.break(fault);
      const unsent = (await Promise.all(twins.map((twin, index) => send([twin], index === 0 ? one : other)))).flat();
      await org.idle();
      await org.break('');
      if (unsent.length > 0) await org.deliver(unsent);
      await org.recover();
      const leads = await org.query<{ Id: string }>(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(50)}'`);
      expect(leads).toHaveLength(1);
      const calls = await org.query<{ Lead__c: string }>(`SELECT Lead__c FROM Thoughtly_Call__c`);
      expect(calls.map((call) => call.Lead__c)).toEqual([leads[0]?.Id, leads[0]?.Id]);
      const tasks = await org.query<{ Thoughtly_Key__c: string; WhoId: string }>(
        'SELECT Thoughtly_Key__c, WhoId FROM Task ORDER BY Thoughtly_Key__c'
      );
      expect(tasks.map(({ Thoughtly_Key__c, WhoId }) => [Thoughtly_Key__c, WhoId])).toEqual(
        ['twin-1:call', 'twin-1:followup', 'twin-2:call', 'twin-2:followup'].map((key) => [key, leads[0]?.Id])
      );
    }
  );

  it.each(['', 'rule:Lead', 'throws:Task', 'limits:Lead', 'throws:Thoughtly_Call__c'])(
    'keeps what a newer call brought when an older one is processed late, after the fault "%s"',
    async (fault) => {
      const onDay = (day: number, id: string) => ({
        call_id: id,
        start_time: `2026-05-2${day}T15:31:10.000Z`,
        end_time: `2026-05-2${day}T15:34:38.000Z`,
        updated_at: `2026-05-2${day}T15:35:00.000Z`
      });
      const older = callOf(
        1,
        { disposition: 'Do Not Call', intent_score: 2, qualifying_answers: 'None.' },
        onDay(4, 'older')
      );
      const newer = callOf(
        1,
        { disposition: 'Qualified', intent_score: 8, qualifying_answers: 'Both.' },
        onDay(6, 'newer')
      );
      await org.deliver([older]);
      await org.deliver([newer]);
      const expected = await org.snapshot();
      await org.reset();
      await org.break(fault);
      if (fault !== '') await org.deliver([older]);
      await org.break('');
      await org.deliver([newer]);
      if (fault === '') await org.deliver([older]);
      await org.recover();
      // How a call found its person depends on what the person's record told by then.
      const isTold = (difference: string) => !/: (Match_Method__c|Candidates__c) is/.test(difference);
      expect(differencesOf(await org.snapshot(), expected).filter(isTold)).toEqual([]);
    }
  );

  it('gives one Lead and one call when one call is delivered ten times at once in every way', async () => {
    const call = callOf(51, { disposition: 'Appointment Booked' });
    await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        send([index % 2 === 0 ? call : earlyOf(call)], CHANNELS[index % 3] ?? 'queue')
      )
    );
    await org.deliver([call, call, call]);
    expect(await org.query(`SELECT Id FROM Lead WHERE Phone = '${phoneOf(51)}'`)).toHaveLength(1);
    expect(await org.query('SELECT Id FROM Thoughtly_Call__c')).toHaveLength(1);
    expect(await org.query('SELECT Id FROM Task')).toHaveLength(2);
  });
});

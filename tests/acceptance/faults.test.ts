import { FaultOrg, type Delivery, type Row } from '../support/fault-org';

jest.setTimeout(180_000);

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

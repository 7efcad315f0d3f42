import { join, resolve } from 'node:path';
import { CALLS, differencesOf, FaultOrg, stepsOf, story, told, type Snapshot } from '../../support/fault-org';

jest.setTimeout(240_000);

const NO_RIGHTS = {
  PermissionsCreate: false,
  PermissionsRead: false,
  PermissionsEdit: false,
  PermissionsDelete: false,
  PermissionsViewAllRecords: false,
  PermissionsModifyAllRecords: false
};
const ALL_RECORDS = { PermissionsViewAllRecords: true, PermissionsModifyAllRecords: true, PermissionsDelete: true };
const NO_RECORDS = { PermissionsViewAllRecords: false, PermissionsModifyAllRecords: false };
const NO_EDIT = { PermissionsEdit: false, PermissionsDelete: false, PermissionsModifyAllRecords: false };
const WRITTEN = ['Lead', 'Contact', 'Opportunity', 'Account', 'Campaign', 'Thoughtly_Call__c'];

describe('the sync when the integration user lacks a permission', () => {
  let org: FaultOrg;
  let control: Snapshot;
  let fields: readonly string[];

  beforeAll(async () => {
    org = await FaultOrg.start();
    fields = [...org.isEditableByField.keys()].filter((field) => !field.startsWith('Thoughtly_Delivery__c.'));
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  it.each([
    ['see', false, 35],
    ['write', true, 10]
  ] as const)(
    'ends as without the fault for each field that it may not %s, and names it',
    async (_, isReadable, fewest) => {
      const problems: string[] = [];
      let refused = 0;
      for (const field of fields) {
        // Those of people are compared with what is there; whether they may be seen makes a difference.
        if (isReadable && !(/^(Lead|Contact)\./.test(field) && org.isEditableByField.get(field))) continue;
        await org.reset();
        await org.revokeField(field, isReadable);
        const broken = await org.tell();
        await org.grantField(field);
        if (broken.some((delivery) => delivery.Status__c !== 'Succeeded')) {
          refused++;
          if (!stepsOf(broken).some((step) => step.outcome === 'failed' && step.field === field.split('.')[1]))
            problems.push(`${field}: no failed step names it`);
        }
        const mended = await org.recover();
        const unfinished = mended.map(told).filter((text) => text !== 'Succeeded: null');
        problems.push(...unfinished.map((text) => `${field}: ${text}`));
        problems.push(...differencesOf(await org.snapshot(), control).map((difference) => `${field}: ${difference}`));
      }
      expect(problems).toEqual([]);
      expect(refused).toBeGreaterThanOrEqual(fewest);
    }
  );

  it.each([
    ...WRITTEN.map((object) => [`see ${object}`, object, NO_RIGHTS] as const),
    ...WRITTEN.map((object) => [`edit ${object}`, object, NO_EDIT] as const),
    ...WRITTEN.filter((object) => object !== 'Campaign').map(
      (object) => [`create ${object}`, object, { PermissionsCreate: false }] as const
    )
  ])('ends as without the fault when it may not %s', async (_, object, rights) => {
    await org.setObjectRights(object, rights);
    const broken = await org.tell();
    await org.grantObject(object);
    if (broken.some((delivery) => delivery.Status__c !== 'Succeeded'))
      expect(stepsOf(broken).some((step) => step.outcome === 'failed' && step.remedy)).toBe(true);
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });

  it.each(['PermissionsEditTask', 'PermissionsConvertLeads'])(
    'ends as without the fault when it lacks the user permission %s',
    async (right) => {
      await org.setUserRights({ [right]: false });
      await org.tell();
      await org.setUserRights({ [right]: true });
      const mended = await org.recover();
      expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );

  it('refuses a sender without access to the class and keeps nothing', async () => {
    const revoke = `delete [SELECT Id FROM SetupEntityAccess WHERE Parent.Name = 'Granted'];`;
    await org.apex(revoke);
    expect((await org.post(story())).status).toBe(403);
    expect(await org.deliveries()).toEqual([]);
  });

  it('refuses a sender who may not create deliveries, and keeps nothing', async () => {
    await org.setObjectRights('Thoughtly_Delivery__c', { PermissionsCreate: false });
    const { status, body } = await org.post(story());
    expect(status).toBe(403);
    expect(body.errors?.[0]?.message).toContain('Thoughtly_Delivery__c');
    expect(await org.deliveries()).toEqual([]);
  });

  it.each(['Call_Id__c', 'Payload__c', 'Status__c', 'Steps__c'])(
    'keeps and processes deliveries whole without access to %s',
    async (field) => {
      await org.revokeField(`Thoughtly_Delivery__c.${field}`, false);
      const broken = await org.tell();
      expect(broken.map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
      expect(differencesOf(await org.snapshot(), control)).toEqual([]);
    }
  );
});

describe('the sync when records are not shared with the integration user', () => {
  let org: FaultOrg;
  let control: Snapshot;
  const SHARED = ['Lead', 'Contact', 'Account', 'Opportunity'];

  beforeAll(async () => {
    org = await FaultOrg.start([join(resolve(__dirname, '..', '..', 'support'), 'private')]);
    for (const object of SHARED) await org.setObjectRights(object, ALL_RECORDS);
    await org.mark();
    expect((await org.tell()).map(told)).toEqual(Array(CALLS).fill('Succeeded: null'));
    control = await org.snapshot();
  });
  beforeEach(() => org.reset());
  afterAll(() => org?.stop());

  it.each([
    ...SHARED.map((object) => ['edit', [object], { ...ALL_RECORDS, PermissionsModifyAllRecords: false }] as const),
    ...SHARED.map((object) => ['see', [object], NO_RECORDS] as const),
    ['edit', SHARED, { ...ALL_RECORDS, PermissionsModifyAllRecords: false }] as const,
    ['see', SHARED, NO_RECORDS] as const
  ])('ends as with the records shared when it may not %s %j of others', async (_, objects, rights) => {
    for (const object of objects) await org.setObjectRights(object, rights);
    await org.tell();
    for (const object of objects) await org.setObjectRights(object, ALL_RECORDS);
    const mended = await org.recover();
    expect(mended.map(told)).toEqual(mended.map(() => 'Succeeded: null'));
    expect(differencesOf(await org.snapshot(), control)).toEqual([]);
  });
});

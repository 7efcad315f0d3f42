/** A conversation that fits several people, and the rep who knows whose it was. */
import { callWith, createLead, newPhone } from './support/people';
import type { Person } from './support/people';
import { PHONE, TEST_TIMEOUT_MS, usePanel } from './support/panel';
import { findViolations } from './accessibility';

describe('a conversation that needs review', () => {
  const panel = usePanel();

  beforeAll(async () => {
    const [organization] = await panel.org.query('SELECT Id FROM Organization');
    await panel.org.create('Thoughtly_Settings__c', {
      SetupOwnerId: organization?.['Id'],
      Several_Matches_Policy__c: 'Ask a Person'
    });
  });

  /** Two Leads with one number, and a call from it. */
  async function ambiguousCall(): Promise<readonly [Person, Person]> {
    const phone = newPhone();
    const people = [await createLead(panel.org, phone), await createLead(panel.org, phone)] as const;
    expect(await panel.org.sendCall(callWith(phone))).toBe(200);
    return people;
  }

  const dispositionOf = async ({ id }: Person): Promise<unknown> => {
    const [lead] = await panel.org.query(`SELECT Call_Disposition__c FROM Lead WHERE Id = '${id}'`);
    return lead?.['Call_Disposition__c'];
  };

  it(
    'is linked to the person who is picked, by keyboard, and written there by the next run of the sync',
    async () => {
      const [picked, other] = await ambiguousCall();
      await panel.open('Lead', other.id);
      await panel.part('review').waitFor();
      expect(await panel.part('needs-review').innerText()).toBe('Needs review');
      expect(await findViolations(panel.page)).toEqual([]);
      const link = panel.button('Link to this person');
      expect(await link.isDisabled()).toBe(true);

      await panel.page.getByRole('radio', { name: `${picked.name} (Lead)` }).press('Space');
      await link.press('Enter');
      await panel.page.locator('lightning-toast', { hasText: 'The conversation is linked' }).waitFor();
      await panel.part('review').waitFor({ state: 'detached' });
      await panel.page.locator('c-thoughtly-call-panel h2:focus').waitFor();
      await panel.part('empty').waitFor();
      expect(await dispositionOf(picked)).toBeNull();

      // The next conversation of anybody wakes the sync, which works with its own rights.
      expect(await panel.org.queueCall(callWith(newPhone()))).toBe(202);
      await panel.until(async () => (await dispositionOf(picked)) === 'Appointment Booked');
      expect(await dispositionOf(other)).toBeNull();
      await panel.open('Lead', picked.id);
      await panel.part('step').filter({ hasText: 'Lead updated' }).waitFor();
      expect(await panel.part('needs-review').count()).toBe(0);
      const tasks = await panel.org.query(
        `SELECT Owner.Username FROM Task WHERE WhoId = '${picked.id}' AND IsClosed = TRUE`
      );
      expect(tasks).toHaveLength(1);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'arrives by itself on the page of each person whom it may belong to',
    async () => {
      const phone = newPhone();
      const [first] = [await createLead(panel.org, phone), await createLead(panel.org, phone)];
      await panel.open('Lead', first.id);
      await panel.part('empty').waitFor();
      await panel.org.sendCall(callWith(phone));
      await panel.part('review').waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'can be answered on a phone',
    async () => {
      const [picked] = await ambiguousCall();
      await panel.newPage({ viewport: PHONE });
      await panel.open('Lead', picked.id);
      await panel.page.getByRole('radio', { name: picked.name }).check();
      expect(await panel.isTooWide()).toBe(false);
      expect(await findViolations(panel.page)).toEqual([]);
      await panel.button('Link to this person').click();
      await panel.part('review').waitFor({ state: 'detached' });
      expect(await panel.part('disposition').innerText()).toContain('Appointment Booked');
    },
    TEST_TIMEOUT_MS
  );
});

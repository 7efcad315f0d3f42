/** The pages of the local org in a real browser, from payload to pixel. */
import { soundFile } from '../../scripts/local-org/pages/recordings/sound';
import { findViolations } from './accessibility';
import { callWith, createLead } from './support/people';
import { DESKTOP, PHONE, SAMPLE_TASK, TEST_TIMEOUT_MS, usePanel } from './support/panel';

const RECORDING_SECONDS = 20;
const SAMPLE_LEAD = "Name = 'Dana Ortiz'";

/** Pages with the panel: the record of the demo data that each opens, and how many calls it shows. */
const PAGES: readonly (readonly [object: string, condition: string])[] = [
  ['Lead', SAMPLE_LEAD],
  ['Task', SAMPLE_TASK],
  ['Opportunity', "Name = 'Ortiz Family Home — Thoughtly'"],
  ['Thoughtly_Call__c', "Disposition__c = 'Qualified' AND Lead__r.Name = 'Dana Ortiz'"]
];

describe('record pages', () => {
  const panel = usePanel();
  const part = (id: string) => panel.part(id);

  /** Recordings that the test serves, of a known length. */
  async function serveRecordings(): Promise<void> {
    await panel.newPage({ isServingRecordings: true });
    const body = soundFile(RECORDING_SECONDS);
    await panel.page.route(/\.(mp3|wav)$/, (route) => route.fulfill({ contentType: 'audio/wav', body }));
  }

  it.each(PAGES)(
    'shows on a %s what the call brought, on a desktop in light and on a phone in dark, without accessibility violations',
    async (object, condition) => {
      for (const look of [{ viewport: DESKTOP }, { viewport: PHONE, theme: 'dark' as const }]) {
        await panel.newPage(look);
        await panel.find(object, condition);
        await part('step').first().waitFor();
        expect(await part('disposition').innerText()).toContain('Qualified');
        expect(await part('score').innerText()).toBe('8 of 10');
        expect(await panel.isTooWide()).toBe(false);
        expect(await findViolations(panel.page)).toEqual([]);
      }
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows the conversations of a Contact, also on the page of its Account',
    async () => {
      await panel.org.sendCall(callWith('+15105550171'));
      for (const [object, name] of [
        ['Contact', 'Elena Marsh'],
        ['Account', 'Bluebird Bakery']
      ] as const) {
        await panel.find(object, `Name = '${name}'`);
        await part('step').first().waitFor();
        expect(await part('disposition').first().innerText()).toContain('Appointment Booked');
        expect(await findViolations(panel.page)).toEqual([]);
      }
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows on a Lead its values, its answers and its activity',
    async () => {
      await panel.find('Lead', SAMPLE_LEAD);
      await part('summary').waitFor();

      expect(await part('record-title').innerText()).toBe('Dana Ortiz');
      expect(await part('summary').innerText()).toContain('wants solar installed within 60 days');
      expect(await part('answers').locator('li').count()).toBe(3);
      expect(await panel.page.locator('dd[data-field="Call_Disposition__c"]').innerText()).toBe('Qualified');
      expect(await part('activity').first().innerText()).toContain('Thoughtly AI Call');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows the transcript with speakers on their sides',
    async () => {
      await panel.find('Lead', SAMPLE_LEAD);
      await panel.turn(3).waitFor();

      const speakers = ['Spring Outbound', 'Dana Ortiz', 'Spring Outbound', 'Dana Ortiz'];
      const turns = panel.page.locator('li[data-index]');
      for (const [index, speaker] of speakers.entries()) {
        expect(await turns.nth(index).innerText()).toMatch(new RegExp(`^${speaker}\\s+0:`));
      }
      const edges = await turns
        .locator('p')
        .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().left));
      expect(edges[0]).toBeGreaterThan(edges[1] ?? 0);
      expect(edges[2]).toBeGreaterThan(edges[3] ?? 0);
      expect(await turns.first().innerText()).toContain('this is Maya from Acme Solar');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'plays the recording',
    async () => {
      await serveRecordings();
      await panel.find('Task', SAMPLE_TASK);
      await part('total').filter({ hasText: '0:20' }).waitFor();

      await panel.button('Play recording').click();

      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      await panel.button('Pause recording').click();
      await panel.button('Play recording').waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows on a Task the call that it was logged for, and no other',
    async () => {
      await panel.find('Task', SAMPLE_TASK);

      await panel.turn(0).waitFor();
      expect(await part('record-title').innerText()).toBe('Thoughtly AI Call — Qualified');
      expect(await panel.page.locator('c-thoughtly-call-list').count()).toBe(0);
      expect(await panel.page.locator('li[data-index]').count()).toBe(4);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows a call that was sent while the page was open after a reload',
    async () => {
      const person = await createLead(panel.org);
      await panel.open('Lead', person.id);
      await part('empty').waitFor();

      const transcript = [{ speaker: 'user', text: '<b>Yes</b>, please.', timestamp: '2026-06-02T16:00:09Z' }];
      expect(await panel.org.sendCall(callWith(person.phone, { transcript }))).toBe(200);
      await panel.page.reload();
      await panel.turn(0).waitFor();

      expect(await part('disposition').innerText()).toContain('Appointment Booked');
      expect(await panel.turn(0).locator('p').innerText()).toBe('<b>Yes</b>, please.');
      expect(await panel.page.locator('dd[data-field="Intent_Score__c"]').innerText()).toBe('9');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'selects another call by keyboard',
    async () => {
      await panel.find('Lead', SAMPLE_LEAD);
      const older = panel.page.locator('c-thoughtly-call-list button', { hasText: 'No disposition' });

      await older.focus();
      await panel.page.keyboard.press('Enter');

      await part('no-summary').waitFor();
      expect(await older.getAttribute('aria-current')).toBe('true');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'hides the transcript on a phone until it is asked for',
    async () => {
      await panel.newPage({ viewport: PHONE });
      await panel.find('Task', SAMPLE_TASK);
      const toggle = panel.button('Show transcript');
      await toggle.waitFor();
      expect(await panel.turn(0).count()).toBe(0);

      await toggle.press('Enter');

      await panel.turn(0).waitFor();
      expect(await panel.isTooWide()).toBe(false);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows nothing of the calls to a user without our permission sets',
    async () => {
      await panel.find('Lead', SAMPLE_LEAD);
      await part('disposition').waitFor();
      const stranger = panel.page.locator('[data-id="user-switch"] option', { hasText: 'stranger' });
      const username = await stranger.getAttribute('value');

      await Promise.all([panel.page.waitForEvent('load'), part('user-switch').selectOption(username)]);

      await panel.page.locator('[role="alert"]').first().waitFor();
      expect(await part('disposition').count()).toBe(0);
      expect(await panel.turn(0).count()).toBe(0);
    },
    TEST_TIMEOUT_MS
  );
});

/** What a rep does with the call panel, in a real browser with real sound. */
import { callWith, createLead } from './support/people';
import { TEST_TIMEOUT_MS, usePanel } from './support/panel';

describe('the call panel', () => {
  const panel = usePanel();
  const part = (id: string) => panel.part(id);
  const turn = (index: number) => panel.turn(index);

  async function openSampleCall(): Promise<void> {
    await panel.openSampleCall();
    await turn(3).waitFor();
  }

  it(
    'plays the recording of a demo call, skips, seeks by key and changes speed and volume',
    async () => {
      await openSampleCall();
      await panel.button('Play recording').click();
      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      await panel.button('Pause recording').click();

      const before = await panel.elapsedSeconds();
      await panel.button('Forward 10 seconds').click();
      expect(await panel.elapsedSeconds()).toBeGreaterThanOrEqual(before + 10);
      await panel.button('Back 10 seconds').click();
      expect(await panel.elapsedSeconds()).toBeLessThanOrEqual(before + 1);
      await panel.page.getByRole('slider', { name: 'Position in the recording' }).press('PageUp');
      expect(await panel.elapsedSeconds()).toBeGreaterThanOrEqual(before + 30);
      expect(await part('remaining').innerText()).toMatch(/^−2:\d\d$/);

      await panel.page.getByRole('combobox', { name: 'Playback speed' }).selectOption('1.5');
      await panel.page.getByRole('slider', { name: 'Volume' }).fill('50');
      const audio = await panel.page
        .locator('audio')
        .evaluate((element: HTMLAudioElement) => [element.playbackRate, element.volume]);
      expect(audio).toEqual([1.5, 0.5]);

      await panel.page.reload();
      const speed = panel.page.getByRole('combobox', { name: 'Playback speed' });
      await speed.waitFor();
      expect(await speed.inputValue()).toBe('1.5');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'marks the turn that is spoken, and plays from a turn that is clicked',
    async () => {
      await openSampleCall();
      await turn(2).locator('p').click();
      await panel.page.locator('li[data-index="2"][aria-current="true"]').waitFor();
      expect(await panel.elapsedSeconds()).toBeGreaterThanOrEqual(14);
      await panel.button('Pause recording').waitFor();

      await panel.page.getByRole('slider', { name: 'Position in the recording' }).fill('10');
      await panel.page.locator('li[data-index="1"][aria-current="true"]').waitFor();

      expect(await part('follow').getAttribute('aria-pressed')).toBe('true');
      await part('scroller').hover();
      await panel.page.mouse.wheel(0, 10);
      await panel.page.locator('[data-id="follow"][aria-pressed="false"]').waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'finds words, steps through the hits and jumps to a moment',
    async () => {
      await openSampleCall();
      await part('search').fill('solar');
      expect(await part('hit-count').innerText()).toBe('1 of 2 hits');
      await part('search').press('Enter');
      expect(await part('hit-count').innerText()).toBe('2 of 2 hits');
      await panel.button('Previous hit').click();
      expect(await part('hit-count').innerText()).toBe('1 of 2 hits');
      expect(await panel.page.locator('mark').allInnerTexts()).toEqual(['Solar', 'solar']);
      await part('search').press('Escape');
      expect(await panel.page.locator('mark').count()).toBe(0);

      await part('jump').fill('0:15');
      await part('jump').press('Enter');
      await panel.page.locator('li[data-index="2"]:focus').waitFor();
      expect(await panel.elapsedSeconds()).toBe(15);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'copies a turn and the whole transcript, and downloads it as text',
    async () => {
      await openSampleCall();
      const clipboard = (): Promise<string> => panel.page.evaluate(() => navigator.clipboard.readText());
      await panel.button('Copy transcript').click();
      await part('announcement').filter({ hasText: 'Copied' }).waitFor();
      expect((await clipboard()).split('\n')).toHaveLength(4);

      await turn(1).focus();
      await part('turn-copy').click();
      await panel.until(async () => (await clipboard()) === '[0:09] Dana Ortiz: Yes, I asked about solar panels.');

      const [download] = await Promise.all([
        panel.page.waitForEvent('download'),
        panel.button('Download transcript').click()
      ]);
      expect(download.suggestedFilename()).toBe('transcript-2026-05-24.txt');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'says how much each side spoke',
    async () => {
      await openSampleCall();
      expect(await part('turn-count').innerText()).toBe('4 turns');
      expect(await part('talk-share').innerText()).toMatch(/Spring Outbound 54 %.+Dana Ortiz 46 %/);
      expect(await part('talk-most').innerText()).toBe('Spring Outbound spoke most');
    },
    TEST_TIMEOUT_MS
  );

  it(
    "says what the sync did, with links to the records and times of the reader's own zone",
    async () => {
      await openSampleCall();
      await part('step').first().waitFor();
      const changes = await part('change').allInnerTexts();
      expect(changes).toContain('Call Disposition → Qualified');
      expect(changes).toContain('Intent Score → 8');
      expect(changes.find((text) => text.startsWith('Last Thoughtly Call'))).toMatch(/→ May 24, 2026, 8:34\sAM$/);
      expect(changes.find((text) => text.startsWith('Close Date'))).toMatch(/→ \d{1,2}\/\d{1,2}\/\d{4}$/);
      expect(await part('step-link').first().getAttribute('href')).toMatch(/^\/lightning\/r\/Lead\/00Q/);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'marks a call as reviewed when its owner opens it, and not when somebody else does',
    async () => {
      const person = await createLead(panel.org);
      await panel.org.sendCall(callWith(person.phone));
      const reviewed = async (): Promise<unknown> => {
        const rows = await panel.org.query(
          `SELECT Reviewed_At__c FROM Thoughtly_Call__c WHERE Lead__c = '${person.id}'`
        );
        return rows[0]?.['Reviewed_At__c'];
      };
      await panel.signInAs('admin');
      await panel.open('Lead', person.id);
      await part('step').first().waitFor();
      expect(await reviewed()).toBeNull();

      await panel.signInAs('rep');
      await panel.page.reload();
      await part('step').first().waitFor();
      expect(await reviewed()).not.toBeNull();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'lists all conversations with unread marks, filters them, goes to the next, and draws the trend',
    async () => {
      const person = await createLead(panel.org);
      const variables = { disposition: 'No Answer', intent_score: 2 };
      const sms = { channel: 'sms', start_time: '2026-06-01T16:00:00Z', variables };
      await panel.org.sendCall(callWith(person.phone));
      await panel.org.sendCall(callWith(person.phone, sms));
      await panel.open('Lead', person.id);
      const listed = panel.page.locator('c-thoughtly-call-list li');
      await listed.nth(1).waitFor();
      expect(await part('unread').count()).toBe(1);
      expect(await panel.page.getByRole('img', { name: 'Intent scores, oldest first: 2, 9' }).count()).toBe(1);

      await panel.filter('Channel').selectOption('SMS');
      expect(await listed.count()).toBe(1);
      await panel.filter('Channel').selectOption('');
      await panel.filter('Disposition').selectOption('Appointment Booked');
      expect(await listed.count()).toBe(1);
      await panel.filter('Disposition').selectOption('');

      await panel.button('Next conversation').click();
      await part('disposition').filter({ hasText: 'No Answer' }).waitFor();
      await part('unread').waitFor({ state: 'detached' });
    },
    TEST_TIMEOUT_MS
  );

  it(
    'puts the appointment into a calendar file',
    async () => {
      const person = await createLead(panel.org);
      await panel.org.sendCall(callWith(person.phone));
      await panel.open('Lead', person.id);
      const [download] = await Promise.all([panel.page.waitForEvent('download'), part('calendar').click()]);
      expect(download.suggestedFilename()).toBe('appointment.ics');
      const file = await (await download.createReadStream()).toArray();
      expect(Buffer.concat(file as Buffer[]).toString()).toContain('DTSTART:20260605T160000Z');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows messages as bubbles by day',
    async () => {
      const person = await createLead(panel.org);
      const message = (speaker: string, at: string): object => ({ speaker, text: `Hello at ${at}`, timestamp: at });
      const transcript = [
        message('ai', '2026-06-03T16:00:00Z'),
        message('user', '2026-06-03T16:05:00Z'),
        message('user', '2026-06-05T16:05:00Z')
      ];
      await panel.org.sendCall(callWith(person.phone, { channel: 'sms', transcript, recording_url: undefined }));
      await panel.open('Lead', person.id);
      await turn(2).waitFor();
      expect(await part('day').allInnerTexts()).toEqual(['Wednesday, June 3, 2026', 'Friday, June 5, 2026']);
      expect(await part('jump').count()).toBe(0);
      expect(await panel.page.locator('audio').count()).toBe(0);
    },
    TEST_TIMEOUT_MS
  );
});

/** What a rep does with the call panel, in a real browser with real sound. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import type { OrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import { findViolations } from './accessibility';

const START_TIMEOUT_MS = 120_000;
const TEST_TIMEOUT_MS = 60_000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 1000 };

/** A call of Dana Ortiz; `changes` make it another one. */
function callOfDana(changes: Record<string, unknown>): Record<string, unknown> {
  return {
    channel: 'voice',
    direction: 'inbound',
    agent: { id: 'a1B2c3D4', title: 'Inbound Desk' },
    caller_number: '+14155550123',
    status: 'COMPLETED',
    call_summary: 'Dana booked a visit.',
    variables: { disposition: 'Appointment Booked', intent_score: 9, appointment_time: '2026-06-05T16:00:00Z' },
    ...changes
  };
}

const HOSTILE_TEXTS = [
  '<img src=x onerror="window.hacked = true">',
  '<script>window.hacked = true</script>',
  '‮right to left‬ مرحبا',
  '👩‍👩‍👧‍👦 emoji',
  'x'.repeat(100_000)
];

describe('the call panel', () => {
  let org: OrgProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let pageErrors: string[];

  beforeAll(async () => {
    [org, browser] = await Promise.all([startOrgProcess(), launchChromium()]);
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    await org?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: org.url });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    pageErrors = [];
    page.on('pageerror', (error) => pageErrors.push(error.message));
  });

  afterEach(async () => {
    await context.close();
    expect(pageErrors).toEqual([]);
  });

  const part = (id: string) => page.locator(`[data-id="${id}"]`);
  const turn = (index: number) => page.locator(`li[data-index="${index}"]`);

  async function open(objectApiName: string, condition: string): Promise<void> {
    const [record] = await org.query(`SELECT Id FROM ${objectApiName} WHERE ${condition} LIMIT 1`);
    await page.goto(`${org.url}/lightning/r/${objectApiName}/${String(record?.['Id'])}/view`);
  }

  async function openSampleCall(): Promise<void> {
    await open('Task', "Subject = 'Thoughtly AI Call — Qualified'");
    await part('total').filter({ hasText: '3:28' }).waitFor();
    await turn(3).waitFor();
  }

  const elapsed = async (): Promise<number> => {
    const [minutes = 0, seconds = 0] = (await part('elapsed').innerText()).split(':').map(Number);
    return minutes * 60 + seconds;
  };

  it(
    'plays the recording of a demo call, skips, seeks by key and changes speed and volume',
    async () => {
      await openSampleCall();
      await page.getByRole('button', { name: 'Play recording' }).click();
      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      await page.getByRole('button', { name: 'Pause recording' }).click();

      const before = await elapsed();
      await page.getByRole('button', { name: 'Forward 10 seconds' }).click();
      expect(await elapsed()).toBeGreaterThanOrEqual(before + 10);
      await page.getByRole('button', { name: 'Back 10 seconds' }).click();
      expect(await elapsed()).toBeLessThanOrEqual(before + 1);
      await page.getByRole('slider', { name: 'Position in the recording' }).press('PageUp');
      expect(await elapsed()).toBeGreaterThanOrEqual(before + 30);
      expect(await part('remaining').innerText()).toMatch(/^−2:\d\d$/);

      await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('1.5');
      await page.getByRole('slider', { name: 'Volume' }).fill('50');
      const audio = await page
        .locator('audio')
        .evaluate((element: HTMLAudioElement) => [element.playbackRate, element.volume]);
      expect(audio).toEqual([1.5, 0.5]);

      await page.reload();
      await part('speed').waitFor();
      expect(await part('speed').inputValue()).toBe('1.5');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'marks the turn that is spoken, and plays from a turn that is clicked',
    async () => {
      await openSampleCall();
      await turn(2).locator('p').click();
      await page.locator('li[data-index="2"][aria-current="true"]').waitFor();
      expect(await elapsed()).toBeGreaterThanOrEqual(14);
      await page.getByRole('button', { name: 'Pause recording' }).waitFor();

      await page.getByRole('slider', { name: 'Position in the recording' }).fill('10');
      await page.locator('li[data-index="1"][aria-current="true"]').waitFor();
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
      expect(await page.locator('mark').allInnerTexts()).toEqual(['Solar', 'solar']);
      await part('search').press('Escape');
      expect(await page.locator('mark').count()).toBe(0);

      await part('jump').fill('0:15');
      await part('jump').press('Enter');
      await page.locator('li[data-index="2"]:focus').waitFor();
      expect(await elapsed()).toBe(15);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'copies a turn and the whole transcript, and downloads it as text',
    async () => {
      await openSampleCall();
      const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole('button', { name: 'Copy transcript' }).click();
      await part('announcement').filter({ hasText: 'Copied' }).waitFor();
      expect((await clipboard()).split('\n')).toHaveLength(4);

      await turn(1).focus();
      await turn(1).getByRole('button', { name: 'Copy' }).click();
      await page.waitForTimeout(200);
      expect(await clipboard()).toBe('[0:09] Dana Ortiz: Yes, I asked about solar panels.');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download transcript' }).click()
      ]);
      expect(download.suggestedFilename()).toBe('transcript-2026-05-24.txt');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'can be used by keyboard alone, with the focus always to be seen',
    async () => {
      await openSampleCall();
      await part('search').focus();
      const focusedTurn = page.locator('li[data-index]:focus');
      for (let press = 0; press < 14 && (await focusedTurn.count()) === 0; press += 1) await page.keyboard.press('Tab');
      expect(await focusedTurn.count()).toBe(1);
      await page.keyboard.press('ArrowDown');
      await page.locator('li[data-index="1"]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('li[data-index="1"][aria-current="true"]').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.locator('[data-id="turn-play"]:focus').count()).toBe(1);
      const outline = await page
        .locator('[data-id="turn-play"]')
        .evaluate((element) => getComputedStyle(element).outlineStyle + getComputedStyle(element).boxShadow);
      expect(outline).not.toBe('nonenone');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'says what the sync did, with links to the records',
    async () => {
      await openSampleCall();
      await part('step').first().waitFor();
      expect(await part('change').allInnerTexts()).toContain('Call Disposition → Qualified');
      expect(await part('step-link').first().getAttribute('href')).toMatch(/^\/lightning\/r\/Lead\/00Q/);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'marks a call as reviewed when its owner opens it',
    async () => {
      await open('Lead', "Name = 'Dana Ortiz'");
      await part('summary').waitFor();
      const unread = page.locator('c-thoughtly-call-list button', { hasText: 'New' });
      await unread.click();
      await part('unread').waitFor({ state: 'detached' });
      await page.waitForTimeout(500);
      const rows = await org.query('SELECT Id FROM Thoughtly_Call__c WHERE Reviewed_At__c = NULL');
      expect(rows).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows a call that arrives by itself, and leaves what is read where it is',
    async () => {
      await open('Lead', "Name = 'Dana Ortiz'");
      await turn(3).waitFor();
      const text = await turn(0).innerText();
      const place = await turn(0).boundingBox();

      expect(await org.sendCall(callOfDana({ call_id: 'live-1', start_time: '2026-06-02T16:00:00Z' }))).toBe(200);

      await part('show-new').waitFor();
      expect(await turn(0).innerText()).toBe(text);
      expect(await turn(0).boundingBox()).toEqual(place);
      await part('show-new').click();
      await part('disposition').filter({ hasText: 'Appointment Booked' }).waitFor();
      expect(await part('trend').count()).toBe(1);
      const [download] = await Promise.all([page.waitForEvent('download'), part('calendar').click()]);
      expect(download.suggestedFilename()).toBe('appointment.ics');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows messages as bubbles by day, and filters the list by channel',
    async () => {
      const message = (speaker: string, at: string): object => ({ speaker, text: `Hello at ${at}`, timestamp: at });
      const transcript = [
        message('ai', '2026-06-03T16:00:00Z'),
        message('user', '2026-06-03T16:05:00Z'),
        message('user', '2026-06-05T16:05:00Z')
      ];
      const sms = callOfDana({ call_id: 'sms-1', channel: 'sms', start_time: '2026-06-03T16:00:00Z', transcript });
      expect(await org.sendCall(sms)).toBe(200);

      await open('Lead', "Name = 'Dana Ortiz'");
      await part('filter-channel').selectOption('SMS');
      expect(await page.locator('c-thoughtly-call-list li').count()).toBe(1);
      await page.locator('c-thoughtly-call-list button[data-call-id]').click();
      await turn(2).waitFor();
      expect(await part('day').allInnerTexts()).toEqual(['Wednesday, June 3, 2026', 'Friday, June 5, 2026']);
      expect(await part('jump').count()).toBe(0);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows hostile transcripts as text',
    async () => {
      const transcript = [
        ...HOSTILE_TEXTS.map((text, index) => ({ speaker: index % 2 ? 'user' : 'ai', text })),
        { speaker: null, text: 'Nobody said this' },
        { speaker: 'user', text: null }
      ];
      const url = 'javascript:window.hacked=true';
      const hostile = callOfDana({ call_id: 'hostile-1', start_time: '2026-06-06T16:00:00Z', transcript });
      expect(await org.sendCall({ ...hostile, recording_url: url })).toBe(200);

      await open('Lead', "Name = 'Dana Ortiz'");
      await turn(4).waitFor();
      expect(await part('turn-text').first().innerText()).toBe(HOSTILE_TEXTS[0]);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await page.locator('audio').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESKTOP.width);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'fits a phone',
    async () => {
      await page.setViewportSize(PHONE);
      await openTaskOnPhone();
      await page.getByRole('button', { name: 'Show transcript' }).click();
      await turn(3).waitFor();
      await page.getByRole('button', { name: 'Play recording' }).click();
      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      expect(await findViolations(page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  async function openTaskOnPhone(): Promise<void> {
    await open('Task', "Subject = 'Thoughtly AI Call — Qualified'");
    await part('total').filter({ hasText: '3:28' }).waitFor();
  }

  it(
    'has no accessibility violations, and names that a screen reader can say',
    async () => {
      await openSampleCall();
      await part('search').fill('solar');
      await turn(1).focus();
      expect(await findViolations(page)).toEqual([]);
      for (const name of ['Play recording', 'Copy transcript', 'Next hit', 'Play from here']) {
        expect(await page.getByRole('button', { name }).count()).toBe(1);
      }
      expect(await page.getByRole('region', { name: 'Transcript' }).count()).toBe(1);
      expect(await page.getByRole('meter', { name: 'Intent score' }).count()).toBe(1);
    },
    TEST_TIMEOUT_MS
  );
});

/** The pages of the local org in a real browser, from payload to pixel. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import type { OrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import { soundFile } from '../../scripts/local-org/pages/recordings/sound';
import { findViolations } from './accessibility';

const START_TIMEOUT_MS = 120_000;
const TEST_TIMEOUT_MS = 60_000;
const RECORDING_SECONDS = 20;
const PHONE = { width: 390, height: 844 };

/** A call of the person of the demo data, one that came after the sample calls. */
const LATER_CALL = {
  call_id: 'browser-test-1',
  channel: 'voice',
  direction: 'inbound',
  agent: { id: 'a1B2c3D4', title: 'Inbound Desk' },
  caller_number: '+14155550123',
  status: 'COMPLETED',
  start_time: '2026-06-02T16:00:00.000Z',
  end_time: '2026-06-02T16:02:00.000Z',
  duration_ms: 120000,
  call_summary: 'Dana booked a visit.',
  transcript: [
    { speaker: 'ai', text: 'Shall we book a visit?', timestamp: '2026-06-02T16:00:05Z' },
    { speaker: 'user', text: '<b>Yes</b>, please.', timestamp: '2026-06-02T16:00:09Z' }
  ],
  variables: { disposition: 'Appointment Booked', intent_score: 9 }
};

describe('record pages', () => {
  let org: OrgProcess;
  let browser: Browser;
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
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, serviceWorkers: 'block' });
    page.setDefaultTimeout(20_000);
    pageErrors = [];
    page.on('pageerror', (error) => pageErrors.push(error.message));
    const recording = soundFile(RECORDING_SECONDS);
    await page.route(/\.(mp3|wav)$/, (route) => route.fulfill({ contentType: 'audio/wav', body: recording }));
  });

  afterEach(async () => {
    await page.close();
    expect(pageErrors).toEqual([]);
  });

  const part = (id: string) => page.locator(`[data-id="${id}"]`);

  async function addressOf(objectApiName: string, condition: string): Promise<string> {
    const [record] = await org.query(`SELECT Id FROM ${objectApiName} WHERE ${condition}`);
    return `${org.url}/lightning/r/${objectApiName}/${String(record?.['Id'])}/view`;
  }

  const leadAddress = () => addressOf('Lead', "Name = 'Dana Ortiz'");
  const taskAddress = () => addressOf('Task', "Subject = 'Thoughtly AI Call — Qualified'");

  it(
    'shows on a Lead what the call brought',
    async () => {
      await page.goto(await leadAddress());

      expect(await part('record-title').innerText()).toBe('Dana Ortiz');
      expect(await part('disposition').innerText()).toContain('Qualified');
      expect(await part('score').innerText()).toBe('8 of 10');
      expect(await part('summary').innerText()).toContain('wants solar installed within 60 days');
      expect(await part('answers').locator('li').count()).toBe(3);
      expect(await page.locator('dd[data-field="Call_Disposition__c"]').innerText()).toBe('Qualified');
      expect(await part('activity').first().innerText()).toContain('Thoughtly AI Call');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows the transcript with speakers on their sides',
    async () => {
      await page.goto(await leadAddress());
      await part('turn-text').first().waitFor();

      expect(await part('speaker').allInnerTexts()).toEqual([
        'Spring Outbound',
        'Dana Ortiz',
        'Spring Outbound',
        'Dana Ortiz'
      ]);
      expect(
        await page.locator('li[data-side]').evaluateAll((turns) => turns.map((turn) => turn.getAttribute('data-side')))
      ).toEqual(['agent', 'customer', 'agent', 'customer']);
      expect(await part('turn-text').first().innerText()).toContain('this is Maya from Acme Solar');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'plays the recording',
    async () => {
      await page.goto(await taskAddress());
      await part('total').filter({ hasText: '0:20' }).waitFor();

      await page.getByRole('button', { name: 'Play recording' }).click();

      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      await page.getByRole('button', { name: 'Pause recording' }).click();
      await page.getByRole('button', { name: 'Play recording' }).waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'says so when the recording cannot be played, and links it',
    async () => {
      await page.route(/\.mp3$/, (route) => route.fulfill({ status: 403, body: 'Expired' }));
      await page.goto(await taskAddress());

      await part('failed').waitFor();
      expect(await part('open').getAttribute('href')).toBe('https://recordings.thoughtly.com/8c1d7f52.mp3');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows on a Task the call that it was logged for',
    async () => {
      await page.goto(await taskAddress());

      expect(await part('record-title').innerText()).toBe('Thoughtly AI Call — Qualified');
      expect(await part('disposition').innerText()).toContain('Qualified');
      expect(await page.locator('c-thoughtly-call-list').count()).toBe(0);
      await part('turn-text').first().waitFor();
      expect(await part('turn-text').count()).toBe(4);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows a call that was sent while the page was open after a reload',
    async () => {
      await page.goto(await leadAddress());
      await part('disposition').waitFor();

      expect(await org.sendCall(LATER_CALL)).toBe(200);
      await page.reload();
      await part('turn-text').first().waitFor();

      expect(await part('disposition').innerText()).toContain('Appointment Booked');
      expect(await part('score').innerText()).toBe('9 of 10');
      expect(await part('turn-text').last().innerText()).toBe('<b>Yes</b>, please.');
      expect(await page.locator('dd[data-field="Intent_Score__c"]').innerText()).toBe('9');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'selects another call by keyboard',
    async () => {
      await page.goto(await leadAddress());
      const older = page.locator('c-thoughtly-call-list button', { hasText: 'Qualified' });

      await older.focus();
      await page.keyboard.press('Enter');

      await part('summary').filter({ hasText: 'wants solar installed' }).waitFor();
      await part('turn-text').filter({ hasText: 'this is Maya' }).waitFor();
      expect(await older.getAttribute('aria-current')).toBe('true');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'hides the transcript on a phone until it is asked for',
    async () => {
      await page.setViewportSize(PHONE);
      await page.goto(await taskAddress());
      const toggle = page.getByRole('button', { name: 'Show transcript' });
      await toggle.waitFor();
      expect(await part('turn-text').count()).toBe(0);

      await toggle.press('Enter');

      await part('turn-text').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'shows nothing of the calls to a user without our permission sets',
    async () => {
      await page.goto(await leadAddress());
      await part('disposition').waitFor();
      const stranger = page.locator('[data-id="user-switch"] option', { hasText: 'stranger' });
      const username = await stranger.getAttribute('value');

      await Promise.all([page.waitForEvent('load'), part('user-switch').selectOption(username)]);

      await page.locator('[role="alert"]').first().waitFor();
      expect(await part('disposition').count()).toBe(0);
      expect(await part('turn-text').count()).toBe(0);
      await page.context().clearCookies();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'has no accessibility violations',
    async () => {
      await page.goto(await leadAddress());
      await part('turn-text').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );
});

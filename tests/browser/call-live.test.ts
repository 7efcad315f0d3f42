/** Conversations that arrive while somebody reads. */
import { callWith, createLead } from './support/people';
import { PHONE, TEST_TIMEOUT_MS, usePanel } from './support/panel';

/** The page promises a second; a busy machine gets a little more. */
const AT_ONCE_MS = 2_000;
const LATER = { start_time: '2026-06-03T16:00:00Z', variables: { disposition: 'Qualified', intent_score: 8 } };

describe('live conversations', () => {
  const panel = usePanel();

  it(
    'appear at once by the platform event, and leave what is read, its focus and its place alone',
    async () => {
      const person = await createLead(panel.org);
      const transcript = Array.from({ length: 60 }, (_item, index) => ({
        speaker: index % 2 ? 'user' : 'ai',
        text: `Sentence ${index}`,
        timestamp: new Date(Date.UTC(2026, 5, 2, 16, 0, index)).toISOString()
      }));
      await panel.org.sendCall(callWith(person.phone, { transcript }));
      await panel.open('Lead', person.id);
      await panel.turn(40).scrollIntoViewIfNeeded();
      await panel.turn(40).focus();
      await panel.page.mouse.wheel(0, 150);
      const reading = async () => ({
        page: await panel.page.evaluate(() => window.scrollY),
        transcript: await panel.part('scroller').evaluate((scroller) => scroller.scrollTop),
        focus: await panel.page.locator('li:focus').getAttribute('data-index')
      });
      await panel.page.waitForTimeout(300);
      const before = await reading();
      expect(before.focus).toBe('40');
      const text = await panel.turn(40).locator('p').innerText();

      await panel.org.sendCall(callWith(person.phone, LATER));
      await panel.part('show-new').waitFor({ timeout: AT_ONCE_MS });

      expect(await reading()).toEqual(before);
      expect(await panel.turn(40).locator('p').innerText()).toBe(text);
      expect(await panel.part('disposition').innerText()).toContain('Appointment Booked');
      await panel.part('show-new').getByRole('button').press('Enter');
      await panel.part('disposition').filter({ hasText: 'Qualified' }).waitFor();
      await panel.page.locator('c-thoughtly-call-panel h2:focus').waitFor();
      expect(await panel.part('trend').count()).toBe(1);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'about others do not make a page ask',
    async () => {
      const [person, other] = [await createLead(panel.org), await createLead(panel.org)];
      await panel.org.sendCall(callWith(person.phone));
      await panel.open('Lead', person.id);
      await panel.part('step').first().waitFor();
      const asked: string[] = [];
      panel.page.on('request', (request) => asked.push(request.url()));

      await panel.org.sendCall(callWith(other.phone));
      await panel.page.waitForTimeout(1_000);

      expect(asked.filter((url) => url.includes('/apex/'))).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'cost nothing while nobody looks, and are there when somebody looks again',
    async () => {
      const person = await createLead(panel.org);
      await panel.org.sendCall(callWith(person.phone));
      await panel.open('Lead', person.id);
      await panel.part('step').first().waitFor();
      const look = (state: string): Promise<void> =>
        panel.page.evaluate((visibilityState) => {
          Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      const asked: string[] = [];
      await look('hidden');
      panel.page.on('request', (request) => asked.push(request.url()));
      await panel.org.sendCall(callWith(person.phone, LATER));
      await panel.page.waitForTimeout(500);
      expect(asked).toEqual([]);

      await look('visible');
      await panel.part('show-new').waitFor({ timeout: AT_ONCE_MS });
      expect(asked.filter((url) => url.includes('/page-api/events'))).toHaveLength(1);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'appear on a phone within the time between two looks',
    async () => {
      const person = await createLead(panel.org);
      await panel.org.sendCall(callWith(person.phone));
      await panel.newPage({ viewport: PHONE });
      await panel.page.clock.install();
      await panel.open('Lead', person.id);
      await panel.part('step').first().waitFor();

      await panel.org.sendCall(callWith(person.phone, LATER));
      expect(await panel.part('show-new').count()).toBe(0);
      await panel.page.clock.fastForward(16_000);

      await panel.part('show-new').waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'are streamed to nobody who may not read the event',
    async () => {
      const status = async (query: string): Promise<number> =>
        panel.page.evaluate(async (address) => {
          const response = await fetch(address);
          await response.body?.cancel();
          return response.status;
        }, `/page-api/events?${query}`);
      await panel.page.goto(panel.org.url);
      expect(await status('channel=/event/Thoughtly_Call_Synced__e&replayId=-1')).toBe(200);
      expect(await status('channel=/event/Unknown__e&replayId=-1')).toBe(404);
      expect(await status('channel=/data/LeadChangeEvent&replayId=-1')).toBe(400);

      await panel.signInAs('stranger');
      expect(await status('channel=/event/Thoughtly_Call_Synced__e&replayId=-1')).toBe(403);
    },
    TEST_TIMEOUT_MS
  );
});

/** The panel without a mouse and without a screen. */
import type { ElementHandle } from 'playwright-core';
import { callWith, createLead } from './support/people';
import { TEST_TIMEOUT_MS, usePanel } from './support/panel';

/** More Tab presses than the panel has stops. */
const MOST_STOPS = 60;

interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly isFocusable: boolean;
}

describe('the call panel by keyboard', () => {
  const panel = usePanel();
  const part = (id: string) => panel.part(id);
  const press = (key: string) => panel.page.keyboard.press(key);

  /** A Lead with two conversations, the newest open. */
  async function openTwoCalls(): Promise<void> {
    const person = await createLead(panel.org);
    const variables = { disposition: 'No Answer', intent_score: 2 };
    await panel.org.sendCall(callWith(person.phone));
    await panel.org.sendCall(callWith(person.phone, { channel: 'sms', start_time: '2026-06-01T16:00:00Z', variables }));
    await panel.open('Lead', person.id);
    await part('step').first().waitFor();
    await panel.turn(2).waitFor();
  }

  /** What somebody sees of an element: changes when it has the focus. */
  const lookOf = (element: ElementHandle<Element>): Promise<string> =>
    element.evaluate((node) => {
      // A turn shows it on its bubble.
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(node.querySelector('p') ?? node);
      return [outline, boxShadow, borderColor, backgroundColor].join(' | ');
    });

  const focused = () => panel.page.locator('c-thoughtly-call-panel :focus').last();

  it(
    'can be walked through with Tab: every stop is seen, and the way out is open',
    async () => {
      await openTwoCalls();
      await panel.page.locator('c-thoughtly-call-panel h2').focus();
      const stops: { element: ElementHandle<Element>; name: string; look: string }[] = [];
      for (let count = 0; count < MOST_STOPS; count += 1) {
        await press('Tab');
        if ((await focused().count()) === 0) break;
        const element = await focused().elementHandle();
        if (!element) throw new Error('The focus is nowhere.');
        const name = await element.evaluate(
          (node) => `${node.tagName} ${node.getAttribute('data-id') ?? node.textContent}`
        );
        stops.push({ element, name, look: await lookOf(element) });
      }
      expect(stops.length).toBeGreaterThan(15);
      expect(stops.length).toBeLessThan(MOST_STOPS);
      const unseen: string[] = [];
      for (const { element, name, look } of stops) if ((await lookOf(element)) === look) unseen.push(name);
      expect(unseen).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'chooses and filters conversations',
    async () => {
      await openTwoCalls();
      await panel.filter('Channel').focus();
      await press('ArrowDown');
      expect(await panel.page.locator('c-thoughtly-call-list li').count()).toBe(1);
      await press('Home');
      await panel.button('Next conversation').press('Enter');
      await part('disposition').filter({ hasText: 'No Answer' }).waitFor();
      await panel.page.locator('c-thoughtly-call-list button[data-call-id]').first().press('Space');
      await part('disposition').filter({ hasText: 'Appointment Booked' }).waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'plays, pauses, skips, seeks and sets speed and volume',
    async () => {
      await panel.openSampleCall();
      await panel.button('Play recording').press('Space');
      await part('elapsed').filter({ hasText: '0:01' }).waitFor();
      await panel.button('Pause recording').press('Enter');
      await panel.button('Play recording').waitFor();
      await panel.button('Forward 10 seconds').press('Enter');
      const slider = panel.page.getByRole('slider', { name: 'Position in the recording' });
      await slider.press('ArrowRight');
      expect(await panel.elapsedSeconds()).toBeGreaterThanOrEqual(16);
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0:1\d of 3:28$/);
      await panel.button('Back 10 seconds').press('Space');
      expect(await panel.elapsedSeconds()).toBeLessThan(10);
      await panel.page.getByRole('combobox', { name: 'Playback speed' }).focus();
      await press('ArrowDown');
      await panel.page.getByRole('slider', { name: 'Volume' }).press('ArrowLeft');
      const audio = panel.page.locator('audio');
      expect(await audio.evaluate((element: HTMLAudioElement) => element.playbackRate)).toBe(1.25);
      expect(await audio.evaluate((element: HTMLAudioElement) => element.volume)).toBeCloseTo(0.95);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'reads, searches, copies and takes along a transcript',
    async () => {
      await panel.openSampleCall();
      await panel.turn(3).waitFor();
      await panel.button('Hide transcript').press('Enter');
      await panel.turn(0).waitFor({ state: 'detached' });
      await press('Enter');
      await panel.turn(3).waitFor();

      await part('search').pressSequentially('solar');
      await panel.button('Next hit').press('Enter');
      expect(await part('hit-count').innerText()).toBe('2 of 2 hits');
      await part('search').press('Shift+Enter');
      expect(await part('hit-count').innerText()).toBe('1 of 2 hits');

      await panel.button('Follow recording').press('Space');
      expect(await panel.button('Follow recording').getAttribute('aria-pressed')).toBe('true');
      const [download] = await Promise.all([
        panel.page.waitForEvent('download'),
        panel.button('Download transcript').press('Enter')
      ]);
      expect(download.suggestedFilename()).toMatch(/\.txt$/);
      await panel.button('Copy transcript').press('Enter');
      await part('announcement').filter({ hasText: 'Copied' }).waitFor();

      await part('jump').fill('0:09');
      await press('Enter');
      await panel.page.locator('li[data-index="1"]:focus').waitFor();
      await press('ArrowDown');
      await panel.page.locator('li[data-index="2"]:focus').waitFor();
      await press('ArrowUp');
      await panel.page.locator('li[data-index="1"]:focus').waitFor();
      await press('Enter');
      await panel.page.locator('li[data-index="1"][aria-current="true"]').waitFor();
      await press('Tab');
      await panel.page.locator('[data-id="turn-play"]:focus').waitFor();
      await press('Tab');
      await press('Enter');
      await panel.until(async () =>
        (await panel.page.evaluate(() => navigator.clipboard.readText())).includes('[0:09]')
      );
    },
    TEST_TIMEOUT_MS
  );

  it(
    'opens the records that were updated, and takes the appointment into a calendar',
    async () => {
      await openTwoCalls();
      const [download] = await Promise.all([
        panel.page.waitForEvent('download'),
        panel.button('Add to calendar').press('Enter')
      ]);
      expect(download.suggestedFilename()).toBe('appointment.ics');
      const link = part('step-link').filter({ hasText: 'Thoughtly AI Call' });
      await Promise.all([panel.page.waitForURL('**/lightning/r/Task/**'), link.first().press('Enter')]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    "has a role and a name for everything in Chromium's accessibility tree",
    async () => {
      await openTwoCalls();
      const session = await panel.page.context().newCDPSession(panel.page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const nodeById = new Map(nodes.map((node) => [node.nodeId, node]));
      const within = (id: string): AxNode[] => {
        const node = nodeById.get(id);
        if (!node) return [];
        const properties = node.properties ?? [];
        const isFocusable = properties.some(({ name, value }) => name === 'focusable' && value.value === true);
        const own = { role: String(node.role?.value), name: String(node.name?.value ?? ''), isFocusable };
        return [...(node.ignored ? [] : [own]), ...(node.childIds ?? []).flatMap(within)];
      };
      const article = nodes.find(({ role }) => role?.value === 'article');
      const tree = within(article?.nodeId ?? '');

      // Turns are items of a list, which are said with what stands in them.
      const unnamed = tree.filter(({ role, name, isFocusable }) => isFocusable && role !== 'listitem' && name === '');
      expect(unnamed).toEqual([]);
      const spoken = tree.map(({ role, name }) => `${role} ${name}`);
      for (const expected of [
        'heading Thoughtly Calls (2)',
        'meter Intent score',
        'combobox Channel',
        'combobox Disposition',
        'button Next conversation',
        'list Conversations, newest first',
        'region Recording',
        'button Play recording',
        'slider Position in the recording',
        'slider Volume',
        'combobox Playback speed',
        'button Hide transcript',
        'searchbox Search the transcript',
        'button Copy transcript',
        'button Download transcript',
        'region Transcript',
        'button Add to calendar'
      ])
        expect(spoken).toContain(expected);
    },
    TEST_TIMEOUT_MS
  );
});

/** Transcripts that are longer than anybody talks. */
import { callWith, createLead } from './support/people';
import { TEST_TIMEOUT_MS, usePanel } from './support/panel';

const MANY_TURNS = 10_000;
const LONG_TURN = 100_000;
/** What a reader puts up with on a busy machine; `npm run bench -- panel` tells what a quiet one needs. */
const PATIENCE_MS = 5_000;

interface Box {
  readonly y: number;
  readonly height: number;
}

function isInside(inner: Box | null, outer: Box | null): boolean {
  return inner !== null && outer !== null && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

describe('a transcript', () => {
  const panel = usePanel();

  async function openCall(transcript: readonly object[]): Promise<void> {
    const person = await createLead(panel.org);
    // What is too long for one transaction is processed by the queue.
    expect([200, 202]).toContain(await panel.org.sendCall(callWith(person.phone, { transcript })));
    const calls = `SELECT Id FROM Thoughtly_Call__c WHERE Lead__c = '${person.id}'`;
    await panel.until(async () => (await panel.org.query(calls)).length > 0);
    await panel.open('Lead', person.id);
    await panel.turn(0).waitFor();
  }

  it(
    `of ${MANY_TURNS} turns is on the page as a whole, searched, and gone through by keyboard`,
    async () => {
      const transcript = Array.from({ length: MANY_TURNS }, (_, index) => ({
        speaker: index % 2 ? 'user' : 'ai',
        text: `Sentence ${index} about the roof.`
      }));
      await openCall(transcript);
      const start = Date.now();
      await panel.until(async () => (await panel.page.locator('li[data-index]').count()) === MANY_TURNS);
      expect(Date.now() - start).toBeLessThan(PATIENCE_MS);
      expect(await panel.part('turn-count').innerText()).toBe(`${MANY_TURNS} turns`);

      // The browser's own search.
      const isFound = await panel.page.evaluate(
        (text) => (window as unknown as { find(text: string): boolean }).find(text),
        `Sentence ${MANY_TURNS - 1} about`
      );
      expect(isFound).toBe(true);

      await panel.part('search').fill('the roof');
      await panel
        .part('hit-count')
        .filter({ hasText: /^1 of 10000/ })
        .waitFor();
      await panel.part('search').press('Shift+Enter');
      const current = panel.turn(MANY_TURNS - 1).locator('mark.hit_current');
      await panel.until(async () => isInside(await current.boundingBox(), await panel.part('scroller').boundingBox()));

      await panel.turn(MANY_TURNS - 1).focus();
      await panel.page.keyboard.press('Home');
      await panel.page.locator('li[data-index="0"]:focus').waitFor();
      await panel.page.keyboard.press('End');
      await panel.page.locator(`li[data-index="${MANY_TURNS - 1}"]:focus`).waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    `with turns of ${LONG_TURN} characters is shown as it is, and never wider than the page`,
    async () => {
      const word = 'x'.repeat(LONG_TURN);
      const prose = 'solar panels on the roof '.repeat(LONG_TURN / 25);
      await openCall([
        { speaker: 'ai', text: word },
        { speaker: 'user', text: prose },
        { speaker: 'ai', text: 'That was long.' }
      ]);
      expect((await panel.turn(0).locator('p').innerText()).length).toBe(LONG_TURN);
      expect(await panel.isTooWide()).toBe(false);

      await panel.part('search').fill('xx');
      await panel.part('hit-count').filter({ hasText: '1 of 10000+ hits' }).waitFor();
      await panel.part('search').fill('solar panels');
      await panel
        .part('hit-count')
        .filter({ hasText: `1 of ${LONG_TURN / 25} hits` })
        .waitFor();
      await panel.part('search').press('Shift+Enter');
      await panel
        .part('hit-count')
        .filter({ hasText: `${LONG_TURN / 25} of ` })
        .waitFor();
      expect((await panel.turn(1).locator('p').innerText()).trim()).toBe(prose.trim());
    },
    TEST_TIMEOUT_MS
  );
});

/** The panel in dark, and in other languages. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findViolations } from './accessibility';
import { callWith, createLead } from './support/people';
import type { Person } from './support/people';
import { DESKTOP, PHONE, SAMPLE_TASK, TEST_TIMEOUT_MS, usePanel } from './support/panel';

const LABELS = path.join(__dirname, '..', '..', 'force-app', 'main', 'panel');
/** What the platform writes itself: dates, how long ago, and clocks. */
const WRITTEN_BY_THE_PLATFORM =
  /\p{Lu}\p{Ll}+ \d{1,2}, \d{4}(, \d{1,2}:\d\d\s[AP]M)?|(in )?\d+ (year|month|week|day|hour|minute)s?( ago)?|\d+ (hr|min|sec)|(last|next|this) (year|month|week)|yesterday|tomorrow|now/gu;

/** Every text of the panel that somebody can read or hear, with its attributes. */
function textsOfThePanel(page: Page): Promise<string[]> {
  return page.locator('c-thoughtly-call-panel').evaluate((element) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) texts.push(node.data);
      else
        for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'alternative-text'])
          texts.push((node as Element).getAttribute(name) ?? '');
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Texts in a tree of JSON, also in JSON that stands in a text, and parts of lists of answers. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const parts = value.split(/[;\n]/).map((text) => text.trim());
    if (!/^[[{]/.test(value)) return [value, ...parts];
    return [value, ...stringsOf(JSON.parse(value))];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** What is left of a text without labels, data and what the platform writes. */
function literalPart(text: string, data: readonly string[]): string {
  let rest = text.replace(WRITTEN_BY_THE_PLATFORM, ' ');
  while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  for (const known of data) if (/\p{L}/u.test(known)) rest = rest.replaceAll(known, ' ');
  // A search cuts what was said into pieces.
  return data.some((known) => known.includes(rest.trim())) ? '' : rest;
}

/** Elements whose text is cut off, other than those that say all of it in their title. */
function cutTexts(page: Page): Promise<string[]> {
  return page.locator('c-thoughtly-call-panel').evaluate((panel) => {
    const cut: string[] = [];
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as Element;
      const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden';
      const isMeantSo = element.classList.contains('slds-assistive-text') || element.closest('[title]');
      if (isCut && !isMeantSo) cut.push(`${element.tagName} ${element.textContent?.trim().slice(0, 60)}`);
    }
    return cut;
  });
}

function translationsOf(language: string): ReadonlyMap<string, string> {
  const text = fs.readFileSync(path.join(LABELS, 'translations', `${language}.translation-meta.xml`), 'utf8');
  return new Map(
    [...text.matchAll(/<label>(.*?)<\/label>\s*<name>(.*?)<\/name>/g)].map(([, label = '', name = '']) => [name, label])
  );
}

describe('the look of the panel', () => {
  const panel = usePanel();
  let person: Person;

  beforeAll(async () => {
    person = await createLead(panel.org);
    await panel.org.sendCall(callWith(person.phone));
    const variables = { disposition: 'No Answer', intent_score: 2, qualification_notes: 'Owns home; wants a quote' };
    await panel.org.sendCall(callWith(person.phone, { channel: 'sms', start_time: '2026-06-01T16:00:00Z', variables }));
  });

  it.each([DESKTOP, PHONE])(
    'has enough contrast in dark, whatever is going on (%j)',
    async (viewport) => {
      await panel.newPage({ viewport, theme: 'dark' });
      await panel.find('Task', SAMPLE_TASK);
      await panel.part('total').filter({ hasText: '3:28' }).waitFor();
      if (viewport === PHONE) await panel.button('Show transcript').click();
      await panel.turn(2).locator('p').click();
      await panel.page.locator('li[data-index="2"][aria-current="true"]').waitFor();
      await panel.part('search').fill('solar');
      await panel.turn(1).focus();
      const surface = await panel.page
        .locator('c-thoughtly-call-panel article')
        .evaluate((card) => getComputedStyle(card).backgroundColor);
      expect(surface).toMatch(/^rgb\((\d|[1-5]\d), /);
      expect(await findViolations(panel.page)).toEqual([]);

      await panel.open('Lead', person.id);
      await panel.part('step').first().waitFor();
      expect(await findViolations(panel.page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'takes every word from a label',
    async () => {
      const answers: unknown[] = [];
      panel.page.on('response', (response) => {
        if (response.url().includes('/apex/')) answers.push(response.json().catch(() => null));
      });
      await panel.open('Lead', person.id, '?pseudo');
      await panel.turn(2).waitFor();
      await panel.part('step').first().waitFor();
      await panel.part('search').fill('visit');
      const data = stringsOf(await Promise.all(answers)).filter((text) => text !== '');
      data.sort((left, right) => right.length - left.length);
      const literals = async (): Promise<string[]> =>
        (await textsOfThePanel(panel.page)).filter((text) => /\p{L}/u.test(literalPart(text, data)));

      expect((await textsOfThePanel(panel.page)).filter((text) => text.includes('⟦')).length).toBeGreaterThan(40);
      expect(await literals()).toEqual([]);
      await panel.part('summary').evaluate((element) => element.setAttribute('title', 'Written in the code'));
      expect(await literals()).toEqual(['Written in the code']);
    },
    TEST_TIMEOUT_MS
  );

  it.each([
    ['de', /02\.06\.2026, 09:00/, 'Gespräch'],
    ['es', /2 jun 2026, 9:00/, 'conversaci']
  ])(
    'fits and reads in the language %s',
    async (language, time, word) => {
      const translations = translationsOf(language);
      await panel.signInAs('admin');
      await panel.chooseLanguage(language);
      try {
        for (const viewport of [DESKTOP, PHONE]) {
          await panel.page.setViewportSize(viewport);
          await panel.open('Lead', person.id);
          await panel.part('step').first().waitFor();
          const text = await panel.page.locator('c-thoughtly-call-panel').innerText();
          expect(await panel.page.evaluate(() => document.documentElement.lang)).toBe(language);
          expect(text).toContain(translations.get('Thoughtly_Field_Summary'));
          expect(text).toContain(translations.get('Thoughtly_Steps_Title'));
          expect(text.toLowerCase()).toContain(word.toLowerCase());
          expect(text).toMatch(time);
          await panel.button(translations.get('Thoughtly_Player_Play') ?? '').waitFor();
          expect(await panel.isTooWide()).toBe(false);
          expect(await cutTexts(panel.page)).toEqual([]);
          expect(await findViolations(panel.page)).toEqual([]);
        }
      } finally {
        await panel.chooseLanguage('en_US');
      }
    },
    TEST_TIMEOUT_MS
  );
});

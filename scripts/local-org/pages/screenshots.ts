/**
 * Takes the screenshots of the documentation from a local org with its demo data:
 * `npx tsx scripts/local-org/pages/screenshots.ts [folder]`, by default into `docs/images`.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './browser/chromium';
import { startOrgProcess } from './browser/org-process';

const DEFAULT_FOLDER = path.join(__dirname, '..', '..', '..', 'docs', 'images');
const DESKTOP = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  readonly file: string;
  readonly objectApiName: string;
  readonly condition: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** What somebody does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { file: 'lead-page.png', objectApiName: 'Lead', condition: "Name = 'Dana Ortiz'", viewport: DESKTOP },
  {
    file: 'task-page.png',
    objectApiName: 'Task',
    condition: "Subject = 'Thoughtly AI Call — Qualified'",
    viewport: DESKTOP
  },
  {
    file: 'transcript.png',
    objectApiName: 'Lead',
    condition: "Name = 'Dana Ortiz'",
    viewport: DESKTOP,
    act: playAndSearch
  },
  {
    file: 'phone.png',
    objectApiName: 'Task',
    condition: "Subject = 'Thoughtly AI Call — Qualified'",
    viewport: PHONE,
    act: scrollToPanel
  }
];

async function main(): Promise<void> {
  const folder = process.argv[2] ?? DEFAULT_FOLDER;
  fs.mkdirSync(folder, { recursive: true });
  const org = await startOrgProcess();
  const browser = await launchChromium();
  try {
    for (const shot of SHOTS) {
      const [record] = await org.query(`SELECT Id FROM ${shot.objectApiName} WHERE ${shot.condition}`);
      if (!record) throw new Error(`The demo data has no ${shot.objectApiName} with ${shot.condition}.`);
      const address = `${org.url}/lightning/r/${shot.objectApiName}/${String(record['Id'])}/view`;
      await shoot(browser, shot, address, path.join(folder, shot.file));
      process.stdout.write(`${path.relative(process.cwd(), path.join(folder, shot.file))}\n`);
    }
  } finally {
    await browser.close();
    await org.stop();
  }
}

async function shoot(browser: Browser, { viewport, act }: Shot, address: string, file: string): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  await page.locator('[data-id="total"]', { hasText: '3:28' }).waitFor();
  await page.locator('[data-id="step"]').first().waitFor();
  if (act) await act(page);
  await page.screenshot({ path: file });
  await page.close();
}

async function playAndSearch(page: Page): Promise<void> {
  await page.locator('[data-id="search"]').fill('solar');
  await page.locator('li[data-index="1"] p').click();
  await page.locator('[data-id="elapsed"]', { hasText: '0:10' }).waitFor();
  await page.locator('[data-id="step"]').first().scrollIntoViewIfNeeded();
}

async function scrollToPanel(page: Page): Promise<void> {
  await page.locator('c-thoughtly-call-panel').evaluate((panel) => panel.scrollIntoView({ block: 'start' }));
}

void main();

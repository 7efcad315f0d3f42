/**
 * Takes the screenshots of the documentation from a local org with its demo data:
 * `npx tsx scripts/local-org/pages/screenshots.ts [folder]`, by default into `docs/images`.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser/chromium';
import { startOrgProcess } from './browser/org-process';

const DEFAULT_FOLDER = path.join(__dirname, '..', '..', '..', 'docs', 'images');
const VIEWPORT = { width: 1440, height: 1000 };
const SHOTS: readonly (readonly [file: string, objectApiName: string, condition: string])[] = [
  ['lead-page.png', 'Lead', "Name = 'Dana Ortiz'"],
  ['task-page.png', 'Task', "Subject = 'Thoughtly AI Call — Qualified'"]
];

async function main(): Promise<void> {
  const folder = process.argv[2] ?? DEFAULT_FOLDER;
  fs.mkdirSync(folder, { recursive: true });
  const org = await startOrgProcess();
  const browser = await launchChromium();
  try {
    for (const [file, objectApiName, condition] of SHOTS) {
      const [record] = await org.query(`SELECT Id FROM ${objectApiName} WHERE ${condition}`);
      if (!record) throw new Error(`The demo data has no ${objectApiName} with ${condition}.`);
      await shoot(
        browser,
        `${org.url}/lightning/r/${objectApiName}/${String(record['Id'])}/view`,
        path.join(folder, file)
      );
      process.stdout.write(`${path.relative(process.cwd(), path.join(folder, file))}\n`);
    }
  } finally {
    await browser.close();
    await org.stop();
  }
}

async function shoot(browser: Browser, address: string, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(address);
  await page.locator('[data-id="turn-text"]').first().waitFor();
  await page.locator('[data-id="total"]', { hasText: '3:28' }).waitFor();
  await page.screenshot({ path: file });
  await page.close();
}

void main();

/**
 * How long transcripts take in Chromium, beside a naive list built the usual way, in the same run:
 * `npm run bench -- panel`. The smallest of some runs is told: what is more is the machine's.
 */
import fs from 'node:fs';
import { launchChromium } from '../local-org/pages/browser/chromium';
import { startOrgProcess } from '../local-org/pages/browser/org-process';
import { measure } from './panel/measure';
import type { Measurement, Variant } from './panel/measure';
import { writeBenchSource } from './panel/source';

const TURNS: readonly number[] = [100, 1_000, 5_000];
const VARIANTS: readonly Variant[] = ['ours', 'naive'];
const RUNS = 3;
const HEADINGS: readonly (readonly [heading: string, width: number, name: keyof Measurement, unit: string])[] = [
  ['turns', 8, 'turns', ''],
  ['list', 8, 'variant', ''],
  ['first paint', 13, 'paintMs', ' ms'],
  ['all turns', 11, 'wholeMs', ' ms'],
  ['longest task', 14, 'longestTaskMs', ' ms'],
  ['scroll p95', 12, 'scrollFrameMs', ' ms'],
  ['search', 9, 'searchMs', ' ms'],
  ['step', 8, 'stepMs', ' ms'],
  ['seek', 8, 'seekMs', ' ms'],
  ['script memory', 13, 'heapMb', ' MB']
];

/** Prints one line for each length and variant. Resolves to the exit code. */
export async function benchPanel(): Promise<number> {
  const source = writeBenchSource();
  const org = await startOrgProcess(['--with', source, '--send', 'none']);
  const browser = await launchChromium();
  try {
    const [lead] = await org.query("SELECT Id FROM Lead WHERE Name = 'Dana Ortiz'");
    const address = `${org.url}/lightning/r/Lead/${String(lead?.['Id'])}/view`;
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    process.stdout.write(`${HEADINGS.map(([heading, width]) => heading.padEnd(width)).join('')}\n`);
    for (const turns of TURNS) {
      for (const variant of VARIANTS) {
        const runs: Measurement[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          await page.goto(address);
          runs.push(await measure(page, variant, turns));
        }
        process.stdout.write(`${lineOf(smallest(runs))}\n`);
      }
    }
    return 0;
  } finally {
    await browser.close();
    await org.stop();
    fs.rmSync(source, { recursive: true, force: true });
  }
}

/** The least that was measured of each; the machine adds to it, never takes away. */
function smallest(runs: readonly Measurement[]): Measurement {
  const [first] = runs;
  if (!first) throw new Error('Nothing was measured.');
  const names = Object.keys(first) as (keyof Measurement)[];
  const least = names.map((name) => {
    const values = runs.map((run) => run[name]).filter((value) => typeof value === 'number');
    return [name, values.length > 0 ? Math.min(...values) : first[name]];
  });
  return Object.fromEntries(least) as unknown as Measurement;
}

function lineOf(measurement: Measurement): string {
  return HEADINGS.map(([, width, name, unit]) => {
    const value = measurement[name];
    const text = typeof value === 'number' ? `${value.toFixed(unit === ' MB' ? 1 : 0)}${unit}` : (value ?? '–');
    return text.padEnd(width);
  }).join('');
}

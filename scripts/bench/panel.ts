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

/** Prints one line for each length and variant. Resolves to the exit code. */
export async function benchPanel(): Promise<number> {
  const source = writeBenchSource();
  const org = await startOrgProcess(['--with', source, '--send', 'none']);
  const browser = await launchChromium();
  try {
    const [lead] = await org.query("SELECT Id FROM Lead WHERE Name = 'Dana Ortiz'");
    const address = `${org.url}/lightning/r/Lead/${String(lead?.['Id'])}/view`;
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    process.stdout.write('turns   list    first paint   all turns   scroll p95   search   seek    script memory\n');
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

function smallest(runs: readonly Measurement[]): Measurement {
  const [first] = runs;
  if (!first) throw new Error('Nothing was measured.');
  const least = (read: (run: Measurement) => number | undefined): number =>
    Math.min(...runs.map((run) => read(run) ?? Number.POSITIVE_INFINITY));
  const leastOrNone = (read: (run: Measurement) => number | undefined): number | undefined =>
    read(first) === undefined ? undefined : least(read);
  return {
    ...first,
    paintMs: least((run) => run.paintMs),
    wholeMs: least((run) => run.wholeMs),
    scrollFrameMs: least((run) => run.scrollFrameMs),
    searchMs: leastOrNone((run) => run.searchMs),
    seekMs: leastOrNone((run) => run.seekMs),
    heapMb: least((run) => run.heapMb)
  };
}

function lineOf({ turns, variant, paintMs, wholeMs, scrollFrameMs, searchMs, seekMs, heapMb }: Measurement): string {
  const milliseconds = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} ms`);
  return [
    String(turns).padEnd(8),
    variant.padEnd(8),
    milliseconds(paintMs).padEnd(14),
    milliseconds(wholeMs).padEnd(12),
    milliseconds(scrollFrameMs).padEnd(13),
    milliseconds(searchMs).padEnd(9),
    milliseconds(seekMs).padEnd(8),
    `${heapMb.toFixed(1)} MB`
  ].join('');
}

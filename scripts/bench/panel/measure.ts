/** Measures one transcript on an open bench page. */
import type { Page } from 'playwright-core';

export type Variant = 'ours' | 'naive';

export interface Measurement {
  readonly variant: Variant;
  readonly turns: number;
  /** From handing over the turns to the first frame that shows them, in milliseconds. */
  readonly paintMs: number;
  /** Until the last turn is on the page, where the browser's own search finds it. */
  readonly wholeMs: number;
  /** The longest that the page did not answer meanwhile. */
  readonly longestTaskMs: number;
  /** 95th percentile of the time between two frames while scrolling, in milliseconds. */
  readonly scrollFrameMs: number;
  /** From the last letter of a search with a hit in each turn to the frame that marks the first; undefined where there is no search. */
  readonly searchMs: number | undefined;
  /** From a step to another hit to the frame that marks it; the longest of some. */
  readonly stepMs: number | undefined;
  /** From a new place in the recording to the frame that marks its turn; undefined where nothing follows. */
  readonly seekMs: number | undefined;
  /** Script memory in use, in megabytes. */
  readonly heapMb: number;
}

interface BenchWindow {
  benchTranscript(variant: Variant, turns: readonly object[]): void;
  benchFollow(seconds: number): void;
}

/** The page must be freshly loaded, so that nothing of the measurement before is left. */
export async function measure(page: Page, variant: Variant, turns: number): Promise<Measurement> {
  await page.waitForFunction(() => 'benchTranscript' in window);
  const { paintMs, wholeMs, longestTaskMs } = await page.evaluate(paint, { variant, turns });
  const heapMb = await heap(page);
  const scroller = page.locator(variant === 'ours' ? '[data-id="scroller"]' : '.naive');
  const scrollFrameMs = await scroller.evaluate(scroll);
  const isOurs = variant === 'ours';
  const searchMs = isOurs ? await page.locator('[data-id="search"]').evaluate(search) : undefined;
  const stepMs = isOurs ? await page.locator('[data-id="search"]').evaluate(step) : undefined;
  const seekMs = isOurs ? await page.evaluate(seek, turns) : undefined;
  return { variant, turns, paintMs, wholeMs, longestTaskMs, scrollFrameMs, searchMs, stepMs, seekMs, heapMb };
}

async function paint({ variant, turns }: { variant: Variant; turns: number }): Promise<{
  paintMs: number;
  wholeMs: number;
  longestTaskMs: number;
}> {
  const bench = window as unknown as BenchWindow;
  const conversation = Array.from({ length: turns }, (_, index) => ({
    speaker: index % 2 ? 'Customer' : 'Agent',
    side: index % 2 ? 'customer' : 'agent',
    text: `Turn ${index}: I would like to know what the panels cost, and when somebody can come to look at the roof.`,
    offsetMs: index * 4000
  }));
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });

  const start = performance.now();
  bench.benchTranscript(variant, conversation);
  let paintMs = 0;
  let wholeMs = 0;
  while (wholeMs === 0) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    paintMs ||= performance.now() - start;
    // Unlike `querySelectorAll`, this looks into components.
    const { numberValue } = document.evaluate('count(//li[@data-index])', document, null, XPathResult.NUMBER_TYPE);
    if (numberValue >= turns) wholeMs = performance.now() - start;
  }
  // A long task is told after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { paintMs, wholeMs, longestTaskMs };
}

async function scroll(scroller: Element): Promise<number> {
  const frames: number[] = [];
  const end = performance.now() + 2000;
  let last = performance.now();
  while (last < end) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    scroller.scrollTop += ((now - last) / 1000) * 4000;
    last = now;
  }
  frames.sort((left, right) => left - right);
  return frames[Math.floor(frames.length * 0.95)] ?? 0;
}

function search(element: Element): Promise<number> {
  const field = element as HTMLInputElement;
  return new Promise((resolve) => {
    const start = performance.now();
    field.value = 'the panels';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
  });
}

/** Back from the first hit to the last and on from there; the longest of some steps. */
async function step(field: Element): Promise<number> {
  let longest = 0;
  for (const shiftKey of [true, true, false, false, false]) {
    const start = performance.now();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey, bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

function seek(turns: number): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    (window as unknown as BenchWindow).benchFollow(turns * 2);
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
  });
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}

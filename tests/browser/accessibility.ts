/** Runs axe-core in a page. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

interface AxeWindow {
  axe: { run(context: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** One line for each rule that the page breaks, with the elements that break it. */
export async function findViolations(page: Page): Promise<string[]> {
  const file = path.join(path.dirname(require.resolve('axe-core')), 'axe.min.js');
  await page.addScriptTag({ content: fs.readFileSync(file, 'utf8') });
  return page.evaluate(async () => {
    // The document, not a part of it: under synthetic shadow axe finds nothing in a nested component.
    const { violations } = await (window as unknown as AxeWindow).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

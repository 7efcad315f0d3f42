/** What a record page loads of ours, and in which languages. */
import fs from 'node:fs';
import path from 'node:path';
import { bundleFiles, findBundles } from '../../local-org/pages/build/bundles';
import { componentSizes, totalSize } from '../component-sizes';

const PANEL = path.join(__dirname, '..', '..', '..', 'force-app', 'main', 'panel');
const BUDGET_BYTES = 60 * 1024;
/** Names of what modules import: labels, base components, Apex methods and one another. */
const IMPORTS_BYTES = 6.5 * 1024;
const LONGEST_COMPONENT = 220;
const BUILD_TIMEOUT_MS = 60_000;

function names(file: string, tag: string): string[] {
  const text = fs.readFileSync(path.join(PANEL, file), 'utf8');
  return [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '').sort();
}

describe('the components of a record page', () => {
  const bundles = findBundles([PANEL]);
  const files = bundles.flatMap(bundleFiles);

  it(
    'are at most 60 KB of minified code, and little more with the names of what they import',
    async () => {
      const sizes = await componentSizes(bundles, 'thoughtlyCallPanel');
      const { code, imports } = totalSize(sizes.values());
      expect(sizes.size).toBeGreaterThan(10);
      expect(code).toBeLessThanOrEqual(BUDGET_BYTES);
      expect(imports).toBeLessThanOrEqual(IMPORTS_BYTES);
    },
    BUILD_TIMEOUT_MS
  );

  it('are short enough to be read', () => {
    const tooLong = files
      .filter((file) => fs.readFileSync(file, 'utf8').split('\n').length > LONGEST_COMPONENT)
      .map((file) => path.basename(file));
    expect(tooLong).toEqual([]);
  });

  it.each(['de', 'es'])('have every label in %s', (language) => {
    const labels = names('labels/CustomLabels.labels-meta.xml', 'fullName');
    expect(names(`translations/${language}.translation-meta.xml`, 'name')).toEqual(labels);
  });
});

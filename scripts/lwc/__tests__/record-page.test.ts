/** What a record page loads of ours, and in which languages. */
import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { bundleFiles, findBundles, moduleName } from '../../local-org/pages/build/bundles';
import type { Bundle } from '../../local-org/pages/build/bundles';
import { stripTypes } from '../../local-org/pages/build/strip-types';

const PANEL = path.join(__dirname, '..', '..', '..', 'force-app', 'main', 'panel');
const BUDGET_BYTES = 60 * 1024;
const LONGEST_COMPONENT = 220;
const BUILD_TIMEOUT_MS = 60_000;

function names(file: string, tag: string): string[] {
  const text = fs.readFileSync(path.join(PANEL, file), 'utf8');
  return [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '').sort();
}

/**
 * Scripts and templates of the panel and all it uses, compiled and minified. Style sheets are not counted, nor are the
 * names of what is imported: base components and labels, which the platform resolves.
 */
async function minifiedSize(bundles: readonly Bundle[]): Promise<number> {
  const lwc = (await import('@lwc/rollup-plugin')).default;
  const build = await rollup({
    input: bundles.find(({ name }) => name === 'thoughtlyCallPanel')?.entry,
    external: (id) => /^(lwc|lightning\/|@salesforce\/)|\.css/.test(id),
    onwarn: () => undefined,
    plugins: [
      stripTypes(),
      lwc({
        rootDir: path.join(PANEL, 'lwc'),
        modules: bundles.map((bundle) => ({ name: moduleName(bundle), path: bundle.entry })),
        defaultModules: []
      }) as Plugin
    ]
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  const { code } = await transform(output[0].code, { minify: true, format: 'esm' });
  return Buffer.byteLength(code.replace(/import[^;]*?from"[^"]*";/g, ''));
}

describe('the components of a record page', () => {
  const bundles = findBundles([PANEL]);
  const files = bundles.flatMap(bundleFiles);

  it(
    'are at most 60 KB of minified code',
    async () => {
      const size = await minifiedSize(bundles);
      expect(size).toBeGreaterThan(20 * 1024);
      expect(size).toBeLessThanOrEqual(BUDGET_BYTES);
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

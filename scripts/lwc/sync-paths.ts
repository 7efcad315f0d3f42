/**
 * Writes `tsconfig.paths.json`: one `c/<name>` entry for each component bundle, and `shell/<name>` for the page's own, because TypeScript's `paths` cannot
 * repeat a `*`. `npx tsx scripts/lwc/sync-paths.ts --check` only says whether the file is up to date.
 */
import fs from 'node:fs';
import path from 'node:path';
import { bundlesIn, findBundles, moduleName } from '../local-org/pages/build/bundles';

const ROOT = path.join(__dirname, '..', '..');
const SHELL_DIRECTORY = path.join(ROOT, 'scripts', 'local-org', 'pages', 'components', 'shell');
const TARGET = path.join(ROOT, 'tsconfig.paths.json');

/** Text of `tsconfig.paths.json` for the bundles that there are. */
export function pathsConfiguration(): string {
  const bundles = [...findBundles([path.join(ROOT, 'force-app')]), ...bundlesIn(SHELL_DIRECTORY, 'shell')];
  const modules = bundles.filter(({ entry }) => !entry.endsWith('.css'));
  const entries = modules.map((bundle) => [
    moduleName(bundle),
    [`./${path.relative(ROOT, bundle.entry).replaceAll('\\', '/')}`]
  ]);
  return `${JSON.stringify({ compilerOptions: { paths: Object.fromEntries(entries) as unknown } }, null, 2)}\n`;
}

function main(): void {
  const text = pathsConfiguration();
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(TARGET, text);
  } else if (!fs.existsSync(TARGET) || fs.readFileSync(TARGET, 'utf8') !== text) {
    process.stderr.write('tsconfig.paths.json is not up to date. Run "npm run build".\n');
    process.exitCode = 1;
  }
}

if (require.main === module) main();

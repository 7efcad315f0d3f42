/**
 * Writes the JavaScript of each component beside its TypeScript: an org takes `.js`, people write `.ts`.
 * Types are only taken out; decorators and class fields stay for the platform's own compiler. `npm run build`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { bundleFiles, findBundles } from '../local-org/pages/build/bundles';
import type { Bundle } from '../local-org/pages/build/bundles';
import { compileModule } from './compile-module';
import { pathsConfiguration } from './sync-paths';

const ROOT = path.join(__dirname, '..', '..');

/** Builds all bundles below a source folder. Returns the files that were written. */
export function buildBundles(sourceDirectory: string): string[] {
  return findBundles([sourceDirectory]).flatMap(buildBundle);
}

function buildBundle(bundle: Bundle): string[] {
  const sources = bundleFiles(bundle).filter((file) => file.endsWith('.ts'));
  return sources.map((file) => {
    const target = file.replace(/\.ts$/, '.js');
    fs.writeFileSync(target, compileModule(fs.readFileSync(file, 'utf8'), file).code);
    return target;
  });
}

function main(): void {
  fs.writeFileSync(path.join(ROOT, 'tsconfig.paths.json'), pathsConfiguration());
  const written = buildBundles(path.join(ROOT, 'force-app'));
  process.stdout.write(`Built ${written.length} component modules.\n`);
}

if (require.main === module) main();

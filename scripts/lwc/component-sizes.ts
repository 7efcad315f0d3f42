/** How much code of ours the platform sends for a component: all that it loads, compiled and minified as in an org. */
import fs from 'node:fs';
import path from 'node:path';
import { bundleFiles } from '../local-org/pages/build/bundles';
import type { Bundle } from '../local-org/pages/build/bundles';
import { compileModule } from './compile-module';

/**
 * Bytes of each bundle that a component loads, the component's own included, the largest first. Counted is the whole
 * module that the platform's compiler makes for production: script, template, style sheet, and the names of all that it
 * imports. Base components, label texts and Apex are not: they are not in our modules.
 *
 * @throws Error with the compiler's message when a bundle does not compile
 */
export async function componentSizes(bundles: readonly Bundle[], component: string): Promise<Map<string, number>> {
  const bundleByName = new Map(bundles.map((bundle) => [bundle.name, bundle]));
  const sizeByName = new Map<string, number>();
  const pending = [component];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const bundle = bundleByName.get(name);
    if (!bundle) throw new Error(`There is no bundle ${name}.`);
    if (sizeByName.has(name)) continue;
    const code = await compileForProduction(bundle);
    sizeByName.set(name, Buffer.byteLength(code));
    pending.push(...importedBundles(code));
  }
  return new Map([...sizeByName].sort(([, left], [, right]) => right - left));
}

async function compileForProduction(bundle: Bundle): Promise<string> {
  // Loaded when it is needed: it is large.
  const { compile } = await import('@lwc/sfdc-lwc-compiler');
  const { results, diagnostics } = await compile({
    bundle: { namespace: bundle.namespace, name: bundle.name, type: 'platform', files: deployedFiles(bundle) },
    compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }]
  });
  const code = results?.[0]?.code;
  if (code === undefined) throw new Error(`${bundle.name}: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return code;
}

function deployedFiles(bundle: Bundle): Record<string, string> {
  const entries = bundleFiles(bundle).map((file) => {
    const name = path.relative(bundle.directory, file);
    const text = fs.readFileSync(file, 'utf8');
    return name.endsWith('.ts') ? [name.replace(/\.ts$/, '.js'), compileModule(text, name).code] : [name, text];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Names in the list of dependencies at the head of a compiled module: `define("c/a",["lwc","c/b"],…`. */
function importedBundles(code: string): string[] {
  const dependencies = /^define\("[^"]*",\[([^\]]*)\]/.exec(code)?.[1] ?? '';
  return [...dependencies.matchAll(/"c\/(\w+)"/g)].flatMap((match) => match[1] ?? []);
}

async function main(): Promise<void> {
  const { findBundles } = await import('../local-org/pages/build/bundles');
  const [component = 'thoughtlyCallPanel'] = process.argv.slice(2);
  const sizes = await componentSizes(findBundles(['force-app']), component);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const [name, size] of [...sizes, ['all', total] as const]) {
    process.stdout.write(`${name.padEnd(30)}${String(size).padStart(7)}\n`);
  }
}

if (require.main === module) void main();

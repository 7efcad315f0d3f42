/** How much code of ours the platform sends for a component: all that it loads, compiled and minified as in an org. */
import fs from 'node:fs';
import path from 'node:path';
import { bundleFiles } from '../local-org/pages/build/bundles';
import type { Bundle } from '../local-org/pages/build/bundles';
import { compileModule } from './compile-module';

/** Bytes of one compiled and minified module. */
export interface ModuleSize {
  /** Script, template and style sheet. */
  readonly code: number;
  /** The list of what it imports, at its head: base components, labels and Apex methods have long names. */
  readonly imports: number;
}

/** Head of a compiled module: `define("c/a",["lwc","c/b"],`. */
const HEAD = /^define\("[^"]*",(?:\[[^\]]*\],)?/;

/**
 * Sizes of the modules that a component loads, its own included, the largest first: as the platform's compiler makes
 * them for production. Base components, the texts of labels and Apex are not in our modules.
 *
 * @throws Error with the compiler's message when a bundle does not compile
 */
export async function componentSizes(bundles: readonly Bundle[], component: string): Promise<Map<string, ModuleSize>> {
  const bundleByName = new Map(bundles.map((bundle) => [bundle.name, bundle]));
  const sizeByName = new Map<string, ModuleSize>();
  const pending = [component];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const bundle = bundleByName.get(name);
    if (!bundle) throw new Error(`There is no bundle ${name}.`);
    if (sizeByName.has(name)) continue;
    const code = await compileForProduction(bundle);
    const head = HEAD.exec(code)?.[0] ?? '';
    sizeByName.set(name, { code: Buffer.byteLength(code) - head.length, imports: head.length });
    pending.push(...[...head.matchAll(/"c\/(\w+)"/g)].flatMap((match) => match[1] ?? []));
  }
  return new Map([...sizeByName].sort(([, left], [, right]) => right.code - left.code));
}

/** Sum over modules. */
export function totalSize(sizes: Iterable<ModuleSize>): ModuleSize {
  return [...sizes].reduce((sum, { code, imports }) => ({ code: sum.code + code, imports: sum.imports + imports }), {
    code: 0,
    imports: 0
  });
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

async function main(): Promise<void> {
  const { findBundles } = await import('../local-org/pages/build/bundles');
  const [component = 'thoughtlyCallPanel'] = process.argv.slice(2);
  const sizes = await componentSizes(findBundles(['force-app']), component);
  for (const [name, { code, imports }] of [...sizes, ['all', totalSize(sizes.values())] as const]) {
    process.stdout.write(`${name.padEnd(28)}${String(code).padStart(8)}${String(imports).padStart(8)}\n`);
  }
}

if (require.main === module) void main();

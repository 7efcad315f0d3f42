/**
 * Builds the LWC engine and the base components that are used, once, into a cached folder with an import map, so that
 * the build of our own components stays below a second.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import type { OutputChunk, Plugin } from 'rollup';
import { packageDirectory, packageVersion } from './packages';
import { fillEnvironment } from './platform-environment';
import { iconsOfBaseComponents, onlyUsedIcons } from './used-icons';

/** Raise it when the way of building changes, so that caches of the old way are not used. */
const BUILD_FORMAT = 1;
const IMPORT_MAP = 'importmap.json';
/** Engine modules by the name that components import, and the package that `lwc` depends on for each. */
const ENGINE_PACKAGES: Readonly<Record<string, string>> = {
  lwc: '@lwc/engine-dom',
  '@lwc/synthetic-shadow': '@lwc/synthetic-shadow'
};

export interface VendorBuild {
  /** Folder that is served as `/vendor/`. */
  readonly directory: string;
  /** Module name → address. */
  readonly imports: Readonly<Record<string, string>>;
  /** False when the cache had it. */
  readonly isFresh: boolean;
}

export interface VendorRequest {
  /** Folder for caches, usually `.local-org/cache`. */
  readonly cacheDirectory: string;
  /** Base modules that something asks for: `lightning/card`. */
  readonly modules: readonly string[];
  /** Icons that our components name. */
  readonly icons: readonly string[];
}

/** Whether the published base components expose a module of this name. */
export function isBaseModule(module: string): boolean {
  exposedModules ??= new Set(readExposedModules());
  return exposedModules.has(module);
}

let exposedModules: ReadonlySet<string> | undefined;

/** Answers the build from the cache, or makes it (10 to 20 seconds on two cores). */
export async function buildVendor(request: VendorRequest): Promise<VendorBuild> {
  const modules = [...new Set(request.modules)].sort();
  const icons = [...new Set(request.icons)].sort();
  const directory = path.join(request.cacheDirectory, `vendor-${cacheKey(modules, icons)}`);
  const mapFile = path.join(directory, IMPORT_MAP);
  if (fs.existsSync(mapFile)) return { directory, imports: readImports(mapFile), isFresh: false };
  const unfinished = `${directory}-${process.pid}`;
  const imports = await build(unfinished, modules, icons);
  fs.writeFileSync(path.join(unfinished, IMPORT_MAP), `${JSON.stringify({ imports }, null, 2)}\n`);
  moveIntoPlace(unfinished, directory);
  return { directory, imports, isFresh: true };
}

/** A folder appears whole or not at all, also when two processes build at the same time. */
function moveIntoPlace(unfinished: string, directory: string): void {
  try {
    fs.renameSync(unfinished, directory);
  } catch (error) {
    if (!fs.existsSync(path.join(directory, IMPORT_MAP))) throw error;
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

async function build(
  directory: string,
  modules: readonly string[],
  icons: readonly string[]
): Promise<Record<string, string>> {
  const lwc = (await import('@lwc/rollup-plugin')).default;
  const root = packageDirectory('lwc');
  const names = [...Object.keys(ENGINE_PACKAGES), ...modules];
  const bundle = await rollup({
    input: Object.fromEntries(names.map((name) => [fileNameOf(name), name])),
    preserveEntrySignatures: 'strict',
    onwarn: () => undefined,
    plugins: [
      resolveEntries(path.join(root, 'entry.js')),
      onlyUsedIcons([...icons, ...iconsOfBaseComponents(baseComponentsDirectory())]),
      lwc({
        rootDir: root,
        modules: [...engineModules(root), { npm: 'lightning-base-components' }],
        defaultModules: [],
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
        enableLwcOn: true
      }) as Plugin,
      fillEnvironment(),
      minify()
    ]
  });
  const { output } = await bundle.write({
    dir: directory,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js'
  });
  await bundle.close();
  const entries = output.filter((item): item is OutputChunk => item.type === 'chunk' && item.isEntry);
  const fileByName = new Map(entries.map((chunk) => [chunk.name, chunk.fileName]));
  return Object.fromEntries(names.map((name) => [name, `/vendor/${fileByName.get(fileNameOf(name))}`]));
}

/** The engine of the `lwc` package itself: the test tools bring an older one. */
function engineModules(lwcDirectory: string): { name: string; path: string }[] {
  return Object.entries(ENGINE_PACKAGES).map(([name, packageName]) => ({
    name,
    path: require.resolve(packageName, { paths: [lwcDirectory] })
  }));
}

/** Entries have no importer, and the LWC plugin resolves only what has one. */
function resolveEntries(importer: string): Plugin {
  return {
    name: 'resolve-entries',
    resolveId(id, from) {
      return from ? null : this.resolve(id, importer, { skipSelf: true });
    }
  };
}

function minify(): Plugin {
  return {
    name: 'minify',
    async renderChunk(code) {
      const result = await transform(code, { minify: true, format: 'esm', target: 'es2022' });
      return { code: result.code, map: null };
    }
  };
}

function fileNameOf(module: string): string {
  return module.replace('@', '').replaceAll('/', '-');
}

function cacheKey(modules: readonly string[], icons: readonly string[]): string {
  const versions = ['lwc', 'lightning-base-components'].map((name) => `${name}@${packageVersion(name)}`);
  const text = JSON.stringify([BUILD_FORMAT, versions, modules, icons]);
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function readExposedModules(): string[] {
  const file = path.join(packageDirectory('lightning-base-components'), 'package.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { lwc: { expose: string[] } }).lwc.expose;
}

function baseComponentsDirectory(): string {
  return path.join(packageDirectory('lightning-base-components'), 'src', 'lightning');
}

function readImports(mapFile: string): Record<string, string> {
  return (JSON.parse(fs.readFileSync(mapFile, 'utf8')) as { imports: Record<string, string> }).imports;
}

/** Finds Lightning web component bundles in source folders. */
import fs from 'node:fs';
import path from 'node:path';

/** One component or module bundle: a folder below a folder named `lwc` (or below the shell's own). */
export interface Bundle {
  /** `c` for the package's components, `shell` for the page's own. */
  readonly namespace: string;
  readonly name: string;
  readonly directory: string;
  /** Absolute path of the module itself; TypeScript wins over the JavaScript that is built from it. Or shared styles. */
  readonly entry: string;
}

/** Module name of a bundle as components import it: `c/thoughtlyCallPanel`. */
export function moduleName(bundle: Bundle): string {
  return `${bundle.namespace}/${bundle.name}`;
}

/**
 * Bundles of the namespace `c` below source folders. When two folders hold a bundle of one name, the later folder wins,
 * as a later deployment does.
 */
export function findBundles(sourceDirectories: readonly string[]): Bundle[] {
  const bundleByName = new Map<string, Bundle>();
  for (const source of sourceDirectories) {
    for (const directory of findLwcDirectories(source)) {
      for (const bundle of bundlesIn(directory, 'c')) bundleByName.set(bundle.name, bundle);
    }
  }
  return [...bundleByName.values()].sort((left, right) => left.name.localeCompare(right.name));
}

/** Bundles directly in one folder. */
export function bundlesIn(directory: string, namespace: string): Bundle[] {
  return subdirectories(directory).flatMap((name) => {
    const bundleDirectory = path.join(directory, name);
    const entry = findEntry(bundleDirectory, name);
    return entry ? [{ namespace, name, directory: bundleDirectory, entry }] : [];
  });
}

/** Source files of a bundle that end up on a page: no tests, no metadata, no JavaScript that is built from TypeScript. */
export function bundleFiles(bundle: Bundle): string[] {
  const names = fs.readdirSync(bundle.directory, { recursive: true, encoding: 'utf8' }).map(String);
  const present = new Set(names);
  return names
    .filter((name) => /\.(ts|js|html|css)$/.test(name) && !name.endsWith('.d.ts') && !name.includes('__tests__'))
    .filter((name) => !(name.endsWith('.js') && present.has(name.replace(/\.js$/, '.ts'))))
    .map((name) => path.join(bundle.directory, name))
    .sort();
}

function findLwcDirectories(root: string): string[] {
  if (!fs.existsSync(root)) return [];
  if (path.basename(root) === 'lwc') return [root];
  return subdirectories(root).flatMap((name) => findLwcDirectories(path.join(root, name)));
}

function findEntry(directory: string, name: string): string | undefined {
  return ['.ts', '.js', '.html', '.css']
    .map((extension) => path.join(directory, name + extension))
    .find((file) => fs.existsSync(file));
}

function subdirectories(directory: string): string[] {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

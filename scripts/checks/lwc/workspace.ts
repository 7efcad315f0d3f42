/**
 * A place of their own for the components of some source folders: TypeScript, ESLint and the platform compiler all
 * want a project around what they check, and a source folder may lie anywhere.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { apexTypesFile } from './apex-types/file';

const ROOT = resolve(__dirname, '..', '..', '..');
/** Generated for the sources that are checked. */
const APEX_TYPES = 'apex.d.ts';

/** A component or module bundle: a folder below one named `lwc`. */
export interface ComponentBundle {
  readonly name: string;
  /** Where people edit it, relative to the working directory. */
  readonly directory: string;
  /** Its copy in the workspace. */
  readonly copy: string;
  /** Names of its files, tests and their folders included, relative to the bundle. */
  readonly files: readonly string[];
}

export interface ComponentWorkspace {
  readonly directory: string;
  readonly bundles: readonly ComponentBundle[];
  /** Where the original of a file of the workspace lies, relative to the working directory. */
  originalOf(path: string): string;
}

/** Copies the bundles, calls `work`, and takes the copy away again. */
export async function withComponents<T>(
  sources: readonly string[],
  work: (workspace: ComponentWorkspace) => Promise<T> | T
): Promise<T> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'components-')));
  try {
    return await work(createWorkspace(directory, sources));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function createWorkspace(directory: string, sources: readonly string[]): ComponentWorkspace {
  const bundles = findBundleDirectories(sources).map((original) =>
    copyBundle(original, join(directory, 'force-app', 'lwc', basename(original)))
  );
  mkdirSync(join(directory, 'types'), { recursive: true });
  cpSync(join(ROOT, 'types'), join(directory, 'types'), { recursive: true });
  writeFileSync(join(directory, 'types', APEX_TYPES), apexTypesFile(sources));
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'), 'dir');
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(configuration(directory, bundles)));
  const originalOf = (path: string): string => {
    const bundle = bundles.find((item) => path.startsWith(`${item.copy}/`));
    if (bundle) return join(bundle.directory, relative(bundle.copy, path));
    return path.startsWith(directory) ? relative(directory, path) : relative(process.cwd(), path);
  };
  return { directory, bundles, originalOf };
}

/** The project's own compiler settings, with the modules of these bundles. */
function configuration(directory: string, bundles: readonly ComponentBundle[]): unknown {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const entries = bundles.flatMap((bundle) => {
    const file = entryOf(bundle);
    return file ? [[`c/${bundle.name}`, [`./${relative(directory, join(bundle.copy, file))}`]]] : [];
  });
  const isAllTypeScript = bundles.every((bundle) => !entryOf(bundle)?.endsWith('.js'));
  return {
    compilerOptions: {
      ...config.compilerOptions,
      paths: Object.fromEntries(entries) as unknown,
      allowJs: !isAllTypeScript
    },
    include: ['types/**/*.d.ts', 'force-app/**/*.ts', ...(isAllTypeScript ? [] : ['force-app/**/*.js'])]
  };
}

/** The module file of a bundle: TypeScript, or JavaScript that is not built from it. Undefined for pure markup. */
export function entryOf(bundle: ComponentBundle): string | undefined {
  return [`${bundle.name}.ts`, `${bundle.name}.js`].find((file) => bundle.files.includes(file));
}

function findBundleDirectories(sources: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const directory of sources.flatMap(lwcDirectories)) {
    for (const name of subdirectories(directory)) {
      if (/^__\w+__$/.test(name)) continue;
      byName.set(name, relative(process.cwd(), join(directory, name)));
    }
  }
  return [...byName.values()].sort();
}

function lwcDirectories(root: string): string[] {
  if (!existsSync(root)) return [];
  if (basename(resolve(root)) === 'lwc') return [root];
  return subdirectories(root).flatMap((name) => lwcDirectories(join(root, name)));
}

function subdirectories(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** JavaScript that is built from the TypeScript beside it is left behind: the source is what people fix. */
function copyBundle(original: string, copy: string): ComponentBundle {
  cpSync(original, copy, {
    recursive: true,
    filter: (path) => !(path.endsWith('.js') && existsSync(path.replace(/\.js$/, '.ts')))
  });
  const files = readdirSync(copy, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(copy, join(entry.parentPath, entry.name)))
    .sort();
  return { name: basename(original), directory: original, copy, files };
}

/** Where a text begins in a file: its line, 1 when it is not there. */
export function lineOf(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}

/** What has to be in a package, told from the source alone and not by the tool that makes the package. */
import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';

const CODE = /\.(cls|trigger|page|component)$/;
const IGNORED =
  /(^|\/)(__\w+__|node_modules)\/|(^|\/)(package\.xml|README\.md|jsconfig\.json|tsconfig\.json|\.[^/]+)$|\.map$|\.d\.ts$/;
/** Folders whose components have a folder of their own that becomes one file. */
const DECOMPOSED: Readonly<Record<string, string>> = { objects: 'object', objectTranslations: 'objectTranslation' };
/** Folders whose components keep the folder that people put them in. */
const IN_FOLDERS: ReadonlySet<string> = new Set(['reports', 'dashboards', 'documents', 'email']);

/** Path in the package by path in the source. Sources that make one file together have the same value. */
export function expectedFiles(directory: string): Map<string, string> {
  const expected = new Map<string, string>();
  for (const path of filesBelow(directory)) {
    const target = packagePath(path);
    if (target) expected.set(path, target);
    // A class without its metadata file would get lost without a word.
    if (CODE.test(path)) expected.set(`${path}-meta.xml`, `${target ?? path}-meta.xml`);
  }
  return expected;
}

function packagePath(path: string): string | undefined {
  const parts = path.split('/');
  const bundle = parts.lastIndexOf('lwc');
  if (bundle >= 0) return parts.length > bundle + 2 ? parts.slice(bundle).join('/').replace(/\.ts$/, '.js') : undefined;
  const decomposed = parts.findLastIndex((part) => part in DECOMPOSED);
  if (decomposed >= 0)
    return `${parts[decomposed] ?? ''}/${parts[decomposed + 1] ?? ''}.${DECOMPOSED[parts[decomposed] ?? ''] ?? ''}`;
  const foldered = parts.findLastIndex((part) => IN_FOLDERS.has(part));
  if (foldered >= 0) return folderedPath(parts.slice(foldered).join('/'));
  const resource = parts.lastIndexOf('staticresources');
  if (resource >= 0) return resourcePath(parts.slice(resource));
  const place = `${basename(dirname(path))}/${basename(path)}`;
  if (CODE.test(path) || CODE.test(path.replace(/-meta\.xml$/, ''))) return place;
  return place.replace(/-meta\.xml$/, '');
}

/** `reports/Calls/Calls.reportFolder-meta.xml` and `reports/Calls.reportFolder-meta.xml` become `reports/Calls-meta.xml`. */
function folderedPath(path: string): string {
  const [, kind = '', folder = ''] = /^(\w+)\/(?:.*\/)?([^/]+)\.\w+Folder-meta\.xml$/.exec(path) ?? [];
  return folder === '' ? path.replace(/-meta\.xml$/, '') : `${kind}/${folder}-meta.xml`;
}

function resourcePath(parts: readonly string[]): string {
  const [folder = '', name = ''] = parts;
  if (name.endsWith('.resource-meta.xml')) return `${folder}/${name}`;
  return `${folder}/${name.slice(0, name.length - extname(name).length)}.resource`;
}

/** Files relative to the directory, with slashes, without those that are never deployed. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !IGNORED.test(path))
    .sort();
}

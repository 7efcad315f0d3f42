/** Where things are in this repository. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './arguments';

export const REPOSITORY = resolve(__dirname, '..', '..', '..');
/** The package's own source. */
export const PACKAGE_SOURCE = join(REPOSITORY, 'force-app');
/** Everything that the local org writes; git-ignored. */
export const WORK_DIRECTORY = join(REPOSITORY, '.local-org');
export const COMPILE_CACHE = join(WORK_DIRECTORY, 'cache', 'apex');

/** Source folders as absolute paths. @throws UsageError when one is not there */
export function requireDirectories(names: readonly string[]): string[] {
  return names.map((name) => {
    const path = resolve(name);
    if (!existsSync(path) || !statSync(path).isDirectory()) throw new UsageError(`There is no folder ${path}`);
    return path;
  });
}

/** Static resources of the source: files that Apex code reads as rows of StaticResource. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface StaticResource {
  readonly name: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

const SUFFIX = '.resource-meta.xml';

/** All static resources that are single files; later folders win. Those that are folders (zip files in an org) are left out. */
export function findStaticResources(directories: readonly string[]): StaticResource[] {
  const byName = new Map<string, StaticResource>();
  for (const directory of directories) {
    for (const folder of resourceFolders(directory)) {
      for (const resource of resourcesIn(folder)) byName.set(resource.name, resource);
    }
  }
  return [...byName.values()];
}

function resourceFolders(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(directory, entry.name);
    return entry.name === 'staticresources' ? [path] : resourceFolders(path);
  });
}

function resourcesIn(folder: string): StaticResource[] {
  const files = readdirSync(folder);
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .flatMap((file) => {
      const name = basename(file, SUFFIX);
      const body = files.find((other) => other !== file && other.replace(/\.[^.]*$/, '') === name);
      if (body === undefined || !statSync(join(folder, body)).isFile()) return [];
      const [, contentType = 'application/octet-stream'] =
        /<contentType>(.*?)<\/contentType>/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
      return [{ name, contentType, body: readFileSync(join(folder, body)) }];
    });
}

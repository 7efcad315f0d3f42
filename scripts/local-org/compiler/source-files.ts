/** Finds and reads Apex source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const APEX_FILE = /\.(cls|trigger)$/i;

/** All classes and triggers below the directories, in the order of their paths. Hidden folders and packages are left out. */
export function findSourceFiles(directories: readonly string[]): string[] {
  return directories.flatMap((directory) => filesBelow(directory)).sort();
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path);
    return APEX_FILE.test(entry.name) ? [path] : [];
  });
}

export function readSourceFiles(paths: readonly string[]): SourceFile[] {
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') }));
}

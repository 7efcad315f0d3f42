/** A copy of source folders as a project of their own, built as for a deployment, so that nothing of the original changes. */
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildBundles } from '../../lwc/build';

const ROOT = resolve(__dirname, '..', '..', '..');

export interface StagedProject {
  /** The project: `sfdx-project.json`, `.forceignore`, the sources. */
  readonly directory: string;
  /** The copies of the sources, relative to the project. */
  readonly sources: readonly string[];
  /** A home folder for the CLI, so that it leaves no traces in the user's. */
  readonly home: string;
  /** Where the original of a file of the project lies, relative to the working directory. */
  originalOf(path: string): string;
}

/** Stages the sources, calls `work`, and takes the copy away again. */
export async function withStagedProject<T>(
  sources: readonly string[],
  work: (project: StagedProject) => Promise<T> | T
): Promise<T> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
  try {
    return await work(stage(directory, sources));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function stage(directory: string, sources: readonly string[]): StagedProject {
  const copies = sources.map((source, index) => {
    const copy = `source${index}`;
    if (existsSync(source))
      cpSync(source, join(directory, copy), { recursive: true, filter: (path) => !/[\\/]node_modules$/.test(path) });
    buildBundles(join(directory, copy));
    return copy;
  });
  const project = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string };
  const packageDirectories = copies.map((path, index) => ({ path, default: index === 0 }));
  writeFileSync(
    join(directory, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories, sourceApiVersion: project.sourceApiVersion })
  );
  cpSync(join(ROOT, '.forceignore'), join(directory, '.forceignore'));
  const originalOf = (path: string): string => {
    const index = copies.findIndex((copy) => path.startsWith(`${copy}/`));
    return index < 0
      ? path
      : relative(process.cwd(), resolve(sources[index] ?? '', relative(copies[index] ?? '', path)));
  };
  return { directory, sources: copies, home: join(directory, 'home'), originalOf };
}

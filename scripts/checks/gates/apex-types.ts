/** `types/apex.d.ts` is generated from the Apex classes; one that is out of date lets a component call what is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { apexTypesFile } from '../lwc/apex-types/file';
import { lineOf } from '../lwc/workspace';

const PROJECT = resolve(__dirname, '..', '..', '..');
const FILE = join('types', 'apex.d.ts');
const MODULE = /declare module '@salesforce\/apex\/(([\w]+)\.\w+)' \{\n[\s\S]*?\n\}\n/g;

export const apexTypes: Gate = {
  name: 'apex-types',
  group: 'lwc',
  description: 'Drift between types/apex.d.ts and the Apex classes',
  needsJava: false,
  run({ sources }) {
    const project = projectOf(sources) ?? PROJECT;
    const path = join(project, FILE);
    const written = readFileSync(path, 'utf8');
    const isWhole = sources.some((source) => projectOf([source]) === project);
    return Promise.resolve(
      compareTypes(modulesOf(written), modulesOf(apexTypesFile(sources)), isWhole).map((problem) =>
        toFinding(problem, path, written)
      )
    );
  }
};

interface ModuleText {
  readonly method: string;
  readonly className: string;
  readonly text: string;
}

function modulesOf(text: string): ModuleText[] {
  return [...text.matchAll(MODULE)].map(([whole, method = '', className = '']) => ({ method, className, text: whole }));
}

interface Drift {
  readonly method: string;
  readonly message: string;
}

/** Sources that are not the project's are compared for the classes that they share with it. */
function compareTypes(written: readonly ModuleText[], generated: readonly ModuleText[], isWhole: boolean): Drift[] {
  const remedy = 'run npm run types:apex';
  const isShared = ({ className }: ModuleText, other: readonly ModuleText[]) =>
    isWhole || other.some((item) => item.className === className);
  const added = generated
    .filter((item) => isShared(item, written) && written.every((other) => other.method !== item.method))
    .map(({ method }) => ({ method, message: `${method} is missing here: ${remedy}` }));
  const removed = written
    .filter((item) => isShared(item, generated) && generated.every((other) => other.method !== item.method))
    .map(({ method }) => ({ method, message: `There is no @AuraEnabled method ${method}: ${remedy}` }));
  const changed = written
    .filter((item) => generated.some((other) => other.method === item.method && other.text !== item.text))
    .map(({ method }) => ({ method, message: `The types of ${method} are not those of the class: ${remedy}` }));
  return [...added, ...removed, ...changed];
}

function toFinding({ method, message }: Drift, path: string, written: string): Finding {
  return {
    gate: 'apex-types',
    rule: 'drift',
    path: relative(process.cwd(), path),
    line: lineOf(written, `'@salesforce/apex/${method}'`),
    message
  };
}

/** The project that a source folder belongs to: the nearest folder above it that has the types. */
function projectOf(sources: readonly string[]): string | undefined {
  let directory = resolve(sources[0] ?? '.');
  while (directory !== dirname(directory)) {
    if (existsSync(join(directory, FILE))) return directory;
    directory = dirname(directory);
  }
  return undefined;
}

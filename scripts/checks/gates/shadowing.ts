/**
 * Platform types by their bare names. An org may have a class that is called `Test` or `JSON`, or like a standard
 * object; there, the bare name means that class, and the package would not compile. Source that belongs to no package
 * stays in the org it was written for, and may name things as it likes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseUnit } from '../../local-org/compiler/parse/parse';
import { findSourceFiles } from '../../local-org/compiler/source-files';
import { standardObjects } from '../../local-org/schema/standard/index';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { ambiguousSystemNames } from '../shadowing/ambiguous-names';
import { bareTypeNames } from '../shadowing/find-names';

export const shadowing: Gate = {
  name: 'shadowing',
  group: 'apex',
  description: 'Platform types that a class of the org could hide',
  needsJava: false,
  run({ sources }) {
    const system = ambiguousSystemNames();
    const objects = new Set([...standardObjects().keys()].map((name) => name.toLowerCase()));
    const findings = findSourceFiles(sources.filter(isPackaged)).flatMap((path) => checkFile(path, system, objects));
    return Promise.resolve(findings);
  }
};

/** Whether the project around a source folder makes a package of it. */
function isPackaged(source: string): boolean {
  const folder = resolve(source);
  let directory = folder;
  while (!existsSync(join(directory, 'sfdx-project.json'))) {
    if (directory === dirname(directory)) return false;
    directory = dirname(directory);
  }
  const project = JSON.parse(readFileSync(join(directory, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories?: readonly { path: string; package?: string }[];
  };
  return (project.packageDirectories ?? []).some(
    (item) => item.package && `${folder}/`.startsWith(`${resolve(directory, item.path)}/`)
  );
}

function checkFile(path: string, system: ReadonlySet<string>, objects: ReadonlySet<string>): Finding[] {
  const { unit } = parseUnit(path, readFileSync(path, 'utf8'));
  if (!unit) return [];
  return bareTypeNames(unit).flatMap(({ name, span }) => {
    const namespace = objects.has(name.toLowerCase())
      ? 'Schema'
      : system.has(name.toLowerCase())
        ? 'System'
        : undefined;
    if (!namespace) return [];
    const message = `Write ${namespace}.${name}: a class ${name} of the org would hide it`;
    return [{ gate: 'shadowing', rule: 'bare-name', path: relative(process.cwd(), path), line: span.line, message }];
  });
}

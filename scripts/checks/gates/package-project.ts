/** `sfdx-project.json` and the scratch org definitions: what `sf package version create` would refuse after minutes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { loadSchema } from '../../local-org/schema/load';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { checkDefinition } from '../package/definition';
import { checkProject, type ProjectFile } from '../package/project-file';

export const packageProject: Gate = {
  name: 'package-project',
  group: 'package',
  description: 'Project file and scratch org definitions',
  needsJava: false,
  run({ sources }) {
    return Promise.resolve(
      [...new Set(sources.flatMap((source) => projectAbove(source) ?? []))].flatMap((project) =>
        checkFiles(project, sources)
      )
    );
  }
};

function checkFiles(project: string, sources: readonly string[]): Finding[] {
  const permissionSets = new Set(loadSchema(sources).permissionSets.keys());
  const findings = checkFile(join(project, 'sfdx-project.json'), (content) =>
    checkProject(content as ProjectFile, { permissionSets, exists: (path) => existsSync(join(project, path)) })
  );
  const folder = join(project, 'config');
  const definitions = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('-scratch-def.json'))
    : [];
  return [...findings, ...definitions.flatMap((file) => checkFile(join(folder, file), checkDefinition))];
}

function checkFile(path: string, check: (content: unknown) => readonly string[]): Finding[] {
  return messagesOf(path, check).map((message) => ({
    gate: 'package-project',
    rule: 'project',
    path: relative(process.cwd(), path),
    line: 1,
    message
  }));
}

function messagesOf(path: string, check: (content: unknown) => readonly string[]): readonly string[] {
  try {
    return check(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return [(error as Error).message];
  }
}

/** The nearest folder above a source that is a project. */
function projectAbove(source: string): string | undefined {
  let directory = resolve(source);
  while (!existsSync(join(directory, 'sfdx-project.json'))) {
    if (directory === dirname(directory)) return undefined;
    directory = dirname(directory);
  }
  return directory;
}

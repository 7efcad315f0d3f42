/** The real CLI converts the source: exactly the expected files must come out, all of types that a package may hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSf } from '../../org/sf';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { expectedFiles, filesBelow } from '../package/expected-files';
import { PACKAGEABLE_TYPES } from '../package/packageable-types';
import { withStagedProject, type StagedProject } from '../package/staged-project';

export const packageContent: Gate = {
  name: 'package-content',
  group: 'package',
  description: 'What sf project convert source makes of the source',
  needsJava: false,
  run({ sources }) {
    return withStagedProject(sources, (project) => {
      if (project.sources.every((source) => !existsSync(join(project.directory, source)))) return [];
      const output = join(project.directory, 'converted');
      const directories = project.sources.flatMap((source) => ['--source-dir', source]);
      const { exitCode, stdout, stderr } = runSf(
        ['project', 'convert', 'source', ...directories, '--output-dir', output, '--json'],
        {
          cwd: project.directory,
          environment: { HOME: project.home }
        }
      );
      if (exitCode !== 0) return [finding('convert', 'sfdx-project.json', failure(stdout, stderr))];
      return [...compareFiles(project, output), ...checkTypes(output)];
    });
  }
};

const finding = (rule: string, path: string, message: string): Finding => ({
  gate: 'package-content',
  rule,
  path,
  line: 1,
  message
});

function failure(stdout: string, stderr: string): string {
  try {
    return (JSON.parse(stdout) as { message: string }).message;
  } catch {
    return `sf project convert source failed: ${stderr.trim()}`;
  }
}

function compareFiles(project: StagedProject, output: string): Finding[] {
  const produced = new Set(filesBelow(output));
  const expected = new Map(
    project.sources.flatMap((source) =>
      [...expectedFiles(join(project.directory, source))].map(([path, target]) => [`${source}/${path}`, target])
    )
  );
  const targets = new Set(expected.values());
  const lost = [...expected]
    .filter(([, target]) => !produced.has(target))
    .map(([path, target]) => finding('lost', project.originalOf(path), `The package would not hold ${target}`));
  const extra = [...produced]
    .filter((path) => !targets.has(path))
    .map((path) => finding('extra', path, `The package would hold ${path}, which no source asks for`));
  return [...lost, ...extra];
}

function checkTypes(output: string): Finding[] {
  const manifest = readFileSync(join(output, 'package.xml'), 'utf8');
  const types = [...manifest.matchAll(/<name>(\w+)<\/name>/g)].map((match) => match[1] ?? '');
  return types
    .filter((type) => !PACKAGEABLE_TYPES.has(type))
    .map((type) =>
      finding(
        'type',
        'package.xml',
        `An unlocked package cannot hold ${type}: leave it out and tell admins to set it up`
      )
    );
}

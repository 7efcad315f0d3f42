/**
 * `npm run package:create|version|promote|install-link`: the unlocked package, from a Dev Hub to a link that admins
 * click. Each is a thin wrapper of the Salesforce CLI; `-- --dry-run` prints the command instead.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments, UsageError, type Arguments } from '../local-org/cli/arguments';
import { npm, option, runSteps, sf, type Step } from '../org/steps';

const ROOT = resolve(__dirname, '..', '..');
const VERSION_ID = /^04t[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/;
const INSTALL_PAGE = '/packaging/installPackage.apexp?p0=';

/** The parts of `sfdx-project.json` that are about the package. */
export interface PackageProject {
  readonly packageDirectories: readonly {
    readonly path: string;
    readonly package?: string;
    readonly versionDescription?: string;
  }[];
  readonly packageAliases?: Readonly<Record<string, string>>;
}

/**
 * The steps of one command.
 * @throws UsageError for an unknown command or option, or when no version is known
 */
export function packageSteps(args: readonly string[], project: PackageProject): { steps: Step[]; isDryRun: boolean } {
  const options = parseArguments(args, ['dev-hub', 'domain', 'key', 'tag', 'version'], ['dry-run']);
  const [command = ''] = options.words;
  return { steps: stepsOf(command, options, project), isDryRun: options.flag('dry-run') };
}

function stepsOf(command: string, options: Arguments, project: PackageProject): Step[] {
  const devHub = option('target-dev-hub', options.value('dev-hub'));
  switch (command) {
    case 'create':
      return [create(project, devHub)];
    case 'version':
      return [npm('build'), createVersion(options, project, devHub)];
    case 'promote':
      return [sf('package', 'version', 'promote', '--package', versionOf(options, project), '--no-prompt', ...devHub)];
    case 'install-link':
      return [{ kind: 'print', text: installLink(versionOf(options, project), options.value('domain')) }];
    default:
      throw new UsageError(`Unknown command ${command}. Known: create, version, promote, install-link`);
  }
}

function create(project: PackageProject, devHub: readonly string[]): Step {
  const { path, name, versionDescription } = packageOf(project);
  const description = option('description', versionDescription);
  return sf(
    'package',
    'create',
    '--name',
    name,
    '--package-type',
    'Unlocked',
    '--path',
    path,
    ...description,
    ...devHub
  );
}

/** Coverage is computed, because only a version with it can be promoted. A key is asked from whoever installs. */
function createVersion(options: Arguments, project: PackageProject, devHub: readonly string[]): Step {
  const key = options.value('key');
  const access = key === undefined ? ['--installation-key-bypass'] : ['--installation-key', key];
  const tag = option('tag', options.value('tag'));
  return sf(
    'package',
    'version',
    'create',
    '--package',
    packageOf(project).name,
    '--code-coverage',
    ...access,
    '--wait',
    '90',
    ...tag,
    ...devHub
  );
}

function packageOf(project: PackageProject): { path: string; name: string; versionDescription?: string } {
  const directory = project.packageDirectories.find((item) => item.package);
  if (!directory?.package) throw new UsageError('No package directory of sfdx-project.json names a package');
  const { path, package: name, versionDescription } = directory;
  return { path, name, ...(versionDescription === undefined ? {} : { versionDescription }) };
}

/** The version that was asked for, or the last that the CLI has written into `sfdx-project.json`. */
function versionOf(options: Arguments, project: PackageProject): string {
  const aliases = Object.entries(project.packageAliases ?? {});
  const given = options.value('version');
  const id =
    given === undefined
      ? aliases.map(([, value]) => value).findLast((value) => VERSION_ID.test(value))
      : (project.packageAliases?.[given] ?? given);
  if (id === undefined)
    throw new UsageError('There is no version yet: run npm run package:version, or name one with --version 04t…');
  if (!VERSION_ID.test(id)) throw new UsageError(`${id} is no version id or alias: an id begins with 04t`);
  return id;
}

/** Where an admin installs the version: in production, in a sandbox, or in the org of a domain. */
function installLink(version: string, domain: string | undefined): string {
  if (domain !== undefined)
    return `https://${domain.replace(/^https?:\/\//, '').replace(/\/+$/, '')}${INSTALL_PAGE}${version}`;
  return [
    `Production: https://login.salesforce.com${INSTALL_PAGE}${version}`,
    `Sandbox:    https://test.salesforce.com${INSTALL_PAGE}${version}`
  ].join('\n');
}

if (require.main === module) {
  try {
    const project = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as PackageProject;
    const { steps, isDryRun } = packageSteps(process.argv.slice(2), project);
    void runSteps(steps, isDryRun).then((code) => (process.exitCode = code));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

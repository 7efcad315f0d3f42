/**
 * `npm run org:create|deploy|assign|seed|open|test`: a scratch org, or any org, with this package. Each is a thin
 * wrapper of the Salesforce CLI; `-- --dry-run` prints the command instead.
 */
import { parseArguments, UsageError, type Arguments } from '../local-org/cli/arguments';
import { npm, option, runSteps, sf, type Step } from './steps';

/** Scratch org definitions by the name of what is special about the org. */
const DEFINITION_BY_SHAPE: Readonly<Record<string, string>> = {
  base: 'config/project-scratch-def.json',
  'person-accounts': 'config/person-accounts-scratch-def.json',
  'state-and-country': 'config/state-and-country-scratch-def.json',
  'multi-currency': 'config/multi-currency-scratch-def.json'
};
const DEFAULT_ALIAS = 'thoughtly';
const DEFAULT_DAYS = '7';
const PEOPLE = ['Thoughtly_Admin', 'Thoughtly_User'];

const VALUED = ['alias', 'days', 'dev-hub', 'org', 'path', 'permission-set', 'shape', 'user'];
const FLAGS = ['dry-run', 'tests', 'validate'];

const STEPS_BY_COMMAND: Readonly<Record<string, (options: Arguments) => Step[]>> = {
  create,
  deploy,
  assign,
  seed: (options) => [sf('data', 'import', 'tree', '--plan', 'config/data/sample-plan.json', ...targetOrg(options))],
  open: (options) => [sf('org', 'open', ...option('path', options.value('path')), ...targetOrg(options))],
  test: (options) => [
    sf(
      'apex',
      'run',
      'test',
      '--test-level',
      'RunLocalTests',
      '--code-coverage',
      '--result-format',
      'human',
      '--wait',
      '60',
      ...targetOrg(options)
    )
  ]
};

/**
 * The steps of one command.
 * @throws UsageError for an unknown command, shape or option
 */
export function orgSteps(args: readonly string[]): { steps: Step[]; isDryRun: boolean } {
  const options = parseArguments(args, VALUED, FLAGS);
  const [command = ''] = options.words;
  const steps = STEPS_BY_COMMAND[command];
  if (!steps) throw new UsageError(`Unknown command ${command}. Known: ${Object.keys(STEPS_BY_COMMAND).join(', ')}`);
  return { steps: steps(options), isDryRun: options.flag('dry-run') };
}

function create(options: Arguments): Step[] {
  const shape = options.value('shape') ?? 'base';
  const definition = DEFINITION_BY_SHAPE[shape];
  if (!definition)
    throw new UsageError(`Unknown shape ${shape}. Known: ${Object.keys(DEFINITION_BY_SHAPE).join(', ')}`);
  const alias = options.value('alias') ?? DEFAULT_ALIAS;
  const days = options.value('days') ?? DEFAULT_DAYS;
  return [
    sf(
      ...['org', 'create', 'scratch', '--definition-file', definition, '--alias', alias, '--set-default'],
      ...['--duration-days', days, '--wait', '20'],
      ...option('target-dev-hub', options.value('dev-hub'))
    )
  ];
}

/** Components are built first: what is deployed is the JavaScript beside the TypeScript. */
function deploy(options: Arguments): Step[] {
  const isTested = options.flag('tests') || options.flag('validate');
  const tests = isTested ? ['--test-level', 'RunLocalTests'] : [];
  const verb = options.flag('validate') ? 'validate' : 'start';
  return [
    npm('build'),
    sf('project', 'deploy', verb, '--source-dir', 'force-app', '--wait', '60', ...tests, ...targetOrg(options))
  ];
}

/** Without names: what a person of the project needs. The integration user gets `Thoughtly_Integration` alone. */
function assign(options: Arguments): Step[] {
  const given = options.values('permission-set');
  const names = (given.length > 0 ? given : PEOPLE).flatMap((name) => ['--name', name]);
  return [
    sf('org', 'assign', 'permset', ...names, ...option('on-behalf-of', options.value('user')), ...targetOrg(options))
  ];
}

function targetOrg(options: Arguments): string[] {
  return option('target-org', options.value('org'));
}

if (require.main === module) {
  try {
    const { steps, isDryRun } = orgSteps(process.argv.slice(2));
    void runSteps(steps, isDryRun).then((code) => (process.exitCode = code));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

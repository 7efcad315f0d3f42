import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../local-org/cli/arguments';
import { orgSteps } from '../org';
import { runSteps, toShell } from '../steps';
import { complaints } from './known-flags';

const commands = (...args: string[]) => orgSteps(args).steps.map(toShell);

describe('npm run org:…', () => {
  it('creates a scratch org of the base shape', () => {
    expect(commands('create')).toEqual([
      'npm run sf -- org create scratch --definition-file config/project-scratch-def.json --alias thoughtly --set-default --duration-days 7 --wait 20'
    ]);
  });

  it('creates a scratch org of another shape, from another Dev Hub', () => {
    expect(
      commands('create', '--shape', 'person-accounts', '--alias', 'people', '--days', '1', '--dev-hub', 'hub')
    ).toEqual([
      'npm run sf -- org create scratch --definition-file config/person-accounts-scratch-def.json --alias people --set-default --duration-days 1 --wait 20 --target-dev-hub hub'
    ]);
  });

  it('has a definition file for each shape', () => {
    for (const shape of ['base', 'person-accounts', 'state-and-country', 'multi-currency']) {
      const [, file = ''] = /--definition-file (\S+)/.exec(commands('create', '--shape', shape)[0] ?? '') ?? [];
      expect(existsSync(resolve(__dirname, '..', '..', '..', file))).toBe(true);
    }
  });

  it('builds the components before it deploys them', () => {
    expect(commands('deploy', '--org', 'prod')).toEqual([
      'npm run build',
      'npm run sf -- project deploy start --source-dir force-app --wait 60 --target-org prod'
    ]);
  });

  it('validates a deployment with all tests and changes nothing', () => {
    expect(commands('deploy', '--validate')).toEqual([
      'npm run build',
      'npm run sf -- project deploy validate --source-dir force-app --wait 60 --test-level RunLocalTests'
    ]);
  });

  it('assigns what people need, or what is named', () => {
    expect(commands('assign')).toEqual([
      'npm run sf -- org assign permset --name Thoughtly_Admin --name Thoughtly_User'
    ]);
    expect(commands('assign', '--permission-set', 'Thoughtly_Integration', '--user', 'thoughtly@example.com')).toEqual([
      'npm run sf -- org assign permset --name Thoughtly_Integration --on-behalf-of thoughtly@example.com'
    ]);
  });

  it('seeds, opens and tests an org', () => {
    expect(commands('seed')).toEqual(['npm run sf -- data import tree --plan config/data/sample-plan.json']);
    expect(commands('open', '--path', 'lightning/o/Lead/list')).toEqual([
      'npm run sf -- org open --path lightning/o/Lead/list'
    ]);
    expect(commands('test', '--org', 'qa')).toEqual([
      'npm run sf -- apex run test --test-level RunLocalTests --code-coverage --result-format human --wait 60 --target-org qa'
    ]);
  });

  it('uses only commands and flags that the CLI has', () => {
    const all = [
      ['create', '--dev-hub', 'a'],
      ['deploy'],
      ['deploy', '--validate'],
      ['assign', '--user', 'a'],
      ['seed'],
      ['open', '--path', 'a'],
      ['test', '--org', 'a']
    ];
    expect(all.flatMap((args) => orgSteps(args).steps.flatMap(complaints))).toEqual([]);
  });

  it('refuses what it does not know, and names what it does', () => {
    expect(() => orgSteps(['destroy'])).toThrow(UsageError);
    expect(() => orgSteps(['create', '--shape', 'round'])).toThrow(
      'Known: base, person-accounts, state-and-country, multi-currency'
    );
  });

  it('prints instead of running with --dry-run', async () => {
    const printed: string[] = [];
    const { steps, isDryRun } = orgSteps(['open', '--dry-run']);
    expect(await runSteps(steps, isDryRun, (line) => printed.push(line))).toBe(0);
    expect(printed).toEqual(['npm run sf -- org open']);
  });
});

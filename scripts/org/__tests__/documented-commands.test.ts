import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from './shell-words';
import { packageSteps, type PackageProject } from '../../package/package';
import { orgSteps } from '../org';
import type { Step } from '../steps';
import { complaints } from './known-flags';

const ROOT = resolve(__dirname, '..', '..', '..');
const WORKFLOWS = join('.github', 'workflows');
const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  join('docs', 'install.md'),
  ...readdirSync(join(ROOT, WORKFLOWS)).map((file) => join(WORKFLOWS, file))
];

const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const project: PackageProject = {
  packageDirectories: [{ path: 'force-app', package: 'Thoughtly' }],
  packageAliases: { a: '04tAA000000AbcDYAS' }
};

/** Each `npm run` of a page with its arguments, without comments. */
const documented = FILES.flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/npm run ([\w:-]+)(?: -- ([^\n`|]*))?/g)].map(
    ([, script = '', rest = '']) => ({
      file,
      script,
      args: parse(rest.replace(/\s#.*$/, '').replace(/\$\{\{[^}]*\}\}/g, 'base'))
    })
  )
);

describe('the commands that the pages and workflows tell', () => {
  it('are scripts of the project', () => {
    expect(
      documented
        .filter(({ script }) => script !== 'sf' && !(script in scripts))
        .map(({ file, script }) => `${file}: ${script}`)
    ).toEqual([]);
    expect(documented.length).toBeGreaterThan(20);
  });

  it('have only commands and flags that the Salesforce CLI has', () => {
    const steps = documented
      .filter(({ script, args }) => script === 'sf' && args.length > 0 && args[0] !== '…')
      .map(({ args }): Step => ({ kind: 'sf', args }));
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.flatMap(complaints)).toEqual([]);
  });

  it('have only options that the wrappers have', () => {
    for (const { script, args } of documented) {
      const [group, command = ''] = script.split(':');
      if (group === 'org') orgSteps([command, ...args]);
      if (group === 'package') packageSteps([command, ...args], project);
    }
  });
});

import { complaints } from '../../org/__tests__/known-flags';
import { toShell } from '../../org/steps';
import { packageSteps, type PackageProject } from '../package';

const VERSION = '04tAA000000AbcDYAS';
const PROJECT: PackageProject = {
  packageDirectories: [{ path: 'force-app', package: 'Thoughtly for Salesforce', versionDescription: "What's said" }],
  packageAliases: { 'Thoughtly for Salesforce': '0HoAA0000000001AAA', 'Thoughtly for Salesforce@1.0.0-1': VERSION }
};

const commands = (...args: string[]) => packageSteps(args, PROJECT).steps.map(toShell);

describe('npm run package:…', () => {
  it('creates the unlocked package and quotes what a shell would take apart', () => {
    expect(commands('create')).toEqual([
      "npm run sf -- package create --name 'Thoughtly for Salesforce' --package-type Unlocked --path force-app --description 'What'\\''s said'"
    ]);
  });

  it('creates a version with coverage, which can be promoted', () => {
    expect(commands('version', '--dev-hub', 'hub')).toEqual([
      'npm run build',
      "npm run sf -- package version create --package 'Thoughtly for Salesforce' --code-coverage --installation-key-bypass --wait 90 --target-dev-hub hub"
    ]);
    expect(commands('version', '--key', 'secret')[1]).toContain('--installation-key secret');
  });

  it('promotes the last version of the project, or the named one', () => {
    expect(commands('promote')).toEqual([`npm run sf -- package version promote --package ${VERSION} --no-prompt`]);
    expect(commands('promote', '--version', 'Thoughtly for Salesforce@1.0.0-1')[0]).toContain(VERSION);
  });

  it('gives the links for production, sandboxes and a domain', () => {
    expect(commands('install-link')[0]).toContain(
      `https://login.salesforce.com/packaging/installPackage.apexp?p0=${VERSION}`
    );
    expect(commands('install-link')[0]).toContain(
      `https://test.salesforce.com/packaging/installPackage.apexp?p0=${VERSION}`
    );
    expect(commands('install-link', '--domain', 'https://acme.my.salesforce.com/')).toEqual([
      `https://acme.my.salesforce.com/packaging/installPackage.apexp?p0=${VERSION}`
    ]);
  });

  it('uses only commands and flags that the CLI has', () => {
    const all = [['create', '--dev-hub', 'a'], ['version', '--tag', 'a'], ['version', '--key', 'a'], ['promote']];
    expect(all.flatMap((args) => packageSteps(args, PROJECT).steps.flatMap(complaints))).toEqual([]);
  });

  it('says what to do when there is no version', () => {
    expect(() => packageSteps(['install-link'], { packageDirectories: [] })).toThrow('run npm run package:version');
    expect(() => packageSteps(['promote', '--version', '0Ho1'], PROJECT)).toThrow('begins with 04t');
  });
});

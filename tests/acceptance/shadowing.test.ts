import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ambiguousSystemNames } from '../../scripts/checks/shadowing/ambiguous-names';

jest.setTimeout(300_000);

const ROOT = resolve(__dirname, '..', '..');

/** Classes that real orgs have, and objects whose names people take for classes. */
const OTHER_NAMES = [
  'Account',
  'Contact',
  'Lead',
  'Task',
  'User',
  'Opportunity',
  'Campaign',
  'CampaignMember',
  'Case',
  'Event',
  'Group',
  'Logger',
  'Utils'
];

/** A source folder with one class for each name; none of them has what the platform's has. */
function createShadows(folder: string): void {
  mkdirSync(join(folder, 'classes'));
  for (const name of [...ambiguousSystemNames(), ...OTHER_NAMES]) {
    writeFileSync(
      join(folder, 'classes', `${name}.cls`),
      `public class ${name} {\n  public static Integer shadow = 1;\n}\n`
    );
  }
}

interface Report {
  readonly tests: readonly {
    readonly class: string;
    readonly method: string;
    readonly outcome: string;
    readonly message: string | null;
  }[];
}

/** Runs all Apex tests of the folders. The command says by its exit code that some failed; the report says which. */
async function runApexTests(sources: readonly string[], json: string): Promise<Report> {
  const args = ['scripts/local-org/cli/apex.ts', 'test', '--source', sources.join(','), '--json', json];
  const output = await new Promise<string>((done) =>
    execFile(join(ROOT, 'node_modules', '.bin', 'tsx'), args, { cwd: ROOT, maxBuffer: 1e8 }, (_, stdout, stderr) =>
      done(stdout + stderr)
    )
  );
  try {
    return JSON.parse(readFileSync(json, 'utf8')) as Report;
  } catch {
    throw new Error(`The tests did not run:\n${output}`);
  }
}

describe('the package in an org whose classes are called like types of the platform', () => {
  it('compiles and passes all its Apex tests', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shadows-'));
    try {
      createShadows(folder);
      const { tests } = await runApexTests([folder, 'force-app'], join(folder, 'report.json'));
      expect(tests.length).toBeGreaterThan(100);
      expect(tests.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from '../finding';
import { CLEAN_COMPONENTS, COMPONENT_MISTAKES, CONTROLLER, type ComponentMistake } from './mistakes/lwc';

jest.setTimeout(240_000);

const ROOT = resolve(__dirname, '..', '..', '..');

/** A source folder with the package's objects and labels, a controller, and the bundles. */
function createSource(bundles: readonly ComponentMistake[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'component-mistakes-'));
  for (const feature of ['core/objects', 'panel/labels'])
    cpSync(join(ROOT, 'force-app', 'main', feature), join(folder, feature), { recursive: true });
  mkdirSync(join(folder, 'classes'));
  writeFileSync(join(folder, 'classes', 'MistakeController.cls'), CONTROLLER);
  for (const { bundle, files } of bundles) {
    const target = join(folder, 'lwc', bundle);
    mkdirSync(target, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(target, name), text);
  }
  return folder;
}

/** Runs `npm run check -- lwc` as people do: the linters load their rules in ways that Jest does not offer. */
async function findingsOf(bundles: readonly ComponentMistake[]): Promise<Finding[]> {
  const source = createSource(bundles);
  const json = join(source, 'findings.json');
  try {
    const args = ['scripts/checks/check.ts', 'lwc', '--source', source, '--json', json];
    await new Promise<void>((done) =>
      execFile(join(ROOT, 'node_modules', '.bin', 'tsx'), args, { cwd: ROOT, maxBuffer: 1e8 }, () => done())
    );
    return (JSON.parse(readFileSync(json, 'utf8')) as { findings: Finding[] }).findings;
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

describe('the gates for components', () => {
  let findings: Finding[];
  beforeAll(async () => {
    findings = await findingsOf([...CLEAN_COMPONENTS, ...COMPONENT_MISTAKES]);
  });

  it('catch at least 95 % of the planted mistakes', () => {
    const missed = COMPONENT_MISTAKES.filter(
      ({ bundle }) => !findings.some((finding) => finding.path.includes(`/lwc/${bundle}/`))
    );
    expect(COMPONENT_MISTAKES.length).toBeGreaterThanOrEqual(84);
    expect(missed.length / COMPONENT_MISTAKES.length).toBeLessThanOrEqual(0.05);
  });

  it('find nothing in the clean components beside them', () => {
    const clean = findings.filter((finding) =>
      CLEAN_COMPONENTS.some(({ bundle }) => finding.path.includes(`/lwc/${bundle}/`))
    );
    expect(clean).toEqual([]);
  });

  it('find nothing in clean components alone', async () => {
    expect(await findingsOf(CLEAN_COMPONENTS)).toEqual([]);
  });
});

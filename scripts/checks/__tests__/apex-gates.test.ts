import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Finding } from '../finding';
import { GATES } from '../gates';
import { hasJava } from '../java';
import { APEX_HELPERS, APEX_MISTAKES, type Mistake } from './mistakes/apex';

jest.setTimeout(240_000);

const META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>66.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n';
const gates = GATES.filter((gate) => gate.group === 'apex' && (!gate.needsJava || hasJava()));

/** A source folder with our objects and labels, and the given classes. */
function createSource(files: readonly Mistake[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  cpSync('force-app/main', folder, {
    recursive: true,
    filter: (path) => !/[\\/](classes|triggers|lwc|tests)$/.test(path)
  });
  for (const { file, text } of files) {
    const target = join(folder, file.endsWith('.trigger') ? 'triggers' : 'classes');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, file), text);
    writeFileSync(
      join(target, `${file}-meta.xml`),
      file.endsWith('.trigger') ? META.replaceAll('ApexClass', 'ApexTrigger') : META
    );
  }
  return folder;
}

async function findingsOf(files: readonly Mistake[]): Promise<Finding[]> {
  const source = createSource(files);
  try {
    const findings: Finding[] = [];
    for (const gate of gates) findings.push(...(await gate.run({ sources: [source], progress: () => undefined })));
    return findings;
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

describe('the Apex gates', () => {
  it('catch at least 95 % of the planted mistakes, and nothing in the helper beside them', async () => {
    const findings = await findingsOf([...APEX_HELPERS, ...APEX_MISTAKES]);
    const caught = new Set(findings.map((finding) => basename(finding.path)));
    const missed = APEX_MISTAKES.filter((mistake) => !caught.has(mistake.file)).map((mistake) => mistake.name);
    expect(missed.length / APEX_MISTAKES.length).toBeLessThanOrEqual(0.05);
    expect(findings.filter((finding) => finding.path.includes('ThoughtlyMistakeHelper'))).toEqual([]);
    expect(APEX_MISTAKES.length).toBeGreaterThanOrEqual(84);
  });

  it('find nothing in clean code', async () => {
    expect(await findingsOf(APEX_HELPERS)).toEqual([]);
  });
});

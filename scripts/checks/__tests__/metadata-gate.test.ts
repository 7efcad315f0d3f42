import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../finding';
import { metadata } from '../gates/metadata';
import { METADATA_RULES } from '../metadata/rules';
import { CLEAN_SOURCE, type SourceTree } from './mistakes/clean-source';
import { METADATA_MISTAKES } from './mistakes/metadata';

jest.setTimeout(120_000);

async function findingsOf(source: SourceTree): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  try {
    for (const [path, text] of Object.entries(source)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await metadata.run({ sources: [folder], progress: () => undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the metadata gate', () => {
  it('finds nothing in a clean source', async () => {
    expect(await findingsOf(CLEAN_SOURCE)).toEqual([]);
  });

  it('finds nothing in the package', async () => {
    expect(await metadata.run({ sources: ['force-app'], progress: () => undefined })).toEqual([]);
  });

  it('catches at least 95 % of the planted mistakes, each by its rule', async () => {
    const missed: string[] = [];
    for (const { name, rule, source } of METADATA_MISTAKES) {
      if (!(await findingsOf(source)).some((finding) => finding.rule === rule)) missed.push(`${rule}: ${name}`);
    }
    expect(METADATA_MISTAKES.length).toBeGreaterThanOrEqual(84);
    expect(missed.slice(Math.floor(METADATA_MISTAKES.length * 0.05))).toEqual([]);
  });

  it('has a planted mistake for each rule', () => {
    const planted = new Set(METADATA_MISTAKES.map((mistake) => mistake.rule));
    expect(METADATA_RULES.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it('names the file and the line', async () => {
    const mistake = METADATA_MISTAKES.find((each) => each.name === 'a number that is none');
    const [finding] = await findingsOf(mistake?.source ?? {});
    expect(finding).toMatchObject({
      gate: 'metadata',
      rule: 'elements',
      line: 8,
      message: '<length> is a number, not "eighty".'
    });
    expect(finding?.path.endsWith('objects/Visit__c/fields/Key__c.field-meta.xml')).toBe(true);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CONVENTION_RULES, MISTAKE_RULES } from '../apex/rules';
import type { Finding } from '../finding';
import { apexRules, conventions } from '../gates/apex-rules';
import { soql } from '../gates/soql';
import { SOQL_RULES } from '../soql/rules';
import { CLEAN_CLASSES, QUERY_MISTAKES } from './mistakes/soql';

jest.setTimeout(120_000);

const GATES = [soql, apexRules, conventions];

async function findingsOf(
  files: readonly { readonly path: string; readonly text: string }[]
): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'soql-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const results: Finding[] = [];
    for (const gate of GATES) results.push(...(await gate.run({ sources: [folder], progress: () => undefined })));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the gates for queries and Apex of our own', () => {
  let findings: readonly Finding[];

  beforeAll(async () => {
    findings = await findingsOf([...CLEAN_CLASSES, ...QUERY_MISTAKES]);
  });

  it('catch at least 95 % of the planted mistakes, each by its rule', () => {
    const caught = new Set(findings.map((finding) => `${basename(finding.path)} ${finding.gate} ${finding.rule}`));
    const missed = QUERY_MISTAKES.filter(
      ({ path, gate, rule }) => !caught.has(`${basename(path)} ${gate} ${rule}`)
    ).map((mistake) => mistake.name);
    expect(QUERY_MISTAKES.length).toBeGreaterThanOrEqual(15);
    expect(missed.slice(Math.floor(QUERY_MISTAKES.length * 0.05))).toEqual([]);
  });

  it('find nothing in clean classes', async () => {
    expect(findings.filter((finding) => basename(finding.path).startsWith('Clean'))).toEqual([]);
    expect(await findingsOf(CLEAN_CLASSES)).toEqual([]);
  });

  it('have a planted mistake for each rule', () => {
    const planted = new Set(QUERY_MISTAKES.map((mistake) => mistake.rule));
    expect(
      [...SOQL_RULES, ...MISTAKE_RULES, ...CONVENTION_RULES]
        .map((rule) => rule.name)
        .filter((name) => !planted.has(name))
    ).toEqual([]);
  });

  it('find no wrong query and no mistake in the package', async () => {
    const context = { sources: ['force-app'], progress: () => undefined };
    expect(await soql.run(context)).toEqual([]);
    expect(await apexRules.run(context)).toEqual([]);
  });
});

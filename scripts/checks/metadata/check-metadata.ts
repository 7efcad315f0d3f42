/** Runs the rules for metadata over source folders. */
import type { Finding } from '../finding';
import { readMetadata } from './model';
import { METADATA_RULES } from './rules';
import type { Report } from './rule';

/** What the rules find, in the order of files and lines. */
export function checkMetadata(sources: readonly string[]): readonly Finding[] {
  const model = readMetadata(sources);
  const findings: Finding[] = [];
  for (const rule of METADATA_RULES) {
    const report: Report = (file, place, message) => {
      const line = typeof place === 'object' ? place.line : (place ?? 1);
      findings.push({ gate: 'metadata', rule: rule.name, path: file.path, line, message });
    };
    rule.check(model, report);
  }
  return findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

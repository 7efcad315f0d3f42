/** Runs rules for Apex over source folders. */
import type { Finding } from '../finding';
import { readProgram } from './program';
import type { ApexRule } from './rule';

/** What the rules find, in the order of files and lines, as findings of the gate. */
export function checkApex(gate: string, rules: readonly ApexRule[], sources: readonly string[]): readonly Finding[] {
  const program = readProgram(sources);
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check(program, (file, line, message) =>
      findings.push({ gate, rule: rule.name, path: file.path, line, message })
    );
  }
  return findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

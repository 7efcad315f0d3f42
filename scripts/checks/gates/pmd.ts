/** PMD's Apex rules through Salesforce's code analyzer, with the choice of rules that `pmd-rules.ts` explains. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import type { Gate } from '../gate';
import { PMD_RULES } from './pmd-rules';

export const pmd: Gate = {
  name: 'pmd',
  group: 'apex',
  description: 'Security, performance and best practice by PMD',
  needsJava: true,
  async run({ sources }) {
    const logs = mkdtempSync(join(tmpdir(), 'pmd-'));
    try {
      const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ log_folder: logs }));
      await analyzer.addEnginePlugin(createEnginePlugin());
      const workspace = await analyzer.createWorkspace([...sources]);
      const rules = await analyzer.selectRules(
        PMD_RULES.map((rule) => `pmd:${rule}`),
        { workspace }
      );
      const result = await analyzer.run(rules, { workspace });
      return result.getViolations().map((violation) => ({
        gate: 'pmd',
        rule: violation.getRule().getName(),
        path: relative(process.cwd(), violation.getPrimaryLocation().getFile() ?? ''),
        line: violation.getPrimaryLocation().getStartLine() ?? 1,
        message: violation.getMessage()
      }));
    } finally {
      rmSync(logs, { recursive: true, force: true });
    }
  }
};

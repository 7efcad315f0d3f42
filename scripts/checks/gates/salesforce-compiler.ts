/** Salesforce's own Apex compiler, as the graph engine of the code analyzer carries it (BSD-3-Clause). */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { analyzerClassPath, runJava } from '../java';
import { createSymbols } from '../salesforce-compiler/symbols';

const JAVA_SOURCES = join(__dirname, '..', 'salesforce-compiler');

interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const salesforceCompiler: Gate = {
  name: 'salesforce-compiler',
  group: 'apex',
  description: "Errors of Salesforce's own compiler",
  needsJava: true,
  async run({ sources }) {
    const folder = mkdtempSync(join(tmpdir(), 'salesforce-compiler-'));
    try {
      const classPath = analyzerClassPath('@salesforce/code-analyzer-sfge-engine');
      const javaFiles = readdirSync(JAVA_SOURCES)
        .filter((file) => file.endsWith('.java'))
        .map((file) => join(JAVA_SOURCES, file));
      execFileSync('javac', ['-nowarn', '-d', folder, '-cp', classPath, ...javaFiles], {
        stdio: ['ignore', 'ignore', 'inherit']
      });
      const symbols = join(folder, 'symbols.json');
      writeFileSync(symbols, JSON.stringify(createSymbols(sources)));
      const output = await runJava(['-Xss16m', '-cp', folder + delimiter + classPath, 'CompileApex', symbols]);
      return output
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => toFinding(JSON.parse(line) as Problem));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

function toFinding(problem: Problem): Finding {
  return {
    gate: 'salesforce-compiler',
    rule: 'compile-error',
    path: relative(process.cwd(), problem.path),
    line: problem.line,
    message: problem.message
  };
}

/** apex-ls, the open-source Apex checker whose JVM build the PMD engine's npm package carries. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { analyzerClassPath, runJava } from '../java';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

const ISSUES_FOUND = 4;

export const apexLs: Gate = {
  name: 'apex-ls',
  group: 'apex',
  description: 'Type errors that apex-ls finds',
  needsJava: true,
  async run({ sources }) {
    const workspace = createWorkspace(sources);
    try {
      const program = [
        '-Xss16m',
        '-cp',
        analyzerClassPath('@salesforce/code-analyzer-pmd-engine'),
        'io.github.apexdevtools.apexls.CheckForIssues'
      ];
      const output = await runJava(
        [...program, '-w', workspace, '-f', 'json', '-n', '-d', 'warnings'],
        [0, ISSUES_FOUND]
      );
      return toFindings(JSON.parse(output) as Report, workspace, sources);
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  }
};

/** apex-ls wants a project of its own: each source becomes a package directory of one. */
function createWorkspace(sources: readonly string[]): string {
  const workspace = mkdtempSync(join(tmpdir(), 'apex-ls-'));
  const packageDirectories = sources.map((source, index) => {
    cpSync(source, join(workspace, `source${index}`), {
      recursive: true,
      filter: (path) => !/[\\/](lwc|node_modules)$/.test(path)
    });
    return { path: `source${index}`, default: index === 0 };
  });
  writeFileSync(join(workspace, 'sfdx-project.json'), JSON.stringify({ packageDirectories, sourceApiVersion: '66.0' }));
  return workspace;
}

function toFindings(report: Report, workspace: string, sources: readonly string[]): Finding[] {
  return report.files.flatMap((file) => {
    const [folder = '', ...rest] = relative(workspace, file.path).split(/[\\/]/);
    const source = sources[Number(folder.replace('source', ''))] ?? '';
    const path = relative(process.cwd(), resolve(source, ...rest));
    return file.messages.map((item) => ({
      gate: 'apex-ls',
      rule: item.category,
      path,
      line: item.start.line,
      message: item.message
    }));
  });
}

/** The tests of `.cls` files as a test framework runs them: one function for each method, which throws when it fails. */
import { statSync } from 'node:fs';
import { formatDiagnostic } from '../../compiler/diagnostics';
import { findSourceFiles } from '../../compiler/source-files';
import { COMPILE_CACHE } from '../../cli/paths';
import { createOrg } from '../../create-org';
import type { CreatedOrg } from '../../create-org';
import type { Program } from '../../runtime/program';
import { findTests } from '../discovery';
import { TestClassSession } from '../run';
import type { TestResult } from '../run';

export interface OpenTestFile {
  readonly name: string;
  readonly methods: readonly string[];
  readonly program: Program;
  /** Runs one method. @throws an error with the Apex stack when it fails */
  readonly run: (method: string) => void;
  readonly close: () => void;
}

let shared: ApexTestFiles | null = null;

export class ApexTestFiles {
  private readonly sources: readonly string[];
  private readonly stamp: string;
  private created: CreatedOrg | null = null;

  constructor(sources: readonly string[], stamp: string) {
    this.sources = sources;
    this.stamp = stamp;
  }

  /** The same object for the same sources, as long as no file of theirs changes (watch mode). */
  static shared(sources: readonly string[]): ApexTestFiles {
    const stamp = stampOf(sources);
    if (shared?.stamp !== stamp) shared = new ApexTestFiles(sources, stamp);
    return shared;
  }

  /** @throws Error when the file has errors or holds no tests */
  open(path: string): OpenTestFile {
    this.created ??= createOrg({ sources: this.sources, cacheDirectory: COMPILE_CACHE });
    const { org, compilation } = this.created;
    const own = compilation.diagnostics.filter((item) => item.path === path);
    const test = findTests(org.program).find((candidate) => candidate.path === path);
    if (!test) throw new Error(own.length > 0 ? own.map(formatDiagnostic).join('\n') : `${path} holds no Apex tests`);
    const session = new TestClassSession(org, test);
    const byName = new Map(test.methods.map((method) => [method.name, method]));
    return {
      name: test.name,
      methods: [...byName.keys()],
      program: org.program,
      run(name) {
        const method = byName.get(name);
        const result = method && session.run(method);
        if (result && result.outcome !== 'pass') throw failureOf(result);
      },
      close: () => session.close()
    };
  }
}

function stampOf(sources: readonly string[]): string {
  const stamps = findSourceFiles(sources).map((path) => `${path}:${statSync(path).mtimeMs}`);
  return [...sources, ...stamps].join('\n');
}

/** Jest shows the source around the first stack line that names a file. */
function failureOf(result: TestResult): Error {
  const error = new Error(result.message ?? 'The test failed');
  const place = result.place
    ? `\n    at ${result.class}.${result.method} (${result.place.path}:${result.place.line}:1)`
    : '';
  const stack = result.stack ? `\n${result.stack}` : '';
  error.stack = `${error.message}${stack}${place}`;
  return error;
}

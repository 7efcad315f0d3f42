/** `npm run apex -- test|check|run|types …`: Apex of any source folder, without an org. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeFrame, formatDiagnostic } from '../compiler/diagnostics';
import type { Diagnostic } from '../compiler/diagnostics';
import { createOrg } from '../create-org';
import type { CreatedOrg } from '../create-org';
import { setEntryPoint } from '../runtime/entry-point';
import { ApexException } from '../runtime/exceptions';
import { debugLog } from '../library/debug-log';
import { classCoverage } from '../testing/coverage';
import { findTests } from '../testing/discovery';
import type { TestClass } from '../testing/discovery';
import { classLines, coverageLines, summaryLine, testReport } from '../testing/report';
import { runTestClass } from '../testing/run';
import type { TestResult } from '../testing/run';
import { uncompiledTests } from '../testing/uncompiled';
import { parseArguments, UsageError } from './arguments';
import type { Arguments } from './arguments';
import { COMPILE_CACHE, PACKAGE_SOURCE, requireDirectories } from './paths';
import { typeLines } from './types';

const USAGE = `Usage:
  npm run apex -- test  --source DIR[,DIR] [--class NAME] [--json FILE]   runs the Apex tests of a source folder
  npm run apex -- check --source DIR[,DIR] [--json FILE]                  compiles only
  npm run apex -- run   --file X.apex [--source DIR[,DIR]]                runs anonymous Apex in a fresh local org
  npm run apex -- types [NAME]                                            says what is implemented of a platform type`;

/** Classes below this share of covered lines are listed. */
const WANTED_COVERAGE = 0.85;

function main(args: readonly string[]): number {
  const [command, ...rest] = args;
  const options = parseArguments(rest, ['source', 'class', 'json', 'file'], ['no-cache']);
  switch (command) {
    case 'test':
      return test(options);
    case 'check':
      return check(options);
    case 'run':
      return run(options);
    case 'types':
      print(typeLines(options.words[0] ?? null));
      return 0;
    default:
      throw new UsageError(USAGE);
  }
}

function open(options: Arguments, sources: readonly string[]): CreatedOrg {
  return createOrg({
    sources: requireDirectories(sources),
    cacheDirectory: options.flag('no-cache') ? null : COMPILE_CACHE
  });
}

function sourcesOf(options: Arguments): readonly string[] {
  const sources = options.values('source');
  if (sources.length === 0) throw new UsageError(`--source is missing.\n${USAGE}`);
  return sources;
}

function test(options: Arguments): number {
  const startedAt = performance.now();
  const created = open(options, sourcesOf(options));
  const diagnostics = allDiagnostics(created);
  print(diagnosticLines(diagnostics));
  const wanted = options.values('class').map((name) => name.toLowerCase());
  const tests = findTests(created.org.program).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase())
  );
  if (tests.some((one) => one.seesAllData))
    print(['Note: SeeAllData=true is ignored; tests see the rows of a new org.']);
  const missing = uncompiledTests(created.org.program, diagnostics).filter(
    (result) => wanted.length === 0 || wanted.includes(result.class.toLowerCase())
  );
  const results = tests.flatMap((one) => runAndPrint(created, one)).concat(missing);
  for (const result of missing) print(classLines(result.class, [result]));
  const coverage = classCoverage(created.org.program);
  const report = testReport(results, coverage, Math.round(performance.now() - startedAt));
  print(['', ...coverageLines(coverage, WANTED_COVERAGE), summaryLine(report)]);
  writeJson(options, report);
  if (results.length === 0) throw new UsageError('No tests were found');
  return report.summary.failed + report.summary.unsupported > 0 ? 1 : 0;
}

function runAndPrint({ org }: CreatedOrg, one: TestClass): TestResult[] {
  const found = runTestClass(org, one);
  print(classLines(one.name, found));
  return found;
}

/** One line for each diagnostic, so that tools can read it; people at a terminal get the source, too. */
function check(options: Arguments): number {
  const diagnostics = allDiagnostics(open(options, sourcesOf(options)));
  for (const item of diagnostics)
    print(process.stdout.isTTY ? [formatDiagnostic(item), frameOf(item)] : [formatDiagnostic(item)]);
  writeJson(options, {
    diagnostics: diagnostics.map(({ path, span, code, message }) => ({
      path,
      line: span.line,
      column: span.column + 1,
      number: code,
      message
    }))
  });
  process.stderr.write(diagnostics.length === 0 ? 'No errors\n' : `${diagnostics.length} diagnostics\n`);
  return diagnostics.length > 0 ? 1 : 0;
}

function run(options: Arguments): number {
  const file = options.value('file');
  if (file === undefined) throw new UsageError(`--file is missing.\n${USAGE}`);
  const sources = options.values('source').length > 0 ? options.values('source') : [PACKAGE_SOURCE];
  const { org, compilation } = open(options, sources);
  const { unit, diagnostics } = compilation.compileAnonymous(readFileSync(file, 'utf8'));
  if (!unit) {
    print(diagnostics.map(formatDiagnostic));
    return 1;
  }
  org.jobs.onFailure = ({ name, error }) => print([`${name} failed: ${String(error)}`]);
  const transaction = org.newTransaction({ userId: org.user('admin').id, kind: 'synchronous' });
  setEntryPoint(transaction, { quiddity: 'ANONYMOUS' });
  try {
    org.run(transaction, () => {
      try {
        org.program.runAnonymous(unit);
      } finally {
        print(debugLog().map(({ level, text }) => `${level.padEnd(5)} | ${text}`));
      }
    });
    return 0;
  } catch (error) {
    print(error instanceof ApexException ? [String(error), error['getstacktracestring()']()] : [String(error)]);
    return 1;
  }
}

/** Of the Apex and of the metadata. */
function allDiagnostics({ org, compilation }: CreatedOrg): readonly Diagnostic[] {
  const metadata = org.schema.diagnostics.map(({ code, message, path, line }) => ({
    code,
    message,
    path,
    span: { line, column: 0, endLine: line, endColumn: 1, start: 0, end: 1 }
  }));
  return [...metadata, ...compilation.diagnostics];
}

function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap((item) => [formatDiagnostic(item), frameOf(item)]);
}

function frameOf({ path, span }: Diagnostic): string {
  try {
    return codeFrame(readFileSync(path, 'utf8'), span);
  } catch {
    return '';
  }
}

function writeJson(options: Arguments, value: unknown): void {
  const file = options.value('json');
  if (file === undefined) return;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

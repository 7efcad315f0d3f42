/** Test results for people and for tools. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { codeFrame } from '../compiler/diagnostics';
import type { ClassCoverage } from './coverage';
import type { TestOutcome, TestResult } from './run';

/** What `apex test --json` writes. */
export interface TestReport {
  readonly tests: readonly {
    readonly class: string;
    readonly method: string;
    readonly outcome: TestOutcome;
    readonly message: string | null;
    readonly stack: string | null;
    readonly ms: number;
  }[];
  readonly summary: {
    readonly passed: number;
    readonly failed: number;
    readonly unsupported: number;
    readonly ms: number;
  };
  readonly coverage: readonly { readonly class: string; readonly covered: number; readonly total: number }[];
}

/** @param ms time of the whole run */
export function testReport(results: readonly TestResult[], coverage: readonly ClassCoverage[], ms: number): TestReport {
  const count = (outcome: TestOutcome) => results.filter((result) => result.outcome === outcome).length;
  return {
    tests: results.map(({ class: className, method, outcome, message, stack, ms: time }) => ({
      class: className,
      method,
      outcome,
      message,
      stack,
      ms: time
    })),
    summary: { passed: count('pass'), failed: count('fail'), unsupported: count('unsupported'), ms },
    coverage: coverage.map(({ class: className, covered, total }) => ({ class: className, covered, total }))
  };
}

const SIGNS: Readonly<Record<TestOutcome, string>> = { pass: '✓', fail: '✗', unsupported: '?' };

/** The lines of one class: a head, and what did not pass with its source. */
export function classLines(className: string, results: readonly TestResult[]): string[] {
  const ms = results.reduce((sum, result) => sum + result.ms, 0);
  const worst: TestOutcome = results.some((result) => result.outcome === 'fail')
    ? 'fail'
    : results.some((result) => result.outcome === 'unsupported')
      ? 'unsupported'
      : 'pass';
  const head = `${SIGNS[worst]} ${className} (${results.length} ${results.length === 1 ? 'test' : 'tests'}, ${ms} ms)`;
  return [head, ...results.filter((result) => result.outcome !== 'pass').flatMap(failureLines)];
}

function failureLines(result: TestResult): string[] {
  const head = `    ${SIGNS[result.outcome]} ${result.method}`;
  const text = [result.message, result.stack, sourceAt(result)].filter((part) => part !== null && part !== '');
  return [head, ...text.flatMap((part) => String(part).split('\n')).map((line) => `        ${line}`), ''];
}

/** The source around the place of a failure. */
function sourceAt({ place }: TestResult): string | null {
  if (!place) return null;
  try {
    const source = readFileSync(place.path, 'utf8');
    const span = { line: place.line, column: 0, endLine: place.line + 1, endColumn: 0, start: 0, end: 0 };
    const lineText = source.split(/\r\n|\r|\n/)[place.line - 1] ?? '';
    const column = lineText.length - lineText.trimStart().length;
    return `${relative(process.cwd(), place.path)}:${place.line}\n${codeFrame(source, { ...span, column, endLine: place.line, endColumn: lineText.length }, 2)}`;
  } catch {
    return null;
  }
}

/** `12 passed, 1 failed, 0 unsupported (340 ms)` */
export function summaryLine({ summary }: TestReport): string {
  return `${summary.passed} passed, ${summary.failed} failed, ${summary.unsupported} unsupported (${summary.ms} ms)`;
}

/** Coverage of all classes in one line, and the classes below `threshold` (0 to 1). */
export function coverageLines(coverage: readonly ClassCoverage[], threshold: number): string[] {
  const total = coverage.reduce((sum, item) => sum + item.total, 0);
  const covered = coverage.reduce((sum, item) => sum + item.covered, 0);
  if (total === 0) return [];
  const low = coverage.filter((item) => item.covered < item.total * threshold);
  return [
    `Coverage: ${percent(covered, total)} (${covered} of ${total} lines)`,
    ...low.map(
      (item) =>
        `  ${item.class}: ${percent(item.covered, item.total)}, not run: ${item.uncovered.slice(0, 20).join(', ')}${item.uncovered.length > 20 ? ', …' : ''}`
    )
  ];
}

function percent(part: number, whole: number): string {
  return `${Math.floor((part / whole) * 1000) / 10} %`;
}

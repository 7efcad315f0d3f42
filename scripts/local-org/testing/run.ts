/** Runs test classes as the platform does: set-up once, each method in a state and a transaction of its own. */
import type { DatabaseSnapshot } from '../data/api';
import type { LocalOrg } from '../org';
import { setEntryPoint } from '../runtime/entry-point';
import { ApexException } from '../runtime/exceptions';
import { TestContext } from '../runtime/test-context';
import { runInTransaction } from '../runtime/transaction';
import type { RuntimeMethod } from '../runtime/type-info';
import type { TestClass } from './discovery';
import { unsupportedReason } from './unsupported';

export type TestOutcome = 'pass' | 'fail' | 'unsupported';

export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: TestOutcome;
  /** `System.AssertException: Assertion Failed: …`; null when the test passed. */
  readonly message: string | null;
  /** `Class.FooTest.shouldBar: line 12, column 1`, innermost first; null when the test passed. */
  readonly stack: string | null;
  readonly ms: number;
  /** Where it failed: the innermost place in Apex source. */
  readonly place: { readonly path: string; readonly line: number } | null;
}

/** Runs the chosen methods of one class. The rows of the org are afterwards what they were before. */
export function runTestClass(
  org: LocalOrg,
  test: TestClass,
  isChosen: (method: RuntimeMethod) => boolean = () => true
): TestResult[] {
  const session = new TestClassSession(org, test);
  try {
    return test.methods.filter(isChosen).map((method) => session.run(method));
  } finally {
    session.close();
  }
}

/** One class while its methods run, one after the other and in any order. */
export class TestClassSession {
  private readonly org: LocalOrg;
  private readonly test: TestClass;
  private readonly before: DatabaseSnapshot;
  private setUp: { readonly rows: DatabaseSnapshot; readonly failure: unknown } | null = null;

  constructor(org: LocalOrg, test: TestClass) {
    this.org = org;
    this.test = test;
    this.before = org.database.snapshot();
  }

  /** Runs one method. The first call runs the set-up methods before. */
  run(method: RuntimeMethod): TestResult {
    const startedAt = performance.now();
    const failure = this.attempt(method);
    return this.result(method, failure, Math.round(performance.now() - startedAt));
  }

  /** Takes back all that the tests wrote. */
  close(): void {
    this.org.database.restore(this.before);
  }

  private attempt(method: RuntimeMethod): unknown {
    const { rows, failure } = (this.setUp ??= this.prepare());
    if (failure !== null) return failure;
    this.org.database.restore(rows);
    return this.call(method);
  }

  private prepare(): { readonly rows: DatabaseSnapshot; readonly failure: unknown } {
    for (const setup of this.test.setups) {
      const failure = this.call(setup);
      if (failure !== null) return { rows: this.before, failure };
    }
    return { rows: this.org.database.snapshot(), failure: null };
  }

  /** Answers what the method threw, or null. Jobs that the test does not run with `Test.stopTest` do not run. */
  private call(method: RuntimeMethod): unknown {
    const { org } = this;
    const test = new TestContext();
    const transaction = org.newTransaction({ userId: org.user('automated').id, kind: 'synchronous', test });
    setEntryPoint(transaction, { quiddity: 'RUNTEST_SYNC' });
    try {
      runInTransaction(transaction, () => org.program.invokeStatic(this.test.name, method.key, []));
      return null;
    } catch (error) {
      return error ?? new Error('The test threw nothing');
    }
  }

  private result(method: RuntimeMethod, failure: unknown, ms: number): TestResult {
    const base = { class: this.test.name, method: method.name, ms };
    if (failure === null) return { ...base, outcome: 'pass', message: null, stack: null, place: null };
    const reason = unsupportedReason(failure);
    if (reason !== null) return { ...base, outcome: 'unsupported', message: reason, stack: null, place: null };
    if (!(failure instanceof ApexException)) {
      if (failure instanceof Error && failure.message.startsWith('This code did not compile')) {
        return { ...base, outcome: 'fail', message: failure.message, stack: null, place: null };
      }
      const stack = failure instanceof Error ? (failure.stack ?? null) : null;
      return { ...base, outcome: 'fail', message: `The local org failed: ${String(failure)}`, stack, place: null };
    }
    const [frame] = failure.frames;
    return {
      ...base,
      outcome: 'fail',
      message: messageOf(failure),
      stack: stackOf(failure),
      place: frame ? { path: frame.path, line: frame.line } : null
    };
  }
}

function messageOf(exception: ApexException): string {
  return `${exception.$exceptionName}: ${exception['getmessage()']() ?? ''}`;
}

function stackOf(exception: ApexException): string {
  const own = exception['getstacktracestring()']();
  return exception.cause ? `${own}\nCaused by: ${messageOf(exception.cause)}\n${stackOf(exception.cause)}` : own;
}

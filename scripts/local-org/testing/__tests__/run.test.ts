import { join } from 'node:path';
import { createOrg } from '../../create-org';
import { classCoverage } from '../coverage';
import { findTests } from '../discovery';
import { runTestClass } from '../run';
import type { TestResult } from '../run';

const { org, compilation } = createOrg({ sources: [join(__dirname, 'fixture')], cacheDirectory: null });
const tests = new Map(findTests(org.program).map((test) => [test.name, test]));

function run(className: string): TestResult[] {
  const test = tests.get(className);
  if (!test) throw new Error(`The fixture has no test class ${className}`);
  return runTestClass(org, test);
}

/** Method → `pass`, or the message. */
function outcomes(className: string): Record<string, string> {
  return Object.fromEntries(run(className).map(({ method, outcome, message }) => [method, message ?? outcome]));
}

it('compiles the fixture, but for what is not supported', () => {
  expect(compilation.diagnostics.filter((item) => !item.path.endsWith('UnsupportedTest.cls'))).toEqual([]);
});

it('isolates test methods from one another', () => {
  expect(outcomes('IsolationTest')).toEqual({
    shouldSeeRowsOfTheSetUpAndNoneOfOtherTests: 'pass',
    shouldSeeRowsOfTheSetUpUnchanged: 'pass',
    shouldRunMethodsOfTheOldForm: 'pass'
  });
});

it('leaves no rows behind', () => {
  run('IsolationTest');
  const query = org.execute(org.user('admin').id, 'synchronous', () =>
    org.program.invokeStatic('RowCounter', 'accounts()', [])
  );
  expect(query).toBe(0);
});

it('counts limits in windows, and lets nobody catch them', () => {
  expect(outcomes('LimitWindowTest')).toEqual({
    shouldGiveFreshLimitsBetweenStartAndStop: 'pass',
    shouldFailWithTheLimitWhichCannotBeCaught: 'System.LimitException: Too many SOQL queries: 101',
    shouldFailWhenStartedTwice: 'System.FinalException: Testing already started'
  });
});

it('runs Queueables and their finalizers', () => {
  expect(outcomes('JobTest')).toEqual({
    shouldRunAtStopTestWithACopyOfTheInstance: 'pass',
    shouldRefuseToChainInATest: 'pass',
    shouldTellTheFinalizerOfAFailureAndThrowIt: 'pass',
    shouldFailWithTheLimitOfTheJob: 'System.LimitException: Too many SOQL queries: 201',
    shouldRefuseASecondJobWithTheSameSignature: 'pass',
    shouldNotRunAbortedJobs: 'pass',
    shouldNotRunJobsWhoseTransactionWasRolledBack: 'pass'
  });
});

it('runs future methods, batches and schedules', () => {
  expect(outcomes('OtherAsyncTest')).toEqual({
    shouldRunFutureMethodsAtStopTest: 'pass',
    shouldRunABatchWithItsState: 'pass',
    shouldRunABatchOverAnIterable: 'pass',
    shouldFailWithMoreThanOneScope: expect.stringContaining(
      'System.UnexpectedException: No more than one executeBatch can be called'
    ),
    shouldRunScheduledJobsAtStopTest: 'pass'
  });
});

it('delivers platform events', () => {
  expect(outcomes('SignalTest')).toEqual({
    shouldDeliverAtStopTest: 'pass',
    shouldDeliverWhenTheTestAsks: 'pass',
    shouldLoseEventsWhenTheBusFails: 'pass'
  });
});

it('answers callouts with mocks only', () => {
  expect(outcomes('CalloutTest')).toEqual({
    shouldMockCalloutsOfJobs: 'pass',
    shouldFailWithoutAMock: expect.stringContaining('there is no mock for https://example.com')
  });
});

it('stands in for classes, dates, users and resources', () => {
  expect(outcomes('DoubleTest')).toEqual({
    shouldAskTheStubProvider: 'pass',
    shouldSetTheCreationDate: 'pass',
    shouldRunAsAnotherUserAndBack: 'pass',
    shouldReadStaticResources: 'pass'
  });
});

it('grants what inserted permission sets say', () => {
  expect(outcomes('InsertedPermissionsTest')).toEqual({ shouldGrantWhatTheRowsOfAnInsertedPermissionSetSay: 'pass' });
});

it('fails every method when the set-up fails', () => {
  expect(outcomes('BrokenSetUpTest')).toEqual({
    shouldFailBecauseOfTheSetUp: expect.stringContaining('REQUIRED_FIELD_MISSING')
  });
});

it('tells message, stack and place of a failure', () => {
  const [assertion, exception, caused] = run('FailureTest');
  expect(assertion?.message).toBe('System.AssertException: Assertion Failed: numbers: Expected: 1, Actual: 2');
  expect(exception).toMatchObject({
    message: 'System.NullPointerException: Attempt to de-reference a null object',
    stack:
      'Class.FailureTest.deeper: line 28, column 1\nClass.FailureTest.shouldFailWithTheException: line 14, column 1',
    place: { path: join(__dirname, 'fixture', 'FailureTest.cls'), line: 28 }
  });
  expect(caused?.stack).toContain('Caused by: System.MathException: Divide by 0');
});

it('separates what the local org does not support from what fails', () => {
  const results = run('UnsupportedTest');
  expect(results.map(({ outcome }) => outcome)).toEqual(['unsupported', 'pass']);
  expect(results[0]?.message).toMatch(/APX500\d .*describeAvailableQuickActions/);
});

it('counts covered lines of what is no test', () => {
  org.program.resetCoverage();
  expect(classCoverage(org.program)).toMatchObject([
    { class: 'RowCounter', covered: 0, total: 1, uncovered: [3] },
    { class: 'SignalTrigger', covered: 0, total: 4 }
  ]);
});

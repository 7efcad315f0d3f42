import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../paths';

const FIXTURE = join(__dirname, 'fixture');
let directory: string;
let json: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'apex-'));
  json = join(directory, 'out.json');
});

afterAll(() => rmSync(directory, { recursive: true }));

function apex(...args: string[]): { readonly status: number | null; readonly output: string; readonly errors: string } {
  const result = spawnSync(
    join(REPOSITORY, 'node_modules', '.bin', 'tsx'),
    [join(__dirname, '..', 'apex.ts'), ...args],
    { encoding: 'utf8' }
  );
  return { status: result.status, output: result.stdout, errors: result.stderr };
}

const readJson = () => JSON.parse(readFileSync(json, 'utf8')) as unknown;

it('runs tests and reports outcomes, times and coverage', () => {
  const { status, output } = apex('test', '--source', join(FIXTURE, 'green'), '--json', json, '--no-cache');
  expect(status).toBe(1);
  expect(output).toContain('✗ shouldFail');
  expect(output).toMatch(/1 passed, 1 failed, 0 unsupported \(\d+ ms\)/);
  expect(readJson()).toEqual({
    tests: [
      {
        class: 'GreetingTest',
        method: 'shouldGreet',
        outcome: 'pass',
        message: null,
        stack: null,
        ms: expect.any(Number)
      },
      {
        class: 'GreetingTest',
        method: 'shouldFail',
        outcome: 'fail',
        stack: 'Class.GreetingTest.shouldFail: line 10, column 1',
        ms: expect.any(Number),
        message: 'System.AssertException: Assertion Failed: greeting: Expected: Hello, Actual: Hello null'
      }
    ],
    summary: { passed: 1, failed: 1, unsupported: 0, ms: expect.any(Number) },
    coverage: [{ class: 'Greeting', covered: 2, total: 3 }]
  });
});

it('checks without running: one line for each diagnostic', () => {
  const { status, output } = apex('check', '--source', join(FIXTURE, 'red'), '--json', json, '--no-cache');
  expect(status).toBe(1);
  expect(output).toMatch(/^\S*Broken\.cls:3:\d+ APX2003 Method does not exist or incorrect signature/m);
  expect(readJson()).toMatchObject({ diagnostics: [{ line: 3, number: 'APX2003' }] });
  expect(apex('check', '--source', join(FIXTURE, 'green'), '--no-cache').status).toBe(0);
});

it('runs anonymous Apex in a fresh org', () => {
  const { status, output } = apex(
    'run',
    '--file',
    join(FIXTURE, 'hello.apex'),
    '--source',
    join(FIXTURE, 'green'),
    '--no-cache'
  );
  expect([status, output]).toEqual([0, 'DEBUG | Accounts: 1\n']);
});

it('tells how to call it, with the exit code 2', () => {
  const { status, errors } = apex('test');
  expect([status, errors]).toEqual([2, expect.stringContaining('--source is missing')]);
});

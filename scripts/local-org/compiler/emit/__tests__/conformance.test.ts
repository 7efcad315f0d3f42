/** Runs the conformance classes of the language. `npm run apex -- test --source scripts/local-org/conformance` runs all of them. */
import { join } from 'node:path';
import { createOrg } from '../../../create-org';
import { findTests } from '../../../testing/discovery';
import { runTestClass } from '../../../testing/run';
import { formatDiagnostic } from '../../diagnostics';

const DIRECTORY = join(__dirname, '..', '..', '..', 'conformance', 'classes');

const { org, compilation } = createOrg({ sources: [DIRECTORY], cacheDirectory: null });

it('compiles', () => {
  expect(compilation.diagnostics.map(formatDiagnostic)).toEqual([]);
});

it.each(findTests(org.program).map((test) => [test.name, test] as const))('%s', (_, test) => {
  const failures = runTestClass(org, test).filter((result) => result.outcome !== 'pass');
  expect(failures.map(({ method, message, stack }) => `${method}: ${message}\n${stack}`)).toEqual([]);
});

/** The data engine as compiled Apex sees it. */
import { join } from 'node:path';
import { formatDiagnostic } from '../../compiler/diagnostics';
import { createOrg } from '../../create-org';
import { findTests } from '../../testing/discovery';
import { runTestClass } from '../../testing/run';

const { org, compilation } = createOrg({
  sources: [join(__dirname, 'fixtures'), join(__dirname, 'apex')],
  cacheDirectory: null
});

it('should compile', () => {
  expect(compilation.diagnostics.map(formatDiagnostic)).toEqual([]);
});

it.each(findTests(org.program).map((test) => [test.name, test] as const))('%s', (_, test) => {
  const failures = runTestClass(org, test).filter((result) => result.outcome !== 'pass');
  expect(failures.map(({ method, message, stack }) => `${method}: ${message}\n${stack}`)).toEqual([]);
});

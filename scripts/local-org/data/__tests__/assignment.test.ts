/** Assignment rules from their metadata. */
import { join } from 'node:path';
import { formatDiagnostic } from '../../compiler/diagnostics';
import { createOrg } from '../../create-org';
import { findTests } from '../../testing/discovery';
import { runTestClass } from '../../testing/run';

const { org, compilation } = createOrg({ sources: [join(__dirname, 'assignment')], cacheDirectory: null });

it('should compile and know the rules', () => {
  expect(compilation.diagnostics.map(formatDiagnostic)).toEqual([]);
  expect(org.schema.diagnostics).toEqual([]);
});

it.each(
  findTests(org.program).flatMap((test) => runTestClass(org, test).map((result) => [result.method, result] as const))
)('%s', (_, { outcome, message, stack }) => {
  expect({ outcome, message, stack }).toMatchObject({ outcome: 'pass' });
});

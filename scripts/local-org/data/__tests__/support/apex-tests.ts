/** Runs the Apex tests of a folder, each as a test of its own. */
import { formatDiagnostic } from '../../../compiler/diagnostics';
import { createOrg } from '../../../create-org';
import type { OrgFeature } from '../../../schema/model';
import { findTests } from '../../../testing/discovery';
import { runTestClass } from '../../../testing/run';

/** The folder's metadata and code must be without mistakes. */
export function runApexTests(directory: string, features: readonly OrgFeature[] = []): void {
  const { org, compilation } = createOrg({ sources: [directory], cacheDirectory: null, features });

  it('should compile and be understood', () => {
    expect(compilation.diagnostics.map(formatDiagnostic)).toEqual([]);
    expect(org.schema.diagnostics).toEqual([]);
  });

  const results = findTests(org.program).flatMap((test) => runTestClass(org, test));
  it.each(results.map((result) => [result.method, result] as const))('%s', (_, { outcome, message, stack }) => {
    expect({ outcome, message, stack }).toMatchObject({ outcome: 'pass' });
  });
}

import type { ApexRule } from '../rule';
import { walk } from '../walk';

/** Tests prove what runs in production, so production code does not ask whether it is tested (STYLE.md, Apex). */
export const noTestBranches: ApexRule = {
  name: 'no-test-branches',
  check({ files }, report) {
    for (const file of files) {
      walk(file.unit, (node) => {
        if (
          node.kind === 'platformCall' &&
          `${node.typeName} ${node.signature}`.startsWith('System.Test isRunningTest(')
        )
          report(
            file,
            node.span.line,
            'Code that asks Test.isRunningTest() is not the code that is tested. Give the test a seam instead.'
          );
      });
    }
  }
};

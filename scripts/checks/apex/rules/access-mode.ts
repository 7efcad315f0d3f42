import { dataAccessesOf } from '../access-modes';
import type { ApexRule } from '../rule';

const REMEDY: Readonly<Record<string, string>> = {
  query: 'Add WITH USER_MODE or WITH SYSTEM_MODE.',
  search: 'Add WITH USER_MODE or WITH SYSTEM_MODE.'
};

/**
 * Up to API 66.0 data is read and written in system mode unless told otherwise, from 67.0 on in user mode (PLATFORM 0.2).
 * What says its mode behaves alike in both, and shows its reader what it checks.
 */
export const accessMode: ApexRule = {
  name: 'access-mode',
  check({ files }, report) {
    for (const file of files) {
      for (const { node, what, mode } of dataAccessesOf(file.unit)) {
        const remedy =
          REMEDY[what] ??
          (node.kind === 'dml'
            ? `Write "${what} as user" or "${what} as system".`
            : 'Pass System.AccessLevel.USER_MODE or SYSTEM_MODE.');
        if (mode === null) report(file, node.span.line, `The ${what} does not say its access mode. ${remedy}`);
        if (mode === 'enforced')
          report(file, node.span.line, 'WITH SECURITY_ENFORCED does not compile from API 67.0 on. Use WITH USER_MODE.');
      }
    }
  }
};

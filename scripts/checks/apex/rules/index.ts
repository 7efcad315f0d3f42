import type { ApexRule } from '../rule';
import { accessMode } from './access-mode';
import { apexdoc } from './apexdoc';
import { asyncInterfaces } from './async-interfaces';
import { features } from './features';
import { noDebug } from './no-debug';
import { noMultilineStrings } from './no-multiline-strings';
import { noTestBranches } from './no-test-branches';
import { readOnlyFields } from './read-only-fields';
import { size } from './size';
import { systemModeReason } from './system-mode-reason';
import { testClasses } from './test-classes';

/** What fails when it runs, and what the tools cannot read. */
export const MISTAKE_RULES: readonly ApexRule[] = [readOnlyFields, asyncInterfaces, noMultilineStrings];

/** What this package does alike everywhere (STYLE.md). */
export const CONVENTION_RULES: readonly ApexRule[] = [
  accessMode,
  systemModeReason,
  noDebug,
  noTestBranches,
  features,
  apexdoc,
  testClasses,
  size
];

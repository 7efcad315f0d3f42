import type { Gate } from '../gate';
import { apexLs } from './apex-ls';
import { apexTypes } from './apex-types';
import { localCompiler } from './local-compiler';
import { lwcCompiler } from './lwc-compiler';
import { lwcLint } from './lwc-lint';
import { lwcTypes } from './lwc-types';
import { metadata } from './metadata';
import { packageContent } from './package-content';
import { packageProject } from './package-project';
import { pmd } from './pmd';
import { salesforceCompiler } from './salesforce-compiler';
import { shadowing } from './shadowing';

/** All gates, fast ones first. */
export const GATES: readonly Gate[] = [
  metadata,
  localCompiler,
  shadowing,
  packageProject,
  apexTypes,
  lwcTypes,
  lwcCompiler,
  packageContent,
  lwcLint,
  apexLs,
  salesforceCompiler,
  pmd
];

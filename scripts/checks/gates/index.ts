import type { Gate } from '../gate';
import { apexLs } from './apex-ls';
import { apexRules, conventions } from './apex-rules';
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
import { soql } from './soql';

/** All gates, fast ones first. */
export const GATES: readonly Gate[] = [
  metadata,
  soql,
  apexRules,
  conventions,
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

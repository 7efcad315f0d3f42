import type { Gate } from '../gate';
import { apexLs } from './apex-ls';
import { localCompiler } from './local-compiler';
import { pmd } from './pmd';
import { salesforceCompiler } from './salesforce-compiler';

/** All gates, fast ones first. */
export const GATES: readonly Gate[] = [localCompiler, apexLs, salesforceCompiler, pmd];

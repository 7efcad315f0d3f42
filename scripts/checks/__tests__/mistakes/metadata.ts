/** The clean source with one mistake each. The gate has to find every one, by the rule that is named. */
import type { MetadataMistake } from './metadata-mistakes';
import { OBJECT_MISTAKES } from './metadata-objects';
import { REFERENCE_MISTAKES } from './metadata-references';

export const METADATA_MISTAKES: readonly MetadataMistake[] = [...OBJECT_MISTAKES, ...REFERENCE_MISTAKES];

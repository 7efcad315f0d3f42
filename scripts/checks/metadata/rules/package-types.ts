import { PACKAGEABLE_TYPES } from '../../package/packageable-types';
import type { MetadataRule } from '../rule';

/** An unlocked package holds the types that the Metadata Coverage Report marks for it (PLATFORM 2.1, 2.2). */
export const packageTypes: MetadataRule = {
  name: 'package-types',
  check({ files }, report) {
    for (const file of files) {
      if (file.type && !PACKAGEABLE_TYPES.has(file.type.name))
        report(
          file,
          undefined,
          `An unlocked package cannot hold ${file.type.name}. Move it out of the package, or describe it in the docs as a step for the admin.`
        );
    }
  }
};

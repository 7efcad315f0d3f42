/** Metadata XML against the declarations of the Metadata API, the schema, and one another. */
import { checkMetadata } from '../metadata/check-metadata';
import type { Gate } from '../gate';

export const metadata: Gate = {
  name: 'metadata',
  group: 'metadata',
  description: 'Metadata that a deployment or the package would refuse',
  needsJava: false,
  run: ({ sources }) => Promise.resolve(checkMetadata(sources))
};

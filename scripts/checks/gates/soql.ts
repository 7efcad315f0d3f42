/** Every static query, and every dynamic one whose text is known, against the schema. */
import { checkSoql } from '../soql/check-soql';
import type { Gate } from '../gate';

export const soql: Gate = {
  name: 'soql',
  group: 'soql',
  description: 'Queries that the platform would refuse',
  needsJava: false,
  run: ({ sources }) => Promise.resolve(checkSoql(sources))
};

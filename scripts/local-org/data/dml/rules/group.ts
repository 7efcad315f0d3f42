/** Public groups and queues. */
import type { ObjectRules } from '../object-rules';

export const groupRules: ObjectRules = {
  /** The API name follows from the name when code gives none. */
  prepare(_tables, { draft }) {
    draft['Type'] ??= 'Regular';
    draft['DeveloperName'] ??=
      String(draft['Name'] ?? '')
        .replace(/\W+/g, '_')
        .replace(/^_|_$/g, '') || null;
  }
};

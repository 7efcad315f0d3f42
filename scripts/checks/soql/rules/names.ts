import { validateQuery } from '../../../local-org/compiler/bind/soql/validate-query';
import type { SoqlRule } from '../rule';

/**
 * Objects, fields and relationships that do not exist; fields that may not be filtered, sorted or grouped by; values of
 * the wrong type; fields that are not grouped: what the binder finds, here for dynamic queries, too.
 */
export const names: SoqlRule = {
  name: 'names',
  check({ schema, query, binds, place }) {
    // It looks into inner queries by itself.
    if (place !== 'outer') return [];
    return validateQuery(schema, query, binds as Parameters<typeof validateQuery>[2]).map((error) => error.message);
  }
};

/** Rules of our own over the bound tree of all Apex: mistakes that no compiler finds, and the conventions of the package. */
import { checkApex } from '../apex/check-apex';
import { CONVENTION_RULES, MISTAKE_RULES } from '../apex/rules';
import type { Gate } from '../gate';

export const apexRules: Gate = {
  name: 'apex-rules',
  group: 'apex',
  description: 'Writes to read-only fields, jobs that are none, strings that tools cannot read',
  needsJava: false,
  run: ({ sources }) => Promise.resolve(checkApex('apex-rules', MISTAKE_RULES, sources))
};

/** Folders of this package (DESIGN 2); sources of others have conventions of their own. */
const PACKAGE_FOLDER = /[\\/](?:main|tests)[\\/]\w+[\\/](?:classes|triggers)[\\/]/;

/** In a group of its own: a planted mistake must be caught for what it is, not for its missing documentation. */
export const conventions: Gate = {
  name: 'conventions',
  group: 'conventions',
  description: 'Access modes and their reasons, layers of features, tests, documentation and sizes',
  needsJava: false,
  run: ({ sources }) =>
    Promise.resolve(
      checkApex('conventions', CONVENTION_RULES, sources).filter((finding) => PACKAGE_FOLDER.test(`/${finding.path}`))
    )
};

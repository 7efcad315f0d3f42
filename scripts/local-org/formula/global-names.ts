/** The global values that formulas may use in the local org. */
export const GLOBALS: ReadonlySet<string> = new Set([
  '$user',
  '$profile',
  '$userrole',
  '$organization',
  '$permission',
  '$setup',
  '$custommetadata',
  '$label',
  '$recordtype',
  '$system'
]);

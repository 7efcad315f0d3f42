/** `System.Network` and `System.Site`, for code that runs outside of sites: there is none. */
import { platformType } from '../registry';
import type { Implementation } from '../registry';

platformType({ name: 'System.Network', statics: { getNetworkId: () => null } });

/** Getters that answer null when no site serves the request (Apex Reference, Site). */
const SITE_GETTERS = [
  'getAdminEmail',
  'getAdminId',
  'getDomain',
  'getExperienceId',
  'getMasterLabel',
  'getName',
  'getOriginalUrl',
  'getPathPrefix',
  'getSiteId',
  'getSiteType',
  'getSiteTypeLabel'
];

platformType({
  name: 'System.Site',
  statics: Object.fromEntries(SITE_GETTERS.map((name): [string, Implementation] => [name, () => null]))
});

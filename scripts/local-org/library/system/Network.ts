/** `System.Network` and `System.Site`, for code that runs outside of sites: there is none. */
import { platformType } from '../registry';
import type { Implementation } from '../registry';

/** Addresses of a site that there is not. */
platformType({
  name: 'System.Network',
  statics: {
    getNetworkId: () => null,
    'getLoginUrl/1': () => null,
    'getLogoutUrl/1': () => null,
    'getSelfRegUrl/1': () => null
  }
});

/** Getters that answer null when no site serves the request (Apex Reference, Site). */
const SITE_GETTERS = [
  'getAdminEmail',
  'getAdminId',
  'getBaseCustomUrl',
  'getBaseInsecureUrl',
  'getBaseRequestUrl',
  'getBaseSecureUrl',
  'getBaseUrl',
  'getCurrentSiteUrl',
  'getCustomWebAddress',
  'getDomain',
  'getErrorDescription',
  'getErrorMessage',
  'getExperienceId',
  'getMasterLabel',
  'getName',
  'getOriginalUrl',
  'getPathPrefix',
  'getPrefix',
  'getSiteId',
  'getSiteType',
  'getSiteTypeLabel'
];

platformType({
  name: 'System.Site',
  statics: Object.fromEntries(SITE_GETTERS.map((name): [string, Implementation] => [name, () => null]))
});

import type { MetadataRule } from '../rule';
import { childOf, isTrue } from '../xml';

const ORIGIN = /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i;
const DIRECTIVES = ['Connect', 'Font', 'Frame', 'Img', 'Media', 'Style'].map((name) => `isApplicableTo${name}Src`);

/** Trusted URLs are https origins without a path, and allow no more than is needed (PLATFORM 8.2). */
export const trustedSites: MetadataRule = {
  name: 'trusted-sites',
  check({ ofType }, report) {
    for (const site of [...ofType('CspTrustedSite'), ...ofType('RemoteSiteSetting')]) {
      const url = childOf(site.root, 'endpointUrl') ?? childOf(site.root, 'url');
      const text = url?.text.trim() ?? '';
      if (!ORIGIN.test(text))
        report(
          site,
          url ?? site.root,
          `"${text}" is no https origin. Write https://host or https://*.host, without a path.`
        );
      if (site.type?.name !== 'CspTrustedSite') continue;
      if (!DIRECTIVES.some((directive) => isTrue(site.root, directive)))
        report(
          site,
          site.root,
          'The site is trusted for nothing. Set one of the <isApplicableTo…Src> to true, or remove the file.'
        );
      for (const right of ['canAccessCamera', 'canAccessMicrophone'])
        if (isTrue(site.root, right))
          report(site, childOf(site.root, right), `Nothing of ours needs <${right}>. Set it to false.`);
    }
  }
};

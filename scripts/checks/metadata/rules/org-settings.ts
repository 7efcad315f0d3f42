import { isCustomName } from '../model';
import type { MetadataRule } from '../rule';
import { childrenOf, textOf } from '../xml';

/** What the file of a standard object says for everybody. */
const ORG_WIDE = new Set([
  'actionOverrides',
  'compactLayoutAssignment',
  'nameField',
  'searchLayouts',
  'sharingModel',
  'externalSharingModel',
  'enableHistory',
  'enableFeeds'
]);

/**
 * Metadata that would change what belongs to the customer: an installation overwrites components of the same name
 * (PLATFORM 2.6 to 2.10).
 */
export const orgSettings: MetadataRule = {
  name: 'org-settings',
  check({ ofType }, report) {
    for (const layout of ofType('Layout')) {
      if (!isCustomName(layout.name.split('-')[0] ?? ''))
        report(
          layout,
          undefined,
          `The layout ${layout.name} is of a standard object: an installation replaces the customer's own. Remove it and tell admins what to add.`
        );
    }
    for (const profile of ofType('Profile'))
      report(profile, undefined, `Profiles are the customer's. Grant by permission sets, and remove ${profile.name}.`);
    for (const object of ofType('CustomObject')) {
      const own = isCustomName(object.name) ? [] : object.root.children.filter((element) => ORG_WIDE.has(element.name));
      for (const element of own)
        report(
          object,
          element,
          `<${element.name}> changes the standard object ${object.name} for the whole org. Remove it; ship fields and components only.`
        );
    }
    for (const app of ofType('CustomApplication')) {
      if (app.name.startsWith('standard__'))
        report(app, undefined, `${app.name} is an app of the platform. Ship an app of our own.`);
      for (const override of childrenOf(app.root, 'profileActionOverrides'))
        report(
          app,
          override,
          `The page is assigned to the profile ${textOf(override, 'profile') ?? ''}, which the customer may not have. Use <actionOverrides>.`
        );
    }
  }
};

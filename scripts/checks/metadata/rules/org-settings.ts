import { isCustomName } from '../model';
import type { MetadataRule } from '../rule';
import { childrenOf, textOf } from '../xml';

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
      if (isCustomName(object.name)) continue;
      for (const element of object.root.children) {
        if (element.name !== 'fullName')
          report(
            object,
            element,
            `<${element.name}> changes the standard object ${object.name} for the whole org. Remove it; ship fields and components only.`
          );
      }
    }
    for (const field of ofType('CustomField')) {
      if (!isCustomName(field.name))
        report(
          field,
          undefined,
          `${field.objectName ?? ''}.${field.name} is a standard field: an installation replaces the customer's own settings. Remove the file.`
        );
    }
    for (const rule of ofType('ValidationRule')) {
      if (rule.objectName && !isCustomName(rule.objectName))
        report(
          rule,
          undefined,
          `A validation rule on ${rule.objectName} stops the customer's other work. Check in Apex instead.`
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
    for (const view of ofType('ListView')) {
      if (view.objectName && !isCustomName(view.objectName) && !view.name.startsWith('Thoughtly'))
        report(
          view,
          undefined,
          `The list view ${view.name} of ${view.objectName} may replace one of the customer's. Begin its name with Thoughtly.`
        );
    }
  }
};

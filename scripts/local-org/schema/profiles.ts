/** The built-in profiles, in the words of permission sets. */
import type { ObjectSchema, PermissionGrants } from './model';

type ObjectGrant = PermissionGrants['objects'] extends ReadonlyMap<string, infer Grant> ? Grant : never;

const NOTHING: Omit<PermissionGrants, 'name' | 'label'> = {
  grantsEverything: false,
  objects: new Map(),
  fields: new Map(),
  classes: new Set(),
  customPermissions: new Set(),
  userPermissions: new Set(),
  customMetadataTypes: new Set(),
  customSettings: new Set(),
  tabs: new Set()
};

const FULL: ObjectGrant = { create: true, read: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const READ: ObjectGrant = { create: false, read: true, edit: false, delete: false, viewAll: false, modifyAll: false };

/** What the profile `Standard User` may do with the standard objects on which object permissions are set. */
const STANDARD_USER_OBJECTS: Readonly<Record<string, ObjectGrant>> = {
  Account: FULL,
  Contact: FULL,
  Lead: FULL,
  Opportunity: FULL,
  Case: FULL,
  Contract: FULL,
  Order: FULL,
  Asset: FULL,
  Individual: FULL,
  Campaign: READ,
  Product2: READ,
  Pricebook2: READ,
  Solution: FULL,
  Document: FULL
};

/** User permissions open these; fields on which security can be set are granted all the same. */
const ACTIVITIES: Readonly<Record<string, ObjectGrant>> = { Task: FULL, Event: FULL };

const STANDARD_USER_PERMISSIONS = [
  'ActivitiesAccess',
  'EditTask',
  'EditEvent',
  'ApiEnabled',
  'ConvertLeads',
  'RunReports',
  'ExportReport',
  'EmailSingle',
  'LightningExperienceUser',
  'ViewRoles',
  'ViewSetup',
  'ViewHelpLink'
];

const ADMINISTRATOR_PERMISSIONS = [
  ...STANDARD_USER_PERMISSIONS,
  'ModifyAllData',
  'ViewAllData',
  'CustomizeApplication',
  'AuthorApex',
  'ManageUsers',
  'AssignPermissionSets',
  'ViewAllUsers',
  'ModifyMetadata',
  'AllowViewEditConvertedLeads',
  'TransferAnyLead',
  'TransferAnyEntity',
  'ManageLeads',
  'MarketingUser'
];

/**
 * The profiles that every org has, by name in lower case. The two minimum profiles grant no object and no field, not even
 * standard ones; `Minimum Access - Salesforce` comes with Access Activities (Help, "Standard Profiles").
 */
export function builtInProfiles(objects: ReadonlyMap<string, ObjectSchema>): Map<string, PermissionGrants> {
  const standard = grantStandardObjects(objects, (grant) => grant);
  const readOnly = grantStandardObjects(objects, () => READ);
  const profiles: PermissionGrants[] = [
    profile('System Administrator', ADMINISTRATOR_PERMISSIONS, { grantsEverything: true }),
    profile('Standard User', STANDARD_USER_PERMISSIONS, standard),
    profile('Marketing User', [...STANDARD_USER_PERMISSIONS, 'MarketingUser', 'ImportLeads'], {
      ...standard,
      objects: new Map(standard.objects).set('campaign', FULL)
    }),
    profile('Read Only', ['ActivitiesAccess', 'ApiEnabled', 'RunReports', 'LightningExperienceUser'], readOnly),
    profile(
      'Minimum Access - Salesforce',
      ['ActivitiesAccess', 'ChatterInternalUser', 'LightningConsoleAllowedForUser', 'ViewHelpLink'],
      {}
    ),
    profile('Minimum Access - API Only Integrations', ['ApiEnabled', 'ApiUserOnly'], {})
  ];
  return new Map(profiles.map((each) => [each.name.toLowerCase(), each]));
}

function profile(name: string, userPermissions: readonly string[], given: Partial<PermissionGrants>): PermissionGrants {
  return {
    ...NOTHING,
    ...given,
    name,
    label: name,
    userPermissions: new Set(userPermissions.map((permission) => permission.toLowerCase()))
  };
}

/** Objects of the sales user, with all of their standard fields. Custom fields are for permission sets to grant. */
function grantStandardObjects(objects: ReadonlyMap<string, ObjectSchema>, change: (grant: ObjectGrant) => ObjectGrant) {
  const grants = new Map<string, ObjectGrant>();
  const fields = new Map<string, { read: boolean; edit: boolean }>();
  for (const [name, grant] of Object.entries({ ...STANDARD_USER_OBJECTS, ...ACTIVITIES })) {
    const key = name.toLowerCase();
    const changed = change(grant);
    if (!(name in ACTIVITIES)) grants.set(key, changed);
    for (const field of objects.get(key)?.fields.values() ?? []) {
      if (!field.isCustom && field.isPermissionable)
        fields.set(`${key}.${field.name.toLowerCase()}`, { read: true, edit: changed.edit && field.isUpdateable });
    }
  }
  return { objects: grants, fields };
}

/** Profile files of the source carry these names for the built-in profiles. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  admin: 'system administrator',
  standard: 'standard user',
  marketingprofile: 'marketing user',
  readonly: 'read only'
};

/** The built-in profiles together with those of the source; what the source says of a built-in one is granted on top. */
export function allProfiles(
  objects: ReadonlyMap<string, ObjectSchema>,
  ofSource: ReadonlyMap<string, PermissionGrants>
): Map<string, PermissionGrants> {
  const profiles = builtInProfiles(objects);
  for (const [fileName, added] of ofSource) {
    const key = FILE_NAMES[fileName] ?? fileName;
    const known = profiles.get(key);
    profiles.set(key, known ? mergeGrants(known, added) : added);
  }
  return profiles;
}

function mergeGrants(base: PermissionGrants, added: PermissionGrants): PermissionGrants {
  return {
    ...base,
    objects: new Map([...base.objects, ...added.objects]),
    fields: new Map([...base.fields, ...added.fields]),
    classes: new Set([...base.classes, ...added.classes]),
    customPermissions: new Set([...base.customPermissions, ...added.customPermissions]),
    userPermissions: new Set([...base.userPermissions, ...added.userPermissions]),
    customMetadataTypes: new Set([...base.customMetadataTypes, ...added.customMetadataTypes]),
    customSettings: new Set([...base.customSettings, ...added.customSettings]),
    tabs: new Set([...base.tabs, ...added.tabs])
  };
}

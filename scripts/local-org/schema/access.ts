/**
 * What a user may do: the union of a profile and of the assigned permission sets. Permissions only add up; nothing
 * takes a grant away.
 */
import type { FieldSchema, ObjectSchema, OrgSchema, PermissionGrants } from './model';
import { contactFieldOf } from './standard/person-accounts';

export type ObjectRight = 'create' | 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';
export type FieldRight = 'read' | 'edit';

/** Set-up objects that no object permission guards: whoever is logged in reads them. */
const OPEN_OBJECTS: ReadonlySet<string> = new Set([
  'user',
  'profile',
  'recordtype',
  'organization',
  'leadstatus',
  'taskstatus',
  'taskpriority',
  'opportunitystage',
  'casestatus',
  'group',
  'groupmember',
  'queuesobject',
  'userrole',
  'name',
  'permissionset',
  'permissionsetassignment',
  'permissionsetgroup',
  'permissionsetgroupcomponent',
  'objectpermissions',
  'fieldpermissions',
  'asyncapexjob',
  'apexclass',
  'apextrigger',
  'userrecordaccess',
  'userlicense',
  'custompermission',
  'setupentityaccess',
  'crontrigger',
  'cronjobdetail',
  'businesshours',
  'holiday',
  'duplicaterule',
  'assignmentrule',
  'entitydefinition',
  'fielddefinition',
  'staticresource',
  'emailtemplate',
  'folder'
]);
/** Files, notes and feeds: guarded by the records they hang on, which row access decides. */
const FOLLOWING_RECORDS: ReadonlySet<string> = new Set([
  'contentversion',
  'contentdocument',
  'contentdocumentlink',
  'attachment',
  'note',
  'feeditem',
  'feedcomment',
  'topic',
  'topicassignment'
]);
/** Access to tasks and events comes from user permissions, not from object permissions (PLATFORM 1.18). */
const ACTIVITIES: ReadonlySet<string> = new Set([
  'task',
  'event',
  'taskrelation',
  'eventrelation',
  'openactivity',
  'activityhistory',
  'emailmessage'
]);
/** Objects without permissions of their own, and the object whose permissions count. Changing them is editing it. */
const PARENT_OBJECTS: Readonly<Record<string, string>> = {
  opportunitycontactrole: 'opportunity',
  opportunitylineitem: 'opportunity',
  opportunityhistory: 'opportunity',
  opportunityteammember: 'opportunity',
  campaignmember: 'campaign',
  campaignmemberstatus: 'campaign',
  pricebookentry: 'pricebook2',
  orderitem: 'order',
  casecomment: 'case',
  accountcontactrelation: 'account',
  accountcontactrole: 'account',
  accountteammember: 'account'
};

export class UserAccess {
  readonly #grants: readonly PermissionGrants[];
  /** Every object and field: the profile System Administrator. */
  readonly isUnlimited: boolean;

  /** Give profile and permission sets in any order, see {@link effectiveGrants}. */
  constructor(grants: readonly PermissionGrants[]) {
    this.#grants = grants;
    this.isUnlimited = grants.some((each) => each.grantsEverything);
  }

  /** `ApiEnabled`, `EditTask`, … */
  hasUserPermission(name: string): boolean {
    return this.#has('userPermissions', name);
  }

  hasCustomPermission(name: string): boolean {
    return this.#has('customPermissions', name);
  }

  /** Whether the user may call methods of the class from outside: Apex REST, components. `AuthorApex` opens all classes. */
  canUseClass(name: string): boolean {
    return this.isUnlimited || this.hasUserPermission('AuthorApex') || this.#has('classes', name);
  }

  canObject(object: ObjectSchema, right: ObjectRight): boolean {
    if (object.kind === 'metadata') return right === 'read' && this.#canReadMetadata(object);
    if (this.isUnlimited) return true;
    const name = object.name.toLowerCase();
    if (object.kind === 'hierarchySetting' || object.kind === 'listSetting') return this.#canSetting(name, right);
    if (
      this.hasUserPermission('ModifyAllData') ||
      (this.hasUserPermission('ViewAllData') && (right === 'read' || right === 'viewAll'))
    )
      return true;
    if (this.#grants.some((grants) => grants.objects.get(name)?.[right])) return true;
    if (right === 'viewAll' || right === 'modifyAll') return false;
    if (ACTIVITIES.has(name)) return this.#canActivity(name, right);
    if (OPEN_OBJECTS.has(name)) return right === 'read';
    if (FOLLOWING_RECORDS.has(name)) return true;
    return this.#canThroughParent(object, right);
  }

  /**
   * Field-level security. Fields on which it cannot be set (required ones, names, system fields) follow their object.
   * Whether a field can be written at all is its schema's matter (`isUpdateable`).
   */
  canField(object: ObjectSchema, field: FieldSchema, right: FieldRight): boolean {
    if (
      this.isUnlimited ||
      !field.isPermissionable ||
      object.kind === 'metadata' ||
      object.kind === 'hierarchySetting' ||
      object.kind === 'listSetting'
    )
      return true;
    const name = object.name.toLowerCase();
    if (
      OPEN_OBJECTS.has(name) ||
      FOLLOWING_RECORDS.has(name) ||
      (PARENT_OBJECTS[name] !== undefined && !field.isCustom)
    )
      return true;
    return this.#fieldKeys(name, field).some((key) => this.#grants.some((grants) => grants.fields.get(key)?.[right]));
  }

  /**
   * A part of a compound field is granted with the whole; custom activity fields are one field for tasks and events;
   * fields of a person account are granted with those of its contact.
   */
  #fieldKeys(object: string, field: FieldSchema): string[] {
    const objects = object === 'task' || object === 'event' ? ['task', 'event', 'activity'] : [object];
    const names = field.compoundField === null ? [field.name] : [field.name, field.compoundField];
    const keys = objects.flatMap((owner) => names.map((name) => `${owner}.${name}`.toLowerCase()));
    const ofContact = object === 'account' && /^person|__pc$/i.test(field.name) ? contactFieldOf(field.name) : null;
    return ofContact === null ? keys : [...keys, `contact.${ofContact}`.toLowerCase()];
  }

  #canActivity(name: string, right: ObjectRight): boolean {
    if (right === 'read')
      return (
        this.hasUserPermission('ActivitiesAccess') ||
        this.hasUserPermission('EditTask') ||
        this.hasUserPermission('EditEvent')
      );
    return this.hasUserPermission(name.startsWith('event') ? 'EditEvent' : 'EditTask');
  }

  /** Types that are open to Apex in system mode need a grant in user mode (PLATFORM 7.3). Nobody writes them by DML. */
  #canReadMetadata(object: ObjectSchema): boolean {
    return (
      this.isUnlimited ||
      this.hasUserPermission('CustomizeApplication') ||
      this.#has('customMetadataTypes', object.name)
    );
  }

  /** A grant lets read; writing takes Customize Application. */
  #canSetting(name: string, right: ObjectRight): boolean {
    if (this.hasUserPermission('CustomizeApplication')) return true;
    return right === 'read' && (this.#has('customSettings', name) || this.hasUserPermission('ViewAllCustomSettings'));
  }

  /** Share and history rows and the like: reading needs read, everything else needs edit on the parent. */
  #canThroughParent(object: ObjectSchema, right: ObjectRight): boolean {
    const parent = PARENT_OBJECTS[object.name.toLowerCase()] ?? parentOfRows(object);
    if (parent === undefined) return false;
    const needed = right === 'read' ? 'read' : 'edit';
    return this.#grants.some((grants) => grants.objects.get(parent)?.[needed]);
  }

  #has(
    kind: 'userPermissions' | 'customPermissions' | 'classes' | 'customMetadataTypes' | 'customSettings',
    name: string
  ): boolean {
    const key = name.toLowerCase();
    return this.#grants.some((grants) => grants[kind].has(key));
  }
}

/** `Thoughtly_Call__Share` → `thoughtly_call__c`, `LeadHistory` → `lead`. */
function parentOfRows(object: ObjectSchema): string | undefined {
  if (object.kind !== 'share' && object.kind !== 'history') return undefined;
  const name = object.name.toLowerCase();
  return /__(share|history)$/.test(name)
    ? name.replace(/__(share|history)$/, '__c')
    : name.replace(/(share|history)$/, '');
}

/**
 * The access of a user with a profile and permission sets. Names of permission set groups stand for their sets.
 * Unknown names grant nothing.
 */
export function effectiveGrants(
  schema: OrgSchema,
  profileName: string,
  permissionSetNames: readonly string[],
  further: readonly PermissionGrants[] = []
): UserAccess {
  const sets = permissionSetNames.flatMap((name) => schema.permissionSetGroups.get(name.toLowerCase()) ?? [name]);
  const found = [
    schema.profiles.get(profileName.toLowerCase()),
    ...sets.map((name) => schema.permissionSets.get(name.toLowerCase())),
    ...further
  ];
  return new UserAccess(found.filter((grants) => grants !== undefined));
}

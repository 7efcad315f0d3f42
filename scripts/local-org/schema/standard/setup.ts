/** Users' groups and permissions, jobs, code and other set-up of an org. */
import type { StandardTable } from './table';

const STATUS_FIELDS = `
  ApiName string(255) sys
  MasterLabel string(255) ro nofls name "Label"
  SortOrder int ro nofls`;

const PERMISSION_LABELS = `
  @id
  Name string(80) ! "Permission Set Name"
  Label string(80) ! name "Permission Set Label"`;

export const SETUP_TABLES: readonly StandardTable[] = [
  {
    name: 'Group',
    fields: `
      @id Group ID
      Name string(40) ! name
      DeveloperName string(80) nofls unique
      RelatedId reference(User,UserRole) ro nofls
      Type picklist(Regular*|Queue|Role|RoleAndSubordinates|RoleAndSubordinatesInternal|Organization|AllCustomerPortal|PRMOrganization|Manager|ManagerAndSubordinatesInternal|Territory|CollaborationGroup) create given
      Email email(255) nofls
      QueueRoutingConfigId reference(QueueRoutingConfig) nofls
      @owner Organization,User
      DoesSendEmailToMembers boolean nofls "Send Email to Members"
      DoesIncludeBosses boolean nofls =true "Include Bosses"
      Description textarea(1000) nofls
      @audit`
  },
  {
    name: 'GroupMember',
    label: 'Group Member',
    fields: `
      @id
      GroupId reference(Group) ! create as:GroupMembers cascade
      UserOrGroupId reference(Group,User) ! create rel:-
      SystemModstamp datetime sys`
  },
  {
    name: 'QueueSobject',
    label: 'Queue Sobject',
    fields: `
      @id Queue Sobject ID
      QueueId reference(Group) ! as:QueueSobjects cascade
      SobjectType picklist() ! "Object Type"
      CreatedById reference(User) sys
      SystemModstamp datetime sys`
  },
  {
    name: 'Profile',
    isOpen: true,
    isReadOnly: true,
    fields: `
      @id Profile ID
      Name string(255) ! name
      UserLicenseId reference(UserLicense) ro nofls
      UserType picklist(Standard*|Guest|PowerPartner|CustomerSuccess|PowerCustomerSuccess|CspLitePortal) ro nofls
      Description string(255) nofls
      @audit`
  },
  {
    name: 'PermissionSet',
    label: 'Permission Set',
    isOpen: true,
    fields: `
      ${PERMISSION_LABELS}
      LicenseId reference(PermissionSetLicense,UserLicense) nofls
      ProfileId reference(Profile) ro nofls
      PermissionSetGroupId reference(PermissionSetGroup) ro nofls
      IsOwnedByProfile boolean ro nofls
      IsCustom boolean ro nofls
      Type picklist(Regular*|Standard|Session|Group|Profile) ro nofls
      Description string(255) nofls
      NamespacePrefix string(15) ro nofls
      HasActivationRequired boolean nofls
      @audit`
  },
  {
    name: 'PermissionSetGroup',
    label: 'Permission Set Group',
    fields: `
      @id
      @deleted
      DeveloperName string(80) ! unique
      Language picklist(en_US*) given
      MasterLabel string(80) ! name
      NamespacePrefix string(15) ro nofls
      Description textarea(255) nofls
      Status picklist(Updated*|Outdated|Updating|Failed) sys
      HasActivationRequired boolean nofls
      @audit`
  },
  {
    name: 'PermissionSetGroupComponent',
    label: 'Permission Set Group Component',
    fields: `
      @id
      @deleted
      PermissionSetGroupId reference(PermissionSetGroup) ! create as:PermissionSetGroupComponents cascade
      PermissionSetId reference(PermissionSet) ! create as:PermissionSetGroupComponents
      @audit`
  },
  {
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    fields: `
      @id
      PermissionSetId reference(PermissionSet) create as:Assignments nofls cascade
      PermissionSetGroupId reference(PermissionSetGroup) create as:Assignments nofls cascade
      AssigneeId reference(User) ! create as:PermissionSetAssignments cascade
      ExpirationDate datetime nofls
      IsActive boolean ro nofls =true
      SystemModstamp datetime sys`
  },
  {
    name: 'ObjectPermissions',
    label: 'Object Permissions',
    fields: `
      @id
      ParentId reference(PermissionSet) ! create as:ObjectPerms cascade
      SobjectType picklist() ! create
      PermissionsCreate boolean nofls
      PermissionsRead boolean nofls
      PermissionsEdit boolean nofls
      PermissionsDelete boolean nofls
      PermissionsViewAllRecords boolean nofls
      PermissionsModifyAllRecords boolean nofls
      PermissionsViewAllFields boolean nofls
      @audit`
  },
  {
    name: 'FieldPermissions',
    label: 'Field Permissions',
    fields: `
      @id
      ParentId reference(PermissionSet) ! create as:FieldPerms cascade
      SobjectType picklist() ! create
      Field picklist() ! create
      PermissionsEdit boolean nofls
      PermissionsRead boolean nofls
      SystemModstamp datetime sys`
  },
  {
    name: 'SetupEntityAccess',
    label: 'Setup Entity Access',
    fields: `
      @id
      ParentId reference(PermissionSet) ! create as:SetupEntityAccessItems cascade
      SetupEntityId reference(ApexClass,CustomPermission) ! create rel:-
      SetupEntityType picklist(ApexClass|ApexPage|CustomPermission|ConnectedApplication|TabSet|CustomEntityDefinition) ro nofls
      SystemModstamp datetime sys`
  },
  {
    name: 'UserRole',
    label: 'Role',
    isOpen: true,
    fields: `
      @id Role ID
      Name string(80) ! name
      ParentRoleId reference(UserRole) rel:- nofls
      DeveloperName string(80) nofls unique
      RollupDescription string(80) nofls "Description"
      OpportunityAccessForAccountOwner picklist(None|Read|Edit*) given
      @audit`
  },
  {
    name: 'Organization',
    isOpen: true,
    isReadOnly: true,
    fields: `
      @id Organization ID
      Name string(80) ! name
      @address
      Phone phone(40) nofls
      IsSandbox boolean ro nofls
      OrganizationType picklist(Developer Edition*|Enterprise Edition|Unlimited Edition|Professional Edition) ro nofls "Edition"
      InstanceName string(5) ro nofls
      NamespacePrefix string(15) ro nofls
      TimeZoneSidKey picklist() ! "Time Zone"
      DefaultLocaleSidKey picklist() ! "Locale"
      LanguageLocaleKey picklist() ! "Language"
      FiscalYearStartMonth int nofls
      @audit`
  },
  {
    name: 'RecordType',
    label: 'Record Type',
    isReadOnly: true,
    fields: `
      @id Record Type ID
      Name string(80) ! name
      DeveloperName string(80) !
      NamespacePrefix string(15) ro nofls
      Description string(255) nofls
      BusinessProcessId reference(BusinessProcess) nofls
      SobjectType picklist() !
      IsActive boolean nofls
      IsPersonType boolean ro nofls
      @audit`
  },
  {
    name: 'LeadStatus',
    label: 'Lead Status Value',
    isReadOnly: true,
    fields: `
      @id
      ${STATUS_FIELDS}
      IsDefault boolean ro nofls
      IsConverted boolean ro nofls
      @audit`
  },
  {
    name: 'TaskStatus',
    label: 'Task Status Value',
    isReadOnly: true,
    fields: `
      @id
      ${STATUS_FIELDS}
      IsDefault boolean ro nofls
      IsClosed boolean ro nofls
      @audit`
  },
  {
    name: 'TaskPriority',
    label: 'Task Priority Value',
    isReadOnly: true,
    fields: `
      @id
      ${STATUS_FIELDS}
      IsDefault boolean ro nofls
      IsHighPriority boolean ro nofls
      @audit`
  },
  {
    name: 'CaseStatus',
    label: 'Case Status Value',
    isReadOnly: true,
    fields: `
      @id
      ${STATUS_FIELDS}
      IsDefault boolean ro nofls
      IsClosed boolean ro nofls
      @audit`
  },
  {
    name: 'OpportunityStage',
    label: 'Opportunity Stage',
    isReadOnly: true,
    fields: `
      @id
      ${STATUS_FIELDS}
      IsActive boolean ro nofls
      IsClosed boolean ro nofls
      IsWon boolean ro nofls
      ForecastCategory picklist(Omitted|Pipeline|BestCase|Forecast|Closed) sys
      ForecastCategoryName picklist(Omitted|Pipeline|Best Case|Commit|Closed) sys
      DefaultProbability percent(3,0) ro nofls
      Description string(255) ro nofls
      @audit`
  },
  {
    name: 'AsyncApexJob',
    label: 'Apex Job',
    isReadOnly: true,
    fields: `
      @id
      CreatedDate datetime sys
      CreatedById reference(User) sys
      JobType picklist(Future|SharingRecalculation|ScheduledApex|BatchApex|BatchApexWorker|TestRequest|TestWorker|ApexToken|Queueable) sys
      ApexClassId reference(ApexClass) ro nofls as:AsyncJobs
      Status picklist(Queued|Processing|Aborted|Completed|Failed|Preparing|Holding) sys
      JobItemsProcessed int sys
      TotalJobItems int ro nofls
      NumberOfErrors int ro nofls
      CompletedDate datetime ro nofls
      MethodName string(255) ro nofls
      ExtendedStatus string(255) ro nofls "Status Detail"
      ParentJobId reference(AsyncApexJob) rel:- ro nofls
      LastProcessed string(15) ro nofls
      LastProcessedOffset int ro nofls
      CronTriggerId reference(CronTrigger) ro nofls`
  },
  {
    name: 'CronTrigger',
    label: 'Scheduled Jobs',
    isReadOnly: true,
    fields: `
      @id Scheduled Job ID
      CronJobDetailId reference(CronJobDetail) ro nofls
      NextFireTime datetime ro nofls
      PreviousFireTime datetime ro nofls
      State string(16) ro nofls
      StartTime datetime ro nofls
      EndTime datetime ro nofls
      CronExpression string(255) ro nofls
      TimeZoneSidKey string(40) ro nofls
      OwnerId reference(User) sys rel:-
      LastModifiedById reference(User) sys
      CreatedById reference(User) sys
      CreatedDate datetime sys
      TimesTriggered int ro nofls`
  },
  {
    name: 'CronJobDetail',
    label: 'Cron Job',
    isReadOnly: true,
    fields: `
      @id
      Name string(255) sys name
      JobType string(3) ro nofls`
  }
];

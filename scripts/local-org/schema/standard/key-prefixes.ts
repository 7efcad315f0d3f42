/** The first three characters of the ids of standard objects (Object Reference, and every org alike). */
export const KEY_PREFIXES: Readonly<Record<string, string>> = {
  Account: '001', Note: '002', Contact: '003', User: '005', Opportunity: '006', OpportunityHistory: '008', Organization: '00D',
  UserRole: '00E', Group: '00G', OpportunityContactRole: '00K', Folder: '00l', Attachment: '00P', Lead: '00Q', Task: '00T',
  Event: '00U', EmailTemplate: '00X', Profile: '00e', AccountShare: '00r', OpportunityShare: '00t', CampaignMember: '00v',
  OpportunityLineItem: '00k', GroupMember: '011', RecordType: '012', Document: '015', BrandTemplate: '016', Product2: '01t',
  Pricebook2: '01s', PricebookEntry: '01u', ApexClass: '01p', ApexTrigger: '01q', LeadStatus: '01I', TaskStatus: '01K', CaseStatus: '01C',
  TaskPriority: '01L', CampaignMemberStatus: '01Y', OpportunityStage: '01J', BusinessHours: '01m', CronTrigger: '08e',
  CronJobDetail: '08a', Order: '801', OrderItem: '802', Contract: '800', Asset: '02i', EmailMessage: '02s', Case: '500',
  Solution: '501', Campaign: '701', ContentVersion: '068', ContentDocument: '069', ContentDocumentLink: '06A', AsyncApexJob: '707',
  ApexTestQueueItem: '709', ApexLog: '07L', ApexPage: '066', StaticResource: '081', PermissionSet: '0PS',
  PermissionSetAssignment: '0Pa', PermissionSetGroup: '0PG', PermissionSetLicense: '0PL', SetupEntityAccess: '0J0',
  PermissionSetGroupComponent: '0PM', ObjectPermissions: '110', FieldPermissions: '01k', CustomPermission: '0CP', QueueSobject: '03g', DuplicateRule: '0Bm',
  DuplicateRecordSet: '0GK', DuplicateRecordItem: '0GL', LeadShare: '01o', CaseShare: '01n', CampaignShare: '08s', ContactShare: '03s',
  FeedItem: '0D5', FeedComment: '0D7', LoginHistory: '0Ya', AuthSession: '0Ak', ConnectedApplication: '0H4', NamedCredential: '0XA',
  Individual: '0PK', Holiday: '0C0', Period: '026', Site: '0DM', Network: '0DB', Topic: '0TO', TopicAssignment: '0TA',
  ProcessInstance: '04g', ProcessInstanceStep: '04h', ProcessInstanceWorkitem: '04i', ProcessDefinition: '04a', AccountContactRelation: '07k', AccountTeamMember: '01M',
  OpportunityTeamMember: '00q', AccountContactRole: '02Z', CaseComment: '00a', UserLicense: '100', OrgWideEmailAddress: '0D2',
  TaskRelation: '0RT', EventRelation: '0RE', EventBusSubscriber: '0Fx', ExternalDataSource: '0XC', ListView: '00B', Report: '00O', Dashboard: '01Z', FiscalYearSettings: '022',
  Location: '131', WorkOrder: '0WO', VoiceCall: '0LQ', MessagingSession: '0Mw', MessagingEndUser: '0PA'
};

/** Objects by key prefix. */
export const KEY_PREFIX_OWNERS: ReadonlyMap<string, string> = new Map(Object.entries(KEY_PREFIXES).map(([name, prefix]) => [prefix, name]));

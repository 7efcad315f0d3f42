/** Campaigns, and cases. */
import type { StandardTable } from './table';
import { LEAD_SOURCES, SALUTATIONS } from './values';

export const CAMPAIGN: StandardTable = {
  name: 'Campaign',
  hasActivities: true,
  fields: `
    @id Campaign ID
    @deleted
    Name string(80) ! name "Campaign Name"
    ParentId reference(Campaign) as:ChildCampaigns "Parent Campaign ID"
    Type picklist(Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other) "Campaign Type"
    Status picklist(Planned*|In Progress|Completed|Aborted)
    StartDate date
    EndDate date
    ExpectedRevenue currency(18,0)
    BudgetedCost currency(18,0)
    ActualCost currency(18,0)
    ExpectedResponse percent(8,2) "Expected Response (%)"
    NumberSent double(18,0) "Num Sent"
    IsActive boolean "Active"
    Description textarea(32000)
    NumberOfLeads int ro "Leads in Campaign"
    NumberOfConvertedLeads int ro "Converted Leads in Campaign"
    NumberOfContacts int ro "Contacts in Campaign"
    NumberOfResponses int ro "Responses in Campaign"
    NumberOfOpportunities int ro "Opportunities in Campaign"
    NumberOfWonOpportunities int ro "Won Opportunities in Campaign"
    AmountAllOpportunities currency(18,0) ro "Value Opportunities in Campaign"
    AmountWonOpportunities currency(18,0) ro "Value Won Opportunities in Campaign"
    @owner User
    @audit
    @activity
    @viewed
    CampaignMemberRecordTypeId reference(RecordType) nofls "Record Type ID"`
};

export const CAMPAIGN_MEMBER: StandardTable = {
  name: 'CampaignMember',
  label: 'Campaign Member',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Campaign Member ID
    @deleted
    CampaignId reference(Campaign) ! create as:CampaignMembers cascade
    LeadId reference(Lead) create as:CampaignMembers nofls cascade
    ContactId reference(Contact) create as:CampaignMembers nofls cascade
    AccountId reference(Account) create as:CampaignMembers nofls cascade
    Status picklist(Sent|Responded) nofls
    HasResponded boolean ro nofls "Responded"
    FirstRespondedDate date ro nofls
    @audit
    Salutation picklist(${SALUTATIONS}) ro nofls
    Name string(255) ro name
    FirstName string(40) ro nofls
    LastName string(80) ro nofls
    Title string(128) ro nofls
    Street textarea(255) ro nofls
    City string(40) ro nofls
    State string(80) ro nofls "State/Province"
    PostalCode string(20) ro nofls "Zip/Postal Code"
    Country string(80) ro nofls
    Email email(80) ro nofls
    Phone phone(40) ro nofls
    Fax phone(40) ro nofls
    MobilePhone phone(40) ro nofls "Mobile"
    Description textarea(32000) ro nofls
    DoNotCall boolean ro nofls
    HasOptedOutOfEmail boolean ro nofls "Email Opt Out"
    HasOptedOutOfFax boolean ro nofls "Fax Opt Out"
    LeadSource picklist(${LEAD_SOURCES}) ro nofls
    CompanyOrAccount string(255) ro nofls "Company (Account)"
    Type string(40) ro nofls
    LeadOrContactId reference(Contact,Lead) ro nofls
    LeadOrContactOwnerId reference(Group,User) ro nofls`
};

export const CAMPAIGN_MEMBER_STATUS: StandardTable = {
  name: 'CampaignMemberStatus',
  label: 'Campaign Member Status',
  labelPlural: 'Campaign Member Statuses',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Campaign Member Status ID
    @deleted
    CampaignId reference(Campaign) ! create as:CampaignMemberStatuses cascade
    Label string(765) ! name
    SortOrder int nofls
    IsDefault boolean nofls "Default"
    HasResponded boolean nofls "Responded"
    @audit`
};

export const CASE: StandardTable = {
  name: 'Case',
  hasActivities: true,
  fields: `
    @id Case ID
    @deleted
    MasterRecordId reference(Case) ro nofls
    CaseNumber string(30) auto:{00000000}
    ContactId reference(Contact) as:Cases
    AccountId reference(Account) as:Cases
    AssetId reference(Asset) as:Cases
    SourceId reference(EmailMessage) nofls
    BusinessHoursId reference(BusinessHours) nofls
    ParentId reference(Case) as:Cases "Parent Case ID"
    SuppliedName string(80) nofls "Name"
    SuppliedEmail email(80) nofls "Email Address"
    SuppliedPhone string(40) nofls "Phone"
    SuppliedCompany string(80) nofls "Company"
    Type picklist(Mechanical|Electrical|Electronic|Structural|Other) "Case Type"
    Status picklist(New*|Working|Escalated|Closed{closed}) nofls
    Reason picklist(Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other) "Case Reason"
    Origin picklist(Phone|Email|Web) "Case Origin"
    Subject string(255)
    Priority picklist(High|Medium*|Low)
    Description textarea(32000)
    IsClosed boolean ro nofls "Closed"
    ClosedDate datetime ro
    IsEscalated boolean nofls "Escalated"
    @owner
    IsClosedOnCreate boolean ro nofls "Closed When Created"
    SlaStartDate datetime nofls
    SlaExitDate datetime nofls
    IsStopped boolean nofls
    StopStartDate datetime ro nofls
    ContactPhone phone(40) ro nofls
    ContactMobile phone(40) ro nofls
    ContactEmail email(80) ro nofls
    ContactFax phone(40) ro nofls
    Comments textarea(4000) nofls "Internal Comments"
    @audit
    @viewed`
};

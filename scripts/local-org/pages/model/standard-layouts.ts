/** What the standard layouts of sales objects show, so that a page has the fields that a person expects, in their order. */

/** Fields below the name of a record: the standard compact layouts, with what Thoughtly adds. */
export const HIGHLIGHTS: Readonly<Record<string, readonly string[]>> = {
  Lead: ['Title', 'Company', 'Phone', 'Email', 'Status', 'Call_Disposition__c'],
  Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId', 'Call_Disposition__c'],
  Account: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Opportunity: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId', 'Appointment_Date__c'],
  Task: ['WhoId', 'Status', 'Priority', 'ActivityDate', 'OwnerId'],
  Thoughtly_Call__c: ['Disposition__c', 'Intent_Score__c', 'Lead__c', 'Contact__c', 'Started_At__c', 'Agent_Name__c']
};

/** Standard fields in the first section of the details. An object that is not here shows all its fields. */
export const DETAILS: Readonly<Record<string, readonly string[]>> = {
  Lead: [
    'OwnerId',
    'Name',
    'Company',
    'Title',
    'Phone',
    'MobilePhone',
    'Email',
    'Website',
    'Status',
    'Rating',
    'LeadSource',
    'Industry',
    'AnnualRevenue',
    'NumberOfEmployees',
    'Street',
    'City',
    'State',
    'PostalCode',
    'Country',
    'DoNotCall',
    'HasOptedOutOfEmail',
    'Description'
  ],
  Contact: [
    'OwnerId',
    'Name',
    'AccountId',
    'Title',
    'Phone',
    'MobilePhone',
    'Email',
    'LeadSource',
    'MailingStreet',
    'MailingCity',
    'MailingState',
    'MailingPostalCode',
    'MailingCountry',
    'DoNotCall',
    'Description'
  ],
  Account: [
    'OwnerId',
    'Name',
    'ParentId',
    'Phone',
    'Website',
    'Type',
    'Industry',
    'AnnualRevenue',
    'NumberOfEmployees',
    'BillingStreet',
    'BillingCity',
    'BillingState',
    'BillingPostalCode',
    'BillingCountry',
    'Description'
  ],
  Opportunity: [
    'OwnerId',
    'Name',
    'AccountId',
    'Amount',
    'CloseDate',
    'StageName',
    'Probability',
    'Type',
    'LeadSource',
    'NextStep',
    'CampaignId',
    'Description'
  ],
  Task: [
    'OwnerId',
    'Subject',
    'WhoId',
    'WhatId',
    'ActivityDate',
    'Status',
    'Priority',
    'Type',
    'TaskSubtype',
    'CallType',
    'CallDurationInSeconds',
    'CallDisposition',
    'Description'
  ]
};

/** Columns of list views and related lists. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Lead: ['Company', 'Phone', 'Status', 'Call_Disposition__c', 'Intent_Score__c'],
  Contact: ['AccountId', 'Phone', 'Email', 'Call_Disposition__c'],
  Account: ['Phone', 'Website', 'Industry', 'OwnerId'],
  Opportunity: ['AccountId', 'StageName', 'Amount', 'CloseDate', 'OwnerId'],
  Task: ['WhoId', 'Status', 'ActivityDate', 'OwnerId'],
  Thoughtly_Call__c: ['Disposition__c', 'Intent_Score__c', 'Lead__c', 'Contact__c', 'Started_At__c', 'Agent_Name__c'],
  Thoughtly_Delivery__c: ['Status__c', 'Source__c', 'Attempts__c', 'Received_At__c']
};

/** Fields that the package adds to standard objects. Other custom fields are an admin's own. */
export const PACKAGE_FIELDS: ReadonlySet<string> = new Set([
  'Call_Disposition__c',
  'Intent_Score__c',
  'Qualification_Notes__c',
  'Appointment_Date__c',
  'Inquiry_Type__c',
  'Disqualification_Reason__c',
  'Last_Thoughtly_Call__c',
  'Thoughtly_Contact_Id__c',
  'Thoughtly_Call__c',
  'Recording_URL__c',
  'Transcript__c'
]);

/** Keys and stored JSON that no layout shows to people. */
export const HIDDEN: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'RecordTypeId',
  'Thoughtly_Phone_Key__c',
  'Thoughtly_Mobile_Key__c',
  'Thoughtly_Key__c',
  'Customer_Phone_Key__c',
  'Turns__c',
  'Variables__c',
  'Steps__c'
]);

export const SYSTEM_FIELDS: readonly string[] = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

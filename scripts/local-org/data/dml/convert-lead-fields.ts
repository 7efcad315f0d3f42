/** Where the fields of a Lead go when it is converted (Salesforce Help, "Lead Conversion Field Mapping"). */

/** Field of the target by field of the Lead. */
export type FieldMapping = Readonly<Record<string, string>>;

const ACCOUNT_FIELDS: FieldMapping = {
  Company: 'Name',
  Phone: 'Phone',
  Fax: 'Fax',
  Website: 'Website',
  Industry: 'Industry',
  NumberOfEmployees: 'NumberOfEmployees',
  AnnualRevenue: 'AnnualRevenue',
  Rating: 'Rating',
  Street: 'BillingStreet',
  City: 'BillingCity',
  State: 'BillingState',
  PostalCode: 'BillingPostalCode',
  Country: 'BillingCountry'
};
const CONTACT_FIELDS: FieldMapping = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Salutation: 'Salutation',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'MobilePhone',
  Fax: 'Fax',
  LeadSource: 'LeadSource',
  Description: 'Description',
  DoNotCall: 'DoNotCall',
  HasOptedOutOfEmail: 'HasOptedOutOfEmail',
  Street: 'MailingStreet',
  City: 'MailingCity',
  State: 'MailingState',
  PostalCode: 'MailingPostalCode',
  Country: 'MailingCountry'
};

/** By object that the conversion makes. */
export const FIELDS: Readonly<Record<string, FieldMapping>> = {
  Account: ACCOUNT_FIELDS,
  Contact: CONTACT_FIELDS,
  Opportunity: { LeadSource: 'LeadSource' }
};

/** Fields that a person account has itself, under the same name as its contact. */
const SHARED = new Set(['FirstName', 'LastName', 'Salutation', 'Phone', 'Fax', 'Description']);

/** The account's name for a field of the contact: `PersonEmail`, `Tier__pc`. */
export function personName(contactField: string): string {
  if (contactField.endsWith('__c')) return contactField.replace(/__c$/, '__pc');
  return SHARED.has(contactField) ? contactField : `Person${contactField}`;
}

/** For a Lead that becomes a person account: what its contact gets, by the names of the account. */
export const PERSON_FIELDS: FieldMapping = {
  ...Object.fromEntries(Object.entries(CONTACT_FIELDS).map(([source, target]) => [source, personName(target)])),
  Website: 'Website',
  Industry: 'Industry',
  NumberOfEmployees: 'NumberOfEmployees',
  AnnualRevenue: 'AnnualRevenue',
  Rating: 'Rating'
};

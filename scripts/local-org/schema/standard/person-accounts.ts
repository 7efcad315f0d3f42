/**
 * The feature Person Accounts: accounts that are people. Such an account has a contact of its own (`PersonContactId`),
 * and shows that contact's fields as its own: `PersonEmail`, `PersonMobilePhone`, and custom ones with the suffix `__pc`.
 */
import type { FieldSchema, ObjectSchema } from '../model';
import { labelFromName, makeField } from '../field';

/** Contact fields that keep their names on the account. */
const NAME_PARTS = ['LastName', 'FirstName', 'Salutation'];
/** Contact fields that get the prefix `Person`. Phone, Fax, Description and owner are the account's own. */
const PREFIXED = [
  'MailingStreet',
  'MailingCity',
  'MailingState',
  'MailingPostalCode',
  'MailingCountry',
  'MailingLatitude',
  'MailingLongitude',
  'MailingGeocodeAccuracy',
  'MailingAddress',
  'OtherStreet',
  'OtherCity',
  'OtherState',
  'OtherPostalCode',
  'OtherCountry',
  'OtherLatitude',
  'OtherLongitude',
  'OtherGeocodeAccuracy',
  'OtherAddress',
  'MobilePhone',
  'HomePhone',
  'OtherPhone',
  'AssistantPhone',
  'Email',
  'Title',
  'Department',
  'AssistantName',
  'LeadSource',
  'Birthdate',
  'HasOptedOutOfEmail',
  'HasOptedOutOfFax',
  'DoNotCall',
  'LastCURequestDate',
  'LastCUUpdateDate',
  'EmailBouncedReason',
  'EmailBouncedDate',
  'IndividualId'
];

const READ_ONLY = { isCreateable: false, isUpdateable: false, isPermissionable: false } as const;
const isPersonAccount = makeField({
  ...READ_ONLY,
  name: 'IsPersonAccount',
  type: 'boolean',
  label: 'Is Person Account'
});

/** Adds the fields of the feature to accounts and contacts, and lets Leads do without a company. */
export function addPersonAccounts(objects: Map<string, ObjectSchema>): void {
  const account = objects.get('account');
  const contact = objects.get('contact');
  if (!account || !contact) return;
  const added = [isPersonAccount, personContactField(), ...personFields(contact)];
  objects.set('account', {
    ...withFields(account, added),
    recordTypes: [
      ...account.recordTypes,
      { developerName: 'PersonAccount', label: 'Person Account', isActive: true, picklistValues: new Map() }
    ]
  });
  objects.set('contact', withFields(contact, [isPersonAccount]));
  makeCompanyOptional(objects);
}

/** A Lead without a company is a person, and becomes a person account. */
function makeCompanyOptional(objects: Map<string, ObjectSchema>): void {
  const lead = objects.get('lead');
  const company = lead?.fields.get('company');
  if (lead && company) objects.set('lead', withFields(lead, [{ ...company, isNillable: true }]));
}

/** The fields of a person account that stand for fields of its contact, by account field in lower case. */
export function contactFieldOf(accountField: string): string | null {
  const custom = /^(\w+)__pc$/i.exec(accountField)?.[1];
  if (custom !== undefined) return `${custom}__c`;
  const wanted = accountField.toLowerCase();
  return (
    NAME_PARTS.find((name) => name.toLowerCase() === wanted) ??
    PREFIXED.find((name) => `person${name.toLowerCase()}` === wanted) ??
    null
  );
}

function personFields(contact: ObjectSchema): FieldSchema[] {
  const made: FieldSchema[] = [];
  for (const field of contact.fields.values()) {
    // A business account has no last name; what a person account needs is the data engine's matter.
    if (NAME_PARTS.includes(field.name)) made.push({ ...field, isNillable: true });
    else if (PREFIXED.includes(field.name)) made.push(prefixed(field));
    else if (field.isCustom && field.formula === null && field.type !== 'reference')
      made.push({ ...field, name: field.name.replace(/__c$/i, '__pc'), isUnique: false });
  }
  return made;
}

function prefixed(field: FieldSchema): FieldSchema {
  return {
    ...field,
    name: `Person${field.name}`,
    label: labelFromName(field.name),
    relationshipName: field.relationshipName === null ? null : `Person${field.relationshipName}`,
    childRelationshipName: null,
    compoundField: field.compoundField === null ? null : `Person${field.compoundField}`
  };
}

function personContactField(): FieldSchema {
  return makeField({
    ...READ_ONLY,
    name: 'PersonContactId',
    type: 'reference',
    referenceTo: ['Contact'],
    relationshipName: 'PersonContact',
    deleteConstraint: null
  });
}

function withFields(object: ObjectSchema, fields: readonly FieldSchema[]): ObjectSchema {
  return {
    ...object,
    fields: new Map([...object.fields, ...fields.map((field) => [field.name.toLowerCase(), field] as const)])
  };
}

/** The standard objects that every local org has from the start. Others of the platform are made when asked for. */
import type { ObjectSchema } from '../model';
import { genericObject } from './generic-object';
import { findStubObject } from './stub-objects';

/** Objects without a table that are listed in global describes all the same. */
const GENERIC_OBJECTS = [
  'Lead', 'Contact', 'Account', 'Opportunity', 'Task', 'Event', 'User', 'Profile', 'PermissionSet', 'PermissionSetAssignment', 'PermissionSetGroup',
  'Campaign', 'CampaignMember', 'CampaignMemberStatus', 'Group', 'GroupMember', 'QueueSobject', 'Case', 'Contract', 'ContentVersion', 'ContentDocument',
  'ContentDocumentLink', 'OpportunityContactRole', 'OpportunityLineItem', 'Product2', 'Pricebook2', 'PricebookEntry', 'Order', 'Asset', 'LeadStatus',
  'TaskStatus', 'OpportunityStage', 'AsyncApexJob', 'CronTrigger', 'ApexClass', 'ApexTrigger', 'Organization', 'UserRole', 'RecordType', 'BusinessHours',
  'Attachment', 'Note', 'Name', 'AggregateResult', 'EntityDefinition', 'FieldDefinition', 'DuplicateRule', 'ObjectPermissions', 'FieldPermissions',
  'EmailMessage', 'Document', 'Folder', 'StaticResource', 'CustomPermission', 'SetupEntityAccess'
];

/** All standard objects by name in lower case, new for each org. */
export function standardObjects(): Map<string, ObjectSchema> {
  const objects = new Map<string, ObjectSchema>();
  for (const name of GENERIC_OBJECTS) {
    const stub = findStubObject(name);
    if (stub && !objects.has(name.toLowerCase())) objects.set(name.toLowerCase(), genericObject(stub));
  }
  return objects;
}

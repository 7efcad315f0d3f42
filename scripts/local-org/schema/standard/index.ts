/** The standard objects that every local org has from the start. Others of the platform are made when asked for. */
import type { ObjectSchema } from '../model';
import { makeObject } from '../object';
import { EMAIL_MESSAGE, EVENT, TASK } from './activities';
import { ATTACHMENT, CONTENT_DOCUMENT, CONTENT_DOCUMENT_LINK, CONTENT_VERSION, FEED_ITEM, NOTE } from './files';
import { genericObject } from './generic-object';
import { CAMPAIGN, CAMPAIGN_MEMBER, CAMPAIGN_MEMBER_STATUS, CASE } from './marketing';
import { ACCOUNT, CONTACT, LEAD, USER } from './people';
import {
  ASSET,
  CONTRACT,
  OPPORTUNITY,
  OPPORTUNITY_CONTACT_ROLE,
  OPPORTUNITY_LINE_ITEM,
  ORDER,
  PRICEBOOK2,
  PRICEBOOK_ENTRY,
  PRODUCT2
} from './sales';
import { SETUP_TABLES } from './setup';
import { findStubObject } from './stub-objects';
import { objectFromTable, type StandardTable } from './table';

const TABLES: readonly StandardTable[] = [
  LEAD,
  CONTACT,
  ACCOUNT,
  OPPORTUNITY,
  TASK,
  EVENT,
  USER,
  CAMPAIGN,
  CAMPAIGN_MEMBER,
  CAMPAIGN_MEMBER_STATUS,
  CASE,
  CONTRACT,
  ORDER,
  ASSET,
  OPPORTUNITY_CONTACT_ROLE,
  OPPORTUNITY_LINE_ITEM,
  PRODUCT2,
  PRICEBOOK2,
  PRICEBOOK_ENTRY,
  CONTENT_VERSION,
  CONTENT_DOCUMENT,
  CONTENT_DOCUMENT_LINK,
  ATTACHMENT,
  NOTE,
  FEED_ITEM,
  EMAIL_MESSAGE,
  ...SETUP_TABLES
];

/** Objects without a table that are listed in global describes all the same. */
const GENERIC_OBJECTS = [
  'Name',
  'ApexClass',
  'ApexTrigger',
  'BusinessHours',
  'EntityDefinition',
  'FieldDefinition',
  'DuplicateRule',
  'Document',
  'Folder',
  'StaticResource',
  'CustomPermission',
  'UserLicense',
  'AccountShare',
  'ContactShare',
  'LeadShare',
  'OpportunityShare',
  'CaseShare',
  'CampaignShare',
  'AccountContactRelation',
  'OpportunityHistory',
  'OrderItem',
  'EmailTemplate',
  'Individual',
  'Holiday',
  'Topic',
  'TopicAssignment'
];

let madeObjects: ReadonlyMap<string, ObjectSchema> | null = null;

/** All standard objects by name in lower case: a new map for each org, of objects that never change. */
export function standardObjects(): Map<string, ObjectSchema> {
  madeObjects ??= makeStandardObjects();
  return new Map(madeObjects);
}

function makeStandardObjects(): Map<string, ObjectSchema> {
  const objects = TABLES.map(objectFromTable);
  for (const name of GENERIC_OBJECTS) {
    const stub = findStubObject(name);
    if (stub) objects.push(genericObject(stub));
  }
  // The row type of grouped queries: it has no fields of its own, only what a query selects.
  objects.push(
    makeObject({
      name: 'AggregateResult',
      fields: [],
      isCreateable: false,
      isUpdateable: false,
      isDeletable: false,
      isQueryable: false
    })
  );
  return new Map(objects.map((object) => [object.name.toLowerCase(), object]));
}

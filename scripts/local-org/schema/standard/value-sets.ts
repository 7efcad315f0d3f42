/** Standard value sets: the org's own values of standard picklists, from `standardValueSets`. */
import type { ObjectSchema, PicklistValue } from '../model';

/** The fields that share a standard value set. */
const FIELDS_OF_SET: Readonly<Record<string, readonly string[]>> = {
  leadstatus: ['Lead.Status'],
  leadsource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  opportunitystage: ['Opportunity.StageName'],
  opportunitytype: ['Opportunity.Type'],
  taskstatus: ['Task.Status'],
  taskpriority: ['Task.Priority'],
  tasksubject: ['Task.Subject'],
  tasktype: ['Task.Type'],
  eventsubject: ['Event.Subject'],
  eventtype: ['Event.Type'],
  casestatus: ['Case.Status'],
  casepriority: ['Case.Priority'],
  caseorigin: ['Case.Origin'],
  casereason: ['Case.Reason'],
  casetype: ['Case.Type'],
  industry: ['Lead.Industry', 'Account.Industry'],
  accountrating: ['Lead.Rating', 'Account.Rating'],
  accounttype: ['Account.Type'],
  accountownership: ['Account.Ownership'],
  salutation: ['Lead.Salutation', 'Contact.Salutation'],
  campaignstatus: ['Campaign.Status'],
  campaigntype: ['Campaign.Type'],
  campaignmemberstatus: ['CampaignMember.Status'],
  contactrole: ['OpportunityContactRole.Role'],
  contractstatus: ['Contract.Status'],
  orderstatus: ['Order.Status'],
  assetstatus: ['Asset.Status'],
  product2family: ['Product2.Family']
};

/** Puts the values of the source's standard value sets in place of the default ones. */
export function applyValueSets(
  objects: Map<string, ObjectSchema>,
  valueSets: ReadonlyMap<string, readonly PicklistValue[]>
): Map<string, ObjectSchema> {
  for (const [name, picklistValues] of valueSets) {
    for (const path of FIELDS_OF_SET[name] ?? []) {
      const [objectName = '', fieldName = ''] = path.toLowerCase().split('.');
      const object = objects.get(objectName);
      const field = object?.fields.get(fieldName);
      if (!object || !field) continue;
      const defaultValue = picklistValues.find((value) => value.isDefault)?.value ?? null;
      objects.set(objectName, {
        ...object,
        fields: new Map(object.fields).set(fieldName, { ...field, picklistValues, defaultValue })
      });
    }
  }
  return objects;
}

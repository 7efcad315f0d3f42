/** `Database.LeadConvert`: what becomes of a Lead. */
import type { LeadConversion } from '../../data/dml/convert-lead';
import type { SObjectValue } from '../../data/sobject';
import { platformType } from '../registry';

export class LeadConvertValue implements LeadConversion {
  leadId: string | null = null;
  accountId: string | null = null;
  accountRecord: SObjectValue | null = null;
  contactId: string | null = null;
  contactRecord: SObjectValue | null = null;
  opportunityId: string | null = null;
  opportunityRecord: SObjectValue | null = null;
  opportunityName: string | null = null;
  ownerId: string | null = null;
  convertedStatus: string | null = null;
  doNotCreateOpportunity = false;
  overwriteLeadSource = false;
  sendNotificationEmail = false;
  bypassAccountDedupeCheck = false;
  bypassContactDedupeCheck = false;
}

type Fields = Record<string, unknown>;
const names = Object.keys(new LeadConvertValue());
const FLAGS_READ_WITH_IS = new Set(['doNotCreateOpportunity', 'overwriteLeadSource', 'sendNotificationEmail']);

platformType({
  name: 'Database.LeadConvert',
  jsClass: LeadConvertValue,
  constructors: { '/0': () => new LeadConvertValue() },
  methods: Object.fromEntries(
    names.flatMap((name) => [
      [`${FLAGS_READ_WITH_IS.has(name) ? 'is' : 'get'}${name}/0`, (self: Fields) => self[name]],
      [
        `set${name}/1`,
        (self: Fields, value: unknown) => {
          self[name] = value;
          return null;
        }
      ]
    ])
  ),
  properties: Object.fromEntries(
    names.map((name) => [
      name,
      {
        get: (self: Fields) => self[name],
        set: (self: Fields, value: unknown) => {
          self[name] = value;
        }
      }
    ])
  )
});

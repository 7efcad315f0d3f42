/** Campaigns and their members: one row for each person, and the response follows from the status. */
import type { ObjectRules } from '../object-rules';
import { writeSystemRow } from '../system-rows';
import { fail } from '../work-item';

/** A new campaign has the two statuses that every campaign starts with. */
export const campaignRules: ObjectRules = {
  afterSave(tables, { id, old }) {
    if (old) return;
    writeSystemRow(tables, 'CampaignMemberStatus', {
      CampaignId: id,
      Label: 'Sent',
      SortOrder: 1,
      IsDefault: true,
      HasResponded: false
    });
    writeSystemRow(tables, 'CampaignMemberStatus', {
      CampaignId: id,
      Label: 'Responded',
      SortOrder: 2,
      IsDefault: false,
      HasResponded: true
    });
  }
};

export const campaignMemberRules: ObjectRules = {
  derive(tables, { draft }) {
    const statuses = tables
      .table('CampaignMemberStatus')
      .find('CampaignId', (draft['CampaignId'] as string | undefined) ?? null);
    if (!draft['Status']) draft['Status'] = statuses.find((row) => row['IsDefault'] === true)?.['Label'] ?? 'Sent';
    const status = statuses.find((row) => row['Label'] === draft['Status']);
    draft['HasResponded'] = status ? status['HasResponded'] === true : draft['Status'] === 'Responded';
    draft['LeadOrContactId'] = draft['LeadId'] ?? draft['ContactId'] ?? null;
    const person = tables.row((draft['LeadOrContactId'] as string | null) ?? null);
    for (const name of ['FirstName', 'LastName', 'Name']) if (person) draft[name] = person[name] ?? null;
  },

  validate(tables, item) {
    if (item.old) return;
    const person = item.draft['LeadOrContactId'] as string | null;
    if (person === null) {
      fail(item, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId, ContactId]', ['LeadId', 'ContactId']);
      return;
    }
    const members = tables.table('CampaignMember').find('CampaignId', item.draft['CampaignId'] as string);
    const isThere = members.some((row) => row['IsDeleted'] !== true && row['LeadOrContactId'] === person);
    if (isThere) fail(item, 'DUPLICATE_VALUE', 'Already a campaign member.');
  }
};

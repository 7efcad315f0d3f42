/** Fails as the setting says. */
trigger FaultyCampaignMember on CampaignMember(before insert, before update, after insert, after update) {
  Faults.happen('CampaignMember');
}

/** Fails as the setting says. */
trigger FaultyOpportunityContactRole on OpportunityContactRole(
  before insert,
  before update,
  after insert,
  after update
) {
  Faults.happen('OpportunityContactRole');
}

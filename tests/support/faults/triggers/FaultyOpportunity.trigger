/** Fails as the setting says. */
trigger FaultyOpportunity on Opportunity(before insert, before update, after insert, after update) {
  Faults.happen('Opportunity');
}

/** Fails as the setting says. */
trigger FaultyThoughtlyCall on Thoughtly_Call__c(before insert, before update, after insert, after update) {
  Faults.happen('Thoughtly_Call__c');
}

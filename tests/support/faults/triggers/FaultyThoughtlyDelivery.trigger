/** Fails as the setting says. */
trigger FaultyThoughtlyDelivery on Thoughtly_Delivery__c(before insert, before update, after insert, after update) {
  Faults.happen('Thoughtly_Delivery__c');
}

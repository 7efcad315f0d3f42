trigger CommittedTrigger on Committed__e(after insert) {
  for (Committed__e event : Trigger.new) {
    insert new Account(Name = 'Committed ' + event.Text__c);
  }
}

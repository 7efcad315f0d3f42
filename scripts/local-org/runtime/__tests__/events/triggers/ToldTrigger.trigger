trigger ToldTrigger on Told__e(after insert) {
  for (Told__e event : Trigger.new) {
    insert new Account(Name = 'Told ' + event.Text__c);
  }
}

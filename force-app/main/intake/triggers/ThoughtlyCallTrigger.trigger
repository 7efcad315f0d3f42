/** Processes a conversation again when a person gives it to another record. */
trigger ThoughtlyCallTrigger on Thoughtly_Call__c(before update, after update) {
  ThoughtlyCallReview.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}

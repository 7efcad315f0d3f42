/** Completes deliveries that arrive as records, and wakes the job that processes them. */
trigger ThoughtlyDeliveryTrigger on Thoughtly_Delivery__c(before insert, before update, after insert, after update) {
  ThoughtlyDeliveryEvents.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}

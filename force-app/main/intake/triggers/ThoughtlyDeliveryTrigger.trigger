/** Completes deliveries that arrive as records, and wakes the job that processes them. */
trigger ThoughtlyDeliveryTrigger on Thoughtly_Delivery__c(before insert, after insert) {
  if (Trigger.isBefore) {
    ThoughtlyDeliveryDefaults.fill(Trigger.new);
  } else if (ThoughtlyDeliveryDefaults.hasWaiting(Trigger.new)) {
    ThoughtlyDeliveryQueue.wake();
  }
}

/** Saves deliveries whose request died while the sender waited. */
trigger ThoughtlyDeliveryKeptTrigger on Thoughtly_Delivery_Kept__e(after insert) {
  ThoughtlyKeptDeliveries.store(Trigger.new);
}

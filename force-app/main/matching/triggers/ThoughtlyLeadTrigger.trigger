/** Keeps the phone keys of Leads. */
trigger ThoughtlyLeadTrigger on Lead(before insert, before update) {
  ThoughtlyPhoneKeys.fill(Trigger.new);
}

/** Takes the calls of a Lead along when it is converted. */
trigger ThoughtlyLeadConversionTrigger on Lead(after update) {
  ThoughtlyConvertedLeads.follow(Trigger.new, Trigger.oldMap);
}

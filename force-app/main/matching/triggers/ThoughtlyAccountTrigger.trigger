/** Keeps the phone keys of person accounts. */
trigger ThoughtlyAccountTrigger on Account(before insert, before update) {
  ThoughtlyPhoneKeys.fillPersonAccounts(Trigger.new);
}

/** Keeps the phone keys of Contacts. */
trigger ThoughtlyContactTrigger on Contact(before insert, before update) {
  ThoughtlyPhoneKeys.fill(Trigger.new);
}

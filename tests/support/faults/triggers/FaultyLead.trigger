/** Fails as the setting says. */
trigger FaultyLead on Lead(before insert, before update, after insert, after update) {
  Faults.happen('Lead');
}

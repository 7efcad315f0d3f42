/** Fails as the setting says. */
trigger FaultyContact on Contact(before insert, before update, after insert, after update) {
  Faults.happen('Contact');
}

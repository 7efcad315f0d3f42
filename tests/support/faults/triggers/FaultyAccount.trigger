/** Fails as the setting says. */
trigger FaultyAccount on Account(before insert, before update, after insert, after update) {
  Faults.happen('Account');
}

/** Fails as the setting says. */
trigger FaultyContentVersion on ContentVersion(before insert, before update, after insert, after update) {
  Faults.happen('ContentVersion');
}

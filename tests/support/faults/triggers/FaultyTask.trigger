/** Fails as the setting says. */
trigger FaultyTask on Task(before insert, before update, after insert, after update) {
  Faults.happen('Task');
}

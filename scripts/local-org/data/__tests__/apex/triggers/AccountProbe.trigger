/** Misbehaves by the name of the account, for TriggerApiTest. */
trigger AccountProbe on Account(before insert, before update, before delete, after insert) {
  if (Trigger.isBefore && Trigger.isInsert) {
    for (Account record : Trigger.new) {
      if (record.Name == 'bad') {
        record.Name.addError('bad name');
      }
      if (record.Name == 'null') {
        Account missing;
        missing.Name = 'x';
      }
    }
  }
  if (Trigger.isBefore && Trigger.isUpdate) {
    for (Account record : Trigger.new) {
      record.Description = 'was ' + Trigger.oldMap.get(record.Id).Name;
    }
  }
  if (Trigger.isDelete) {
    for (Account record : Trigger.old) {
      if (record.Name == 'locked') {
        record.addError('locked');
      }
    }
  }
  if (Trigger.isAfter && Trigger.isInsert) {
    for (Account record : Trigger.new) {
      if (record.Name == 'late') {
        record.Name = 'x';
      }
    }
  }
}

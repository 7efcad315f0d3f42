trigger BillSize on Bill__c(before update, after update) {
  for (Bill__c record : Trigger.new) {
    if (Trigger.isBefore) {
      record.Size__c = record.Total__c > 50 ? 'Large' : 'Small';
    } else {
      BillProbe.changes.add(Trigger.oldMap.get(record.Id).Total__c + ' to ' + record.Total__c);
    }
  }
}

trigger LeadOwners on Lead(after insert, after update) {
  for (Lead record : Trigger.new) {
    OwnerProbe.owners.add(record.OwnerId);
  }
}

trigger AccountPeople on Account(before insert, after insert) {
  for (Account record : Trigger.new) {
    PersonProbe.saw(Trigger.isBefore ? 'before' : 'after', record);
  }
}

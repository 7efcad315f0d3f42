/** Keeps the mark by which record pages find the conversations whose person somebody has to pick. */
trigger ThoughtlyOpenQuestionTrigger on Thoughtly_Call__c(before insert, before update) {
  ThoughtlyCallRows.markOpenQuestions(Trigger.new);
}

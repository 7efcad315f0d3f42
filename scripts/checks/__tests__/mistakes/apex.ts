/** Apex with one mistake each, as people make them. Every one has to be refused by at least one gate. */

export interface Mistake {
  readonly name: string;
  /** File name and text; the class is called as the file. */
  readonly file: string;
  readonly text: string;
}

const mistakes: Mistake[] = [];

function add(name: string, text: (className: string) => string, extension = 'cls'): void {
  const className = `Mistake${String(mistakes.length + 1).padStart(2, '0')}`;
  mistakes.push({ name, file: `${className}.${extension}`, text: text(className) });
}

/** A mistake in the body of a method. */
const inMethod = (name: string, body: string) =>
  add(
    name,
    (c) =>
      `public with sharing class ${c} {\n  public void run(Lead lead, Thoughtly_Call__c call) {\n    ${body}\n  }\n}\n`
  );

/** A mistake in the body of a class. */
const inClass = (name: string, body: string) =>
  add(name, (c) => `public with sharing class ${c} {\n  ${body.replaceAll('$C', c)}\n}\n`);

// Names and signatures
inMethod('unknown method of a platform type', "String s = 'a'; s.fooBar();");
inMethod('unknown static method of a platform type', "String s = String.fooBar('a');");
inMethod('wrong argument type for a platform method', "String s = 'abc'.substring('1');");
inMethod('wrong number of arguments for a platform method', "String s = 'abc'.replace('a');");
inClass('unknown method of our own', 'public void run() { missing(); }');
inClass('wrong argument type for our own method', "private void take(Integer i) {} public void run() { take('x'); }");
inClass(
  'wrong number of arguments for our own method',
  'private void take(Integer i) {} public void run() { take(1, 2); }'
);
inMethod('unknown variable', 'Integer i = missing;');
inMethod('unknown class', 'Missing m = new Missing();');
inMethod('unknown inner class', 'System.Missing m = null;');
inMethod('unknown static member', 'Integer i = Math.MISSING;');
inMethod('unknown label', 'String s = System.Label.Thoughtly_No_Such_Label;');
inMethod('unknown enum constant', 'System.LoggingLevel level = System.LoggingLevel.LOUD;');
inMethod('unknown method of System', 'System.shout();');
inMethod('unknown method of Crypto', "Blob b = Crypto.generateNothing('SHA-256');");
inMethod('unknown method of Database', 'Database.insertAll(new List<Lead>());');
inMethod('unknown field of RestResponse', 'RestContext.response.code = 200;');
inMethod('undefined bind variable', 'List<Lead> rows = [SELECT Id FROM Lead WHERE Name = :missing];');

// Types
inMethod('Integer to String', 'String s = 1;');
inMethod('String to Integer', "Integer i = '1';");
inMethod('Decimal to Integer', 'Integer i = 1.5;');
inMethod('Long to Integer', 'Integer i = 5000000000L;');
inMethod('condition that is no Boolean', "if ('yes') { call = null; }");
inMethod('String minus Integer', "Integer i = 'a' - 1;");
inMethod('String compared with Integer', "Boolean b = 'a' == 1;");
inMethod('wrong element added to a list', "List<Integer> l = new List<Integer>(); l.add('x');");
inMethod('wrong key put into a map', 'Map<Id, Integer> m = new Map<Id, Integer>(); m.put(Date.today(), 1);');
inMethod('wrong value taken from a map', "Map<String, Integer> m = new Map<String, Integer>(); Date d = m.get('a');");
inMethod('list of another object from a query', 'List<Contact> rows = [SELECT Id FROM Lead];');
inMethod('branches of different types', "Integer i = lead == null ? 'a' : 1;");
inMethod('impossible cast', 'Lead other = (Lead) call;');
inMethod('instanceof that is always true', 'Lead other = lead; Boolean b = other instanceof Lead;');
inMethod('void assigned', 'Integer i = new List<Integer>().clear();');
inMethod('loop over something that is no collection', 'for (Integer i : 5) { call = null; }');
inMethod('wrong type in a switch case', "Integer i = 1; switch on i { when 'a' { call = null; } }");
inMethod('throwing something that is no exception', "throw 'broken';");
inMethod('catching something that is no exception', 'try { call = null; } catch (Lead e) { call = null; }');
inMethod('DML on a String', "String s = 'a'; insert s;");
inMethod('field of the wrong type', "lead.NumberOfEmployees = 'many';");
inMethod('wrong type in an object constructor', "Lead other = new Lead(NumberOfEmployees = 'many');");
inMethod('wrong type for a custom field', "call.Intent_Score__c = 'high';");
inMethod('wrong argument of getInstance', 'Object o = Thoughtly_Agent__mdt.getInstance(1.5);');
inClass('wrong return type', "public Integer run() { return 'a'; }");
inClass('missing return', 'public Integer run(Boolean b) { if (b) { return 1; } }');
inClass('value returned from void', 'public void run() { return 1; }');
inClass(
  'constructor arguments that do not fit',
  "private class Inner { public Inner(Integer i) {} } public void run() { Inner i = new Inner('a'); }"
);

// Objects and fields
inMethod('unknown custom field', "call.Nope__c = 'x';");
inMethod('unknown standard field', "lead.Nope = 'x';");
inMethod('unknown field in an object constructor', "Lead other = new Lead(Nope__c = 'x');");
inMethod('unknown object', 'Nope__c row = new Nope__c();');
inMethod('unknown metadata type', 'Object o = Nope__mdt.getAll();');
inMethod('unknown field of a metadata type', 'Thoughtly_Agent__mdt agent; String s = agent.Nope__c;');
inMethod('unknown object type token', 'Schema.SObjectType t = Nope__c.SObjectType;');
inMethod('unknown field token', 'Schema.SObjectField f = Lead.Nope__c;');
inMethod('write to a read-only field', 'lead.CreatedDate = Datetime.now();');

// Queries
inMethod('unknown field in a query', 'List<Lead> rows = [SELECT Nope__c FROM Lead];');
inMethod('unknown object in a query', 'List<SObject> rows = [SELECT Id FROM Nope__c];');
inMethod(
  'unknown relationship in a query',
  'List<Thoughtly_Call__c> rows = [SELECT Nope__r.Name FROM Thoughtly_Call__c];'
);
inMethod(
  'unknown child relationship in a query',
  'List<Account> rows = [SELECT Id, (SELECT Id FROM Nopes) FROM Account];'
);
inMethod('unknown field in a condition', "List<Lead> rows = [SELECT Id FROM Lead WHERE Nope__c = 'x'];");
inMethod('unknown field in an aggregate', 'List<AggregateResult> rows = [SELECT SUM(Nope__c) FROM Lead];');
inMethod('number compared with a text field', 'List<Lead> rows = [SELECT Id FROM Lead WHERE Email = 5];');
inMethod(
  'filter on a long text field',
  "List<Thoughtly_Call__c> rows = [SELECT Id FROM Thoughtly_Call__c WHERE Turns__c = 'x'];"
);
inMethod(
  'field neither grouped nor aggregated',
  'List<AggregateResult> rows = [SELECT Status, COUNT(Id) FROM Lead GROUP BY LeadSource];'
);
inMethod('unknown field in a dynamic query', "List<SObject> rows = Database.query('SELECT Nope__c FROM Lead');");

// Declarations
inClass('interface method missing', 'private class Job implements Queueable {}');
inClass(
  'abstract method missing',
  'private abstract class Base { public abstract void run(); } private class Child extends Base {}'
);
inClass(
  'override forgotten',
  'private virtual class Base { public virtual void run() {} } private class Child extends Base { public void run() {} }'
);
inClass(
  'override of nothing',
  'private virtual class Base {} private class Child extends Base { public override void run() {} }'
);
inClass('method declared twice', 'public void run() {} public void run() {}');
inMethod('variable declared twice', 'Integer i = 1; Integer i = 2; call = null;');
inClass('instance method from a static one', 'private void inner() {} public static void run() { inner(); }');
inClass('this in a static method', 'public static void run() { Object o = this; }');
inClass('static method through an instance', 'private static void inner() {} public void run() { new $C().inner(); }');
inClass('final field assigned twice', 'private final Integer i = 1; public void run() { i = 2; }');
inClass('exception class with a wrong name', 'public class Broken extends Exception {}');
inClass('future method that returns', '@future public static Integer run() { return 1; }');
inClass('future method that takes a record', '@future public static void run(Lead lead) {}');
inClass('AuraEnabled method that is not static', '@AuraEnabled public String run() { return null; }');
add(
  'REST class that is not global',
  (c) =>
    `@RestResource(urlMapping='/x/*')\npublic with sharing class ${c} {\n  @HttpPost\n  public static void post() {}\n}\n`
);
inClass('unknown annotation', '@Nonsense public void run() {}');
inClass('reserved word as a name', 'public void run() { Integer limit = 1; }');
inClass('private member from outside', 'public void run() { String s = new ThoughtlyMistakeHelper().secret; }');
inMethod('break outside of a loop', 'break;');
inMethod('unreachable statement', 'return; Integer i = 1;');
inMethod('job that is not queueable', 'System.enqueueJob(new List<Integer>());');
inClass('class with another name than its file', '} public class Another {');
add(
  'trigger on an unknown object',
  (c) => `trigger ${c} on Nope__c (before insert) {\n  Integer i = 0;\n}\n`,
  'trigger'
);
add(
  'unknown field in a trigger',
  (c) => `trigger ${c} on Lead (before insert) {\n  for (Lead row : Trigger.new) { row.Nope__c = 'x'; }\n}\n`,
  'trigger'
);

// Syntax
inMethod('missing semicolon', 'Integer i = 1');
inMethod('string that does not end', "String s = 'abc;");
inMethod('brace that does not close', 'if (call == null) {');

// Habits that hurt
inMethod(
  'query in a loop',
  'for (Integer i = 0; i < 3; i++) { List<Lead> rows = [SELECT Id FROM Lead WHERE Name = :String.valueOf(i) WITH USER_MODE LIMIT 1]; call = rows.isEmpty() ? null : call; }'
);
inMethod('record written in a loop', 'for (Integer i = 0; i < 3; i++) { update as user lead; }');
inMethod(
  'query text put together from input',
  "List<SObject> rows = Database.query('SELECT Id FROM Lead WHERE Name = \\'' + lead.Name + '\\'');"
);
inMethod('exception swallowed', 'try { update as user lead; } catch (DmlException e) {}');
inMethod('variable that nobody uses', 'Integer unused = 1;');
inMethod('hard-coded id', "Id owner = '005000000000001AAA'; lead.OwnerId = owner;");
inMethod('debug left behind', "System.debug('here');");
add(
  'class without a sharing keyword',
  (c) => `public class ${c} {\n  public void run(Lead lead) {\n    update lead;\n  }\n}\n`
);

export const APEX_MISTAKES: readonly Mistake[] = mistakes;

/** What the mistakes lean on. */
export const APEX_HELPERS: readonly Mistake[] = [
  {
    name: 'helper',
    file: 'ThoughtlyMistakeHelper.cls',
    text: "public with sharing class ThoughtlyMistakeHelper {\n  private String secret = 'x';\n\n  public String open() {\n    return secret;\n  }\n}\n"
  }
];

/** Queries and Apex with one mistake each. The rule that is named has to find it. */

export interface QueryMistake {
  readonly name: string;
  readonly gate: 'soql' | 'apex-rules' | 'conventions';
  readonly rule: string;
  /** Path below the source folder; the class is called as the file. */
  readonly path: string;
  readonly text: string;
}

export const QUERY_MISTAKES: QueryMistake[] = [];

const CLASSES = 'main/calls/classes';
const DOC = '/** Shows a mistake. */\n';

function add(
  gate: QueryMistake['gate'],
  rule: string,
  name: string,
  text: (className: string) => string,
  folder = CLASSES
): void {
  const className = `Mistake${String(QUERY_MISTAKES.length + 1).padStart(2, '0')}`;
  QUERY_MISTAKES.push({ name, gate, rule, path: `${folder}/${className}.cls`, text: text(className) });
}

/** A mistake in the body of a method. */
function inMethod(gate: QueryMistake['gate'], rule: string, name: string, body: string): void {
  add(
    gate,
    rule,
    name,
    (className) =>
      `${DOC}public with sharing class ${className} {\n  /** Runs. */\n  public void run(Lead lead, Id id) {\n    ${body}\n  }\n}\n`
  );
}

const query = (rule: string, name: string, soql: string) =>
  inMethod('soql', rule, name, `List<SObject> rows = [${soql}];`);
const dynamic = (rule: string, name: string, soql: string) =>
  inMethod('soql', rule, name, `List<SObject> rows = Database.query('${soql}', AccessLevel.USER_MODE);`);

// Names and types
query('names', 'unknown object', 'SELECT Id FROM Leads WITH USER_MODE');
query('names', 'unknown field', 'SELECT Nope__c FROM Lead WITH USER_MODE');
query('names', 'unknown relationship', 'SELECT Company__r.Name FROM Lead WITH USER_MODE');
query('names', 'unknown children', 'SELECT Id, (SELECT Id FROM Visits__r) FROM Lead WITH USER_MODE');
query(
  'names',
  'unknown field of the children',
  'SELECT Id, (SELECT Nope__c FROM Contacts) FROM Account WITH USER_MODE'
);
query('names', 'unknown field in the condition', 'SELECT Id FROM Lead WHERE Nope__c = 1 WITH USER_MODE');
query('names', 'number for a text', 'SELECT Id FROM Lead WHERE Email = 5 WITH USER_MODE');
query('names', 'text for a Boolean', "SELECT Id FROM Lead WHERE IsConverted = 'false' WITH USER_MODE");
query('names', 'filter by a long text', "SELECT Id FROM Task WHERE Description = 'x' WITH USER_MODE");
query(
  'names',
  'field that is not grouped',
  'SELECT Status, Company, COUNT(Id) amount FROM Lead WITH USER_MODE GROUP BY Status'
);
dynamic('names', 'unknown field in dynamic text', 'SELECT Nope__c FROM Lead');
dynamic('names', 'unknown object in dynamic text', 'SELECT Id FROM Leads');
dynamic('names', 'wrong type in dynamic text', 'SELECT Id FROM Lead WHERE Email = 5');
dynamic('dynamic-text', 'dynamic text that does not parse', 'SELECT Id FORM Lead');
dynamic('clauses', 'dynamic text that ends too early', 'SELECT Id FROM Lead WHERE');
dynamic('dynamic-text', 'bind that dynamic text cannot see', 'SELECT Id FROM Lead WHERE Name = :missing');
inMethod(
  'soql',
  'names',
  'unknown field in joined text',
  "String soql = 'SELECT Id, Nope__c ' + 'FROM Lead';\n    List<SObject> rows = Database.query(soql, AccessLevel.USER_MODE);"
);
add(
  'soql',
  'names',
  'unknown field in a constant',
  (className) =>
    `${DOC}public with sharing class ${className} {\n  private static final String SOQL = 'SELECT Nope__c FROM Lead';\n  /** Runs. */\n  public void run() {\n    Integer i = Database.query(SOQL, AccessLevel.USER_MODE).size();\n  }\n}\n`
);

// Clauses
query('aggregates', 'LIMIT over all rows', 'SELECT COUNT(Id) amount FROM Lead WITH USER_MODE LIMIT 5');
query('aggregates', 'sum of a text', 'SELECT Status, SUM(Company) total FROM Lead WITH USER_MODE GROUP BY Status');
query('clauses', 'a lock with an order', 'SELECT Id FROM Lead WITH USER_MODE ORDER BY Name FOR UPDATE');
query('clauses', 'a field twice', 'SELECT Id, Name, Name FROM Lead WITH USER_MODE');
query('clauses', 'an offset that is too large', 'SELECT Id FROM Lead WITH USER_MODE LIMIT 10 OFFSET 5000');
query('operators', 'LIKE on a number', "SELECT Id FROM Opportunity WHERE Amount LIKE '1%' WITH USER_MODE");
query(
  'operators',
  'INCLUDES on a picklist of one value',
  "SELECT Id FROM Lead WHERE Status INCLUDES ('New') WITH USER_MODE"
);
query(
  'semi-joins',
  'a text from a query in a condition',
  'SELECT Id FROM Contact WHERE AccountId IN (SELECT Name FROM Account) WITH USER_MODE'
);

// Apex that compiles and fails
inMethod('apex-rules', 'read-only-fields', 'write to a field of the platform', 'lead.CreatedDate = Datetime.now();');
inMethod(
  'apex-rules',
  'read-only-fields',
  'constructor with a field of the platform',
  'Lead other = new Lead(CreatedById = id);'
);
inMethod(
  'apex-rules',
  'read-only-fields',
  'put of a field of the platform',
  "lead.put('LastModifiedDate', Datetime.now());"
);
inMethod('apex-rules', 'async-interfaces', 'job that is a list', 'System.enqueueJob(new List<Integer>());');
inMethod(
  'apex-rules',
  'async-interfaces',
  'schedule of a class that is not schedulable',
  "System.schedule('x', '0 0 0 * * ?', this);"
);
inMethod('apex-rules', 'async-interfaces', 'batch that is none', 'Database.executeBatch(this);');
inMethod('apex-rules', 'no-multiline-strings', 'a multi-line string', "String text = '''\n      one\n    ''';");

// Conventions
inMethod('conventions', 'access-mode', 'query without a mode', 'List<Lead> rows = [SELECT Id FROM Lead];');
inMethod('conventions', 'access-mode', 'DML without a mode', 'update lead;');
inMethod('conventions', 'access-mode', 'Database method without a mode', 'Database.update(lead, false);');
inMethod(
  'conventions',
  'access-mode',
  'security enforced',
  'List<Lead> rows = [SELECT Id FROM Lead WITH SECURITY_ENFORCED];'
);
inMethod(
  'conventions',
  'system-mode-reason',
  'system mode without a reason',
  'Integer i = 1;\n    List<Lead> rows = [SELECT Id FROM Lead WITH SYSTEM_MODE];'
);
add(
  'conventions',
  'system-mode-reason',
  'without sharing and without a reason',
  (className) => `${DOC}public without sharing class ${className} {\n}\n`
);
inMethod('conventions', 'no-debug', 'a debug line', "System.debug('here');");
inMethod('conventions', 'no-test-branches', 'a branch for tests', 'if (Test.isRunningTest()) { lead = null; }');
inMethod('conventions', 'size', 'a long method', `Integer i = 0;${'\n    i++;'.repeat(45)}`);
add(
  'conventions',
  'apexdoc',
  'a public method without documentation',
  (className) => `${DOC}public with sharing class ${className} {\n  public void run() {\n  }\n}\n`
);
inMethod('conventions', 'test-classes', 'a class without a test', 'lead = null;');
add(
  'conventions',
  'features',
  'core uses a feature above it',
  (className) =>
    `${DOC}public with sharing class ${className} {\n  /** Runs. */\n  public void run() {\n    new CleanIntake().run();\n  }\n}\n`,
  'main/core/classes'
);
add(
  'conventions',
  'features',
  'two features of one layer',
  (className) => `${DOC}public with sharing class ${className} {\n  /** Runs. */\n  public CleanRouting route;\n}\n`,
  'main/mapping/classes'
);

/** Classes without a mistake, for the others to use: nothing may be reported of them. */
export const CLEAN_CLASSES: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: 'main/routing/classes/CleanRouting.cls',
    text: `/** Reads and writes in the right way. @see CleanTest */
public with sharing class CleanRouting {
  private static final String SOQL = 'SELECT Id, Name FROM Lead WHERE Email = :email AND IsConverted = FALSE';
  /** The last rows. */
  public List<Lead> rows { get; private set; }

  /**
   * Finds leads.
   * @param email an address
   */
  public void run(String email) {
    rows = Database.query(SOQL, AccessLevel.USER_MODE);
    List<AggregateResult> totals = [
      SELECT Status, COUNT(Id) amount, MAX(CreatedDate) latest
      FROM Lead
      WHERE Id IN (SELECT LeadId FROM CampaignMember) AND Name LIKE 'A%' AND CreatedDate = LAST_N_DAYS:30
      WITH USER_MODE
      GROUP BY Status
      HAVING COUNT(Id) > 1
      ORDER BY COUNT(Id) DESC
      LIMIT 10
    ];
    // System mode: nobody is granted access to organizations.
    Organization here = [SELECT Id, Name FROM Organization WITH SYSTEM_MODE LIMIT 1];
    update as user rows;
    Database.insert(new Lead(LastName = here.Name, Company = String.valueOf(totals.size())), AccessLevel.USER_MODE);
  }
}
`
  },
  {
    path: 'main/intake/classes/CleanIntake.cls',
    text: `/** A job that uses a feature below it. @see CleanTest */
public with sharing class CleanIntake implements Queueable {
  /** Starts it. */
  public void run() {
    new CleanRouting().run('a@example.com');
    System.enqueueJob(this);
  }

  public void execute(QueueableContext context) {
    run();
  }
}
`
  },
  {
    path: 'tests/intake/classes/CleanTest.cls',
    text: '@IsTest\nprivate class CleanTest {\n  @IsTest\n  static void shouldRun() {\n    new CleanIntake().run();\n  }\n}\n'
  }
];

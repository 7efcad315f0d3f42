import { ApexDate } from '../../library/system/Date';
import { ApexList } from '../../library/system/List';
import { Decimal } from '../../library/system/Decimal';
import { TestOrg } from './support/test-org';

describe('queries', () => {
  const org = new TestOrg();
  const acme = org.insert('Account', {
    Name: 'Acme',
    Industry: 'Energy',
    NumberOfEmployees: 10,
    AnnualRevenue: Decimal.parse('1000')
  });
  const beta = org.insert('Account', { Name: 'beta', Industry: 'Banking', NumberOfEmployees: 30 });
  org.insert('Account', { Name: 'Gamma' });
  const ann = org.insert('Contact', { FirstName: 'Ann', LastName: 'Lee', Email: 'Ann@Example.com', AccountId: acme });
  org.insert('Contact', { LastName: 'Mora', AccountId: acme });
  org.insert('Contact', { LastName: 'Zed', AccountId: beta });
  const lead = org.insert('Lead', { LastName: 'Ng', Company: 'Ng Co' });
  org.insert('Task', { Subject: 'Call', WhoId: lead, ActivityDate: new ApexDate(2026, 5, 20) });
  org.insert('Task', { Subject: 'Email', WhoId: ann, WhatId: acme, ActivityDate: new ApexDate(2026, 5, 1) });

  test.each([
    ["SELECT Name FROM Account WHERE Name = 'ACME'", ['Acme']],
    ["SELECT Name FROM Account WHERE Name != 'acme'", ['beta', 'Gamma']],
    ['SELECT Name FROM Account WHERE Industry = null', ['Gamma']],
    ["SELECT Name FROM Account WHERE Industry != 'Energy'", ['beta', 'Gamma']],
    ["SELECT Name FROM Account WHERE Name LIKE '%M%A'", ['Gamma']],
    ["SELECT Name FROM Account WHERE Name LIKE '_eta'", ['beta']],
    ['SELECT Name FROM Account WHERE NumberOfEmployees > 10', ['beta']],
    ['SELECT Name FROM Account WHERE NumberOfEmployees >= 10 AND NumberOfEmployees < 30', ['Acme']],
    ["SELECT Name FROM Account WHERE Name IN ('Acme', 'gamma') ORDER BY Name DESC", ['Gamma', 'Acme']],
    ["SELECT Name FROM Account WHERE Name NOT IN ('Acme')", ['beta', 'Gamma']],
    ["SELECT Name FROM Account WHERE NOT (Name = 'Acme' OR Name = 'beta')", ['Gamma']],
    ['SELECT Name FROM Account ORDER BY Industry', ['Gamma', 'beta', 'Acme']],
    ['SELECT Name FROM Account ORDER BY NumberOfEmployees DESC NULLS FIRST, Name', ['Gamma', 'beta', 'Acme']],
    ['SELECT Name FROM Account ORDER BY Name LIMIT 1 OFFSET 1', ['beta']],
    ["SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Zed')", ['beta']],
    ['SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)', ['Gamma']],
    ["SELECT Name FROM Contact WHERE Account.Name = 'Acme' ORDER BY Name", ['Ann Lee', 'Mora']],
    ["SELECT Name FROM Contact WHERE Account.Owner.Name = 'Admin' AND FirstName != null", ['Ann Lee']],
    ["SELECT c.Name FROM Contact c WHERE c.Account.Name = 'beta'", ['Zed']],
    ['SELECT Subject FROM Task WHERE ActivityDate = TODAY', ['Call']],
    ['SELECT Subject FROM Task WHERE ActivityDate < LAST_N_DAYS:5', ['Email']],
    ['SELECT Subject FROM Task WHERE ActivityDate = THIS_MONTH ORDER BY ActivityDate', ['Email', 'Call']],
    ['SELECT Subject FROM Task WHERE ActivityDate = 2026-05-01', ['Email']],
    ["SELECT Subject FROM Task WHERE Who.Type = 'Lead'", ['Call']],
    ["SELECT Subject FROM Task WHERE What.Name = 'Acme'", ['Email']],
    [
      'SELECT Name FROM Account WHERE CreatedDate = TODAY AND CreatedDate <= 2026-05-20T12:00:00Z',
      ['Acme', 'beta', 'Gamma']
    ]
  ])('%s', (text, expected) => {
    const found = org.values(text);

    expect(found).toEqual(expected);
  });

  test('should compare with binds of single values, lists and records', () => {
    const byList = org.values('SELECT Name FROM Account WHERE Name IN :names', {
      names: new ApexList('String', ['acme', 'BETA'])
    });
    const byId = org.values('SELECT LastName FROM Contact WHERE AccountId = :id AND FirstName = :first', {
      id: acme.slice(0, 15),
      first: null
    });

    expect(byList).toEqual(['Acme', 'beta']);
    expect(byId).toEqual(['Mora']);
  });

  test('should give parent records, polymorphic ones too, and child lists', () => {
    const [task] = org.query("SELECT Subject, Who.Name, Who.Type, Owner.Name FROM Task WHERE Subject = 'Email'");
    const [account] = org.query(
      "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC) FROM Account WHERE Name = 'Acme'"
    );

    org.run(() => {
      expect(task?.getParent('Who')?.get('Name')).toBe('Ann Lee');
      expect(task?.getParent('Who')?.get('Type')).toBe('Contact');
      expect(task?.getParent('Owner')?.get('Name')).toBe('Admin');
      expect(account?.getChildren('Contacts').items.map((child) => (child as typeof task)?.get('LastName'))).toEqual([
        'Mora',
        'Lee'
      ]);
    });
  });

  test('should give records of the real type for TYPEOF', () => {
    const tasks = org.query(
      'SELECT TYPEOF Who WHEN Lead THEN Company WHEN Contact THEN Email END FROM Task ORDER BY Subject'
    );

    org.run(() => {
      expect(tasks.map((task) => task.getParent('Who')?.objectName)).toEqual(['Lead', 'Contact']);
      expect(tasks[0]?.getParent('Who')?.get('Company')).toBe('Ng Co');
      expect(tasks[1]?.getParent('Who')?.get('Email')).toBe('Ann@Example.com');
    });
  });

  test('should group, aggregate and filter groups', () => {
    const groups = org.query(
      'SELECT Account.Name, COUNT(Id) total, MAX(LastName) FROM Contact GROUP BY Account.Name HAVING COUNT(Id) > 1'
    );
    const [all] = org.query(
      'SELECT COUNT(Id), SUM(NumberOfEmployees), AVG(NumberOfEmployees) mean, COUNT_DISTINCT(Industry) FROM Account'
    );

    org.run(() => {
      expect(groups.map((group) => [group.get('Name'), group.get('total'), group.get('expr0')])).toEqual([
        ['Acme', 2, 'Mora']
      ]);
      expect([all?.get('expr0'), all?.get('expr1'), String(all?.get('MEAN')), all?.get('expr2')]).toEqual([
        3,
        40,
        '20',
        2
      ]);
    });
  });

  test('should add up groups for ROLLUP', () => {
    const rows = org.query(
      'SELECT Industry, COUNT(Id) n FROM Account WHERE Industry != null GROUP BY ROLLUP(Industry)'
    );

    org.run(() =>
      expect(rows.map((row) => [row.get('Industry'), row.get('n')])).toEqual([
        ['Energy', 1],
        ['Banking', 1],
        [null, 2]
      ])
    );
  });

  test('should refuse to read a field that was not queried', () => {
    const [account] = org.query('SELECT Name FROM Account LIMIT 1');

    org.run(() => expect(() => account?.get('Industry')).toThrow());
    org.run(() => {
      try {
        account?.get('Industry');
      } catch (error) {
        expect(String(error)).toBe(
          'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Industry'
        );
      }
    });
  });

  test.each([
    ['SELECT Nope FROM Lead', "No such column 'Nope' on entity 'Lead'."],
    ['SELECT Nope.Name FROM Lead', "Didn't understand relationship 'Nope' in field path."],
    ['SELECT Id FROM Nope__c', "sObject type 'Nope__c' is not supported."],
    [
      'SELECT (SELECT Id FROM Nopes) FROM Account',
      "Didn't understand relationship 'Nopes' in FROM part of query call."
    ],
    ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ['SELECT Name, COUNT(Id) FROM Account GROUP BY Industry', 'Field must be grouped or aggregated: Name'],
    ["SELECT Id FROM Account WHERE Id = 'x'", 'invalid ID field: x']
  ])('should refuse %s', (text, message) => {
    expect(messageOf(() => org.query(text))).toContain(message);
  });

  test('should find rows of a large table by index', () => {
    const large = new TestOrg();
    for (let i = 0; i < 20_000; i++) large.database.systemInsert('Lead', { LastName: `L${i}`, Phone: String(i) });
    large.values("SELECT LastName FROM Lead WHERE Phone = '7'");

    const started = performance.now();
    for (let i = 0; i < 50; i++)
      expect(large.values(`SELECT LastName FROM Lead WHERE Phone = '${i}'`)).toEqual([`L${i}`]);

    expect(performance.now() - started).toBeLessThan(1000);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return '';
}

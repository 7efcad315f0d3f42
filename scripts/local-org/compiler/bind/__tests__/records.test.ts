import { bindFiles, errorsIn, expressionOf, statementsOf, typeOf, methodOf } from './bind-source';

describe('records', () => {
  test.each([
    ['Ticket__c t', 't.Amount__c', 'Decimal'],
    ['Ticket__c t', 't.Account__c', 'Id'],
    ['Ticket__c t', 't.Account__r.Owner.Name', 'String'],
    ['Account a', 'a.Tickets__r', 'List<Ticket__c>'],
    ['Account a', 'a.Contacts[0].Birthdate', 'Date'],
    ['Task t', 't.Who', 'Name'],
    ['SObject s', 's.Id', 'Id'],
    ['Account a', 'a.clone(false, true)', 'Account'],
    ['', 'Account.Name.getDescribe()', 'Schema.DescribeFieldResult'],
    ['', 'Account.SObjectType', 'Schema.SObjectType'],
    ['', 'Schema.SObjectType.Ticket__c.fields.Key__c', 'Schema.DescribeFieldResult'],
    ['', "Rule__mdt.getInstance('a').Weight__c", 'Decimal'],
    ['', 'Rule__mdt.getAll()', 'Map<String,Rule__mdt>'],
    ['', 'Desk_Settings__c.getOrgDefaults()', 'Desk_Settings__c']
  ])('(%s) %s is %s', (parameters, expression, type) => {
    expect(typeOf(parameters, expression)).toBe(type);
  });

  it('are made with fields and parents in their own spelling', () => {
    expect(expressionOf('', "new TICKET__C(KEY__C = 'x', account__r = new Account(name = 'y'))")).toMatchObject({
      kind: 'newSObject',
      object: 'Ticket__c',
      fields: [
        { field: 'Key__c', isParent: false },
        { field: 'Account__r', isParent: true, value: { fields: [{ field: 'Name' }] } }
      ]
    });
  });

  it('take an error on a field as an error of the record', () => {
    const { units } = bindFiles({
      'Sample.cls': "public class Sample { void run(Account a) { a.Name.addError('x'); } }"
    });
    expect(statementsOf(methodOf(units, 'run'))).toMatchObject([
      {
        expression: {
          kind: 'platformCall',
          signature: 'addError(Schema.SObjectField,String)',
          receiver: { kind: 'local' },
          arguments: [{ kind: 'fieldToken', field: 'Name' }, { kind: 'literal' }]
        }
      }
    ]);
  });

  it('have the fields of their object only', () => {
    expect(errorsIn('Account a, SObject s', "a.Nope = 1; s.Name = 'x'; Object o = new Account(Nope = 1);")).toEqual([
      '3002 Field does not exist: Nope on Account',
      '3002 Field does not exist: Name on SObject',
      '3002 Field does not exist: Nope on Account'
    ]);
  });

  it('refuse writes to fields that the platform alone sets', () => {
    expect(errorsIn('Account a', 'a.CreatedDate = System.now(); a.Id = null;')).toEqual([
      '3005 Field is not writeable: Account.CreatedDate'
    ]);
  });
});

describe('triggers', () => {
  it('type the records by their object', () => {
    const trigger =
      'trigger T on Account (before insert) { for (Account a : Trigger.new) { a.Name = Trigger.oldMap.get(a.Id).Name; } }';
    const { units, errors } = bindFiles({ 'T.trigger': trigger });
    expect(errors).toEqual([]);
    expect(units[0]?.trigger).toMatchObject({ name: 'T', objectName: 'Account', events: ['before insert'] });
  });
});

describe('queries', () => {
  test.each([
    ['[SELECT Id FROM Account]', 'List<Account>'],
    ['[SELECT COUNT() FROM Account]', 'Integer'],
    ['[SELECT COUNT(Id) n FROM Account GROUP BY Name]', 'List<AggregateResult>'],
    ['[SELECT Name FROM Account LIMIT 1].Name', 'String'],
    ['[SELECT Name FROM Account].size()', 'Integer']
  ])('%s is %s', (query, type) => {
    expect(typeOf('', query)).toBe(type);
  });

  it('give one record where one is wanted', () => {
    const { units, errors } = bindFiles({
      'Sample.cls':
        "public class Sample { Account run() { Account a = [SELECT Id FROM Account]; a = Database.query('x'); return [SELECT Id FROM Account] ?? a; } }"
    });
    expect(errors).toEqual([]);
    expect(statementsOf(methodOf(units, 'run'))).toMatchObject([
      { initializer: { kind: 'soql', result: 'single' } },
      { expression: { value: { kind: 'convert', conversion: 'rowsToRecord' } } },
      { value: { kind: 'coalesce', left: { result: 'singleOrNull' } } }
    ]);
  });

  it('are walked row by row or in chunks', () => {
    const { units } = bindFiles({
      'Sample.cls':
        'public class Sample { void run() { for (Account a : [SELECT Id FROM Account]) {} for (List<Account> a : [SELECT Id FROM Account]) {} } }'
    });
    expect(statementsOf(methodOf(units, 'run'))).toMatchObject([{ mode: 'rows' }, { mode: 'chunks' }]);
  });

  test.each([
    ['SELECT Nope FROM Account', /^3002 No such column 'Nope' on entity 'Account'/],
    ['SELECT Id FROM Nope__c', /^3001 sObject type 'Nope__c' is not supported/],
    ['SELECT Nope.Id FROM Account', /^3003 Didn't understand relationship 'Nope'/],
    ['SELECT Id, (SELECT Id FROM Nopes) FROM Account', /^3003 Didn't understand relationship 'Nopes'/],
    ["SELECT Id FROM Ticket__c WHERE Notes__c = 'x'", /^3005 field 'Notes__c' can not be filtered/],
    ['SELECT Name, COUNT(Id) FROM Account', /^3004 Field must be grouped or aggregated: Name/],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      /^3004 value of filter criterion for field 'Name' must be of type string/
    ],
    [
      'SELECT Id FROM Account WHERE Name = :amount',
      /^3004 Invalid bind expression type of Decimal for column of type string/
    ]
  ])('[%s] is refused', (query, message) => {
    expect(errorsIn('Decimal amount', `Object o = [${query}];`)).toEqual([expect.stringMatching(message)]);
  });

  it('follow aliases, polymorphic parents and sub-queries', () => {
    const query =
      "SELECT t.Id, t.Who.Name FROM Task t WHERE t.What.Type = 'Account' AND OwnerId IN (SELECT Id FROM User WHERE IsActive = TRUE)";
    expect(errorsIn('', `Object o = [${query}];`)).toEqual([]);
    expect(
      errorsIn(
        '',
        'Object o = [SELECT StageName, SUM(Amount) total FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 10 ORDER BY SUM(Amount) DESC];'
      )
    ).toEqual([]);
  });
});

import { bindFiles, errorsIn, errorsOf, expressionOf, typeOf } from './bind-source';

/** The key of the method that `call` chooses. */
function chosen(declarations: string, parameters: string, call: string): unknown {
  const bound = expressionOf(parameters, call, declarations);
  return bound.kind === 'userCall' ? bound.key : bound.kind;
}

const overloads = (...types: string[]) => types.map((type) => `Object f(${type} x) { return null; }`).join(' ');

describe('overloads', () => {
  test.each([
    [['Long', 'Decimal'], 'Integer a', 'f(a)', 'f(long)'],
    [['Double', 'Decimal'], 'Long a', 'f(a)', 'f(double)'],
    [['Object', 'String'], 'Id a', 'f(a)', 'f(string)'],
    [['Object', 'List<Object>'], 'List<Account> a', 'f(a)', 'f(list<object>)'],
    [['SObject', 'Account'], 'Account a', 'f(a)', 'f(account)'],
    [['SObject', 'List<SObject>'], '', 'f([SELECT Id FROM Account])', 'f(list<sobject>)'],
    [['Account'], '', 'f([SELECT Id FROM Account])', 'f(account)'],
    [['Map<Id, SObject>', 'Object'], 'Map<Id, Account> a', 'f(a)', 'f(map<id,sobject>)']
  ])('%j with (%s) %s is %s', (types, parameters, call, key) => {
    expect(chosen(overloads(...types), parameters, call)).toBe(key);
  });

  it('are ambiguous for null, and where no candidate is nearest in all arguments', () => {
    const source = (call: string) =>
      `public class Sample { void f(String a) {} void f(Integer a) {} void g(Integer a, Object b) {} void g(Object a, Integer b) {} void run() { ${call} } }`;
    expect(errorsOf(source('f(null);'))).toEqual(['2004 Ambiguous method signature: void f(NULL)']);
    expect(errorsOf(source('g(1, 2);'))).toEqual(['2004 Ambiguous method signature: void g(Integer, Integer)']);
  });
});

describe('calls', () => {
  it('convert their arguments', () => {
    expect(expressionOf('Integer a', 'f(a)', 'Object f(Decimal d) { return d; }')).toMatchObject({
      arguments: [{ kind: 'convert', conversion: 'integerToDecimal' }]
    });
    expect(expressionOf('String a', 'f(a)', 'Object f(Id i) { return i; }')).toMatchObject({
      arguments: [{ kind: 'convert', conversion: 'stringToId' }]
    });
  });

  it('fill in the type arguments of the receiver', () => {
    expect(typeOf('Map<Id, List<Account>> m', "m.get('001').get(0).Owner.Name.length()")).toBe('Integer');
    expect(expressionOf('List<Account> l', 'l.size()')).toMatchObject({
      kind: 'platformCall',
      typeName: 'System.List',
      signature: 'size()',
      typeArguments: [{ kind: 'sobject', name: 'Account' }]
    });
  });

  it('reach inherited methods of exceptions, enums and objects', () => {
    const members = 'class OopsException extends Exception {} enum Size { S, L }';
    expect(expressionOf('OopsException e', 'e.getMessage()', members)).toMatchObject({
      kind: 'platformCall',
      typeName: 'System.Exception'
    });
    expect(expressionOf('Size s', 's.name()', members)).toMatchObject({
      kind: 'platformCall',
      typeName: 'System.Enum'
    });
    expect(expressionOf('', 'Size.values()', members)).toMatchObject({
      receiver: null,
      typeArguments: [{ kind: 'user', name: 'Sample.Size' }],
      type: { kind: 'list' }
    });
    expect(expressionOf('Sample s', 's.hashCode()')).toMatchObject({ kind: 'platformCall', typeName: 'System.Object' });
  });

  it('keep static and instance apart', () => {
    const source = (call: string) =>
      `public class Sample { void own() {} static void shared() {} static void run(Sample s) { ${call} } }`;
    expect(errorsOf(source('own();'))).toEqual([
      '2009 Non static method cannot be referenced from a static context: void Sample.own()'
    ]);
    expect(errorsOf(source('s.shared();'))).toEqual([
      '2009 Static method cannot be referenced from a non static context: void Sample.shared()'
    ]);
  });

  it('give dynamic SOQL the variables in sight', () => {
    const bound = expressionOf(
      'Set<Id> ids',
      "Database.query('SELECT Id FROM Account WHERE Id IN :ids')",
      'static String region;'
    );
    expect(bound).toMatchObject({
      visibleVariables: [{ name: 'ids' }, { name: 'region', value: { kind: 'userField' } }]
    });
  });

  it('say what does not exist, in the words of the platform', () => {
    expect(errorsIn('String s', 's.fooBar();')).toEqual([
      '2003 Method does not exist or incorrect signature: void fooBar() from the type String'
    ]);
    expect(errorsIn('', 'Http h = new Http(1);')).toEqual([
      '2013 Constructor not defined: [System.Http].<Constructor>(Integer)'
    ]);
  });

  it('refuse platform methods that the library does not have', () => {
    const { errors } = bindFiles(
      { 'Sample.cls': 'public class Sample { void run(String s) { s.trim(); } }' },
      { isImplemented: () => false }
    );
    expect(errors).toEqual(['5002 The local org does not implement System.String.trim()']);
  });
});

describe('new', () => {
  it('finds constructors, implied ones too', () => {
    expect(
      expressionOf('', "new OopsException('x', new DmlException())", 'class OopsException extends Exception {}')
    ).toMatchObject({ kind: 'newUser', key: '(string,exception)' });
    expect(expressionOf('', 'new Part()', 'class Part {}')).toMatchObject({
      kind: 'newUser',
      className: 'Sample.Part',
      key: '()'
    });
  });

  it('makes collections', () => {
    expect(expressionOf('', 'new List<Long>{ 1 }')).toMatchObject({
      kind: 'newCollection',
      elements: [{ kind: 'convert', conversion: 'integerToLong' }]
    });
    expect(expressionOf('', 'new Map<Id, Account>([SELECT Id FROM Account])')).toMatchObject({
      kind: 'newPlatform',
      typeName: 'System.Map'
    });
    expect(errorsIn('', 'Object m = new Map<Id, Account>(new List<Contact>());')).toEqual([
      '2013 Invalid initializer type List<Contact> found for Map<Id,Account>: expected a Map with the same key and value types, or a valid SObject List'
    ]);
  });

  it('fills collections from collections of the same types only', () => {
    expect(errorsIn('List<String> names', 'Object o = new Set<Id>(names);')).toEqual([
      '2013 Invalid initializer type List<String> found for Set<Id>: expected a List or a Set of type: Id'
    ]);
    expect(
      errorsIn('Set<Id> ids, List<Account> rows', 'Object o = new List<Id>(ids); o = new Map<Id, SObject>(rows);')
    ).toEqual([]);
  });
});

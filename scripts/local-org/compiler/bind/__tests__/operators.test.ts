import { errorsIn, expressionOf, typeOf } from './bind-source';

describe('arithmetic', () => {
  test.each([
    ['Integer a, Integer b', 'a / b', 'Integer'],
    ['Integer a, Long b', 'a + b', 'Long'],
    ['Long a, Double b', 'a * b', 'Double'],
    ['Double a, Decimal b', 'a - b', 'Decimal'],
    ['Date a, Integer b', 'a + b', 'Date'],
    ['Datetime a, Decimal b', 'a - b', 'Datetime'],
    ['Time a, Integer b', 'a + b', 'Time'],
    ['Boolean a, Boolean b', 'a ^ b', 'Boolean'],
    ['Long a, Integer b', 'a << b', 'Long']
  ])('of (%s) %s gives %s', (parameters, expression, type) => {
    expect(typeOf(parameters, expression)).toBe(type);
  });

  it('widens the narrower operand', () => {
    expect(expressionOf('Integer a, Decimal b', 'a + b')).toMatchObject({
      kind: 'arithmetic',
      numeric: 'decimal',
      left: { kind: 'convert', conversion: 'integerToDecimal' }
    });
  });

  it('refuses what the platform refuses, in its words', () => {
    expect(errorsIn('String a, Integer b', 'Object x = a - b;')).toEqual([
      '2014 Arithmetic expressions must use numeric arguments'
    ]);
    expect(errorsIn('Id a, Id b', 'Object x = a + b;')).toEqual([
      '2014 Arithmetic expressions must use numeric arguments'
    ]);
    expect(errorsIn('Datetime a, Long b', 'Object x = a + b;')).toEqual([
      '2014 Date/time expressions must use Integer or Double or Decimal'
    ]);
  });
});

describe('text', () => {
  it('concatenates a chain into one node', () => {
    expect(expressionOf('Integer a, Id b', "a + 1 + 'x' + b + null")).toMatchObject({
      kind: 'concat',
      parts: [{ kind: 'arithmetic' }, { kind: 'literal' }, { kind: 'local' }, { kind: 'literal' }]
    });
  });
});

describe('comparison', () => {
  test.each([
    ['Integer a, Decimal b', 'a < b', 'decimal'],
    ['String a, String b', 'a == b', 'string'],
    ['String a, Id b', 'a == b', 'id'],
    ['Date a, Datetime b', 'a > b', 'datetime'],
    ['Account a, Account b', 'a == b', 'object'],
    ['Object a, Integer b', 'a == b', 'object'],
    ['Integer a', 'a == null', 'integer'],
    ['Account a', 'null != a', 'object']
  ])('of (%s) %s is by %s', (parameters, expression, by) => {
    expect(expressionOf(parameters, expression)).toMatchObject({ by });
  });

  it('refuses incompatible operands', () => {
    expect(errorsIn('Integer a, String b', 'Boolean x = a == b;')).toEqual([
      '2014 Comparison arguments must be compatible types: Integer, String'
    ]);
    expect(errorsIn('Integer a, Integer b', 'Boolean x = a === b;')).toEqual([
      '2014 Exact equality operator only allowed for reference types: Integer'
    ]);
    expect(errorsIn('Object a, Integer b', 'Boolean x = a < b;')).toEqual([
      '2014 Inequality operator not allowed for this type: Object'
    ]);
  });
});

describe('conditionals', () => {
  test.each([
    ['Boolean c, Integer a, Decimal b', 'c ? a : b', 'Decimal'],
    ['Boolean c, Id a, String b', 'c ? a : b', 'Id'],
    ['Boolean c, Account a', 'c ? null : a', 'Account'],
    ['Double a, Decimal b', 'a ?? b', 'Double']
  ])('of (%s) %s give %s', (parameters, expression, type) => {
    expect(typeOf(parameters, expression)).toBe(type);
  });

  it('have no common base', () => {
    expect(errorsIn('Boolean c, Account a, Contact b', 'Object x = c ? a : b;')).toEqual([
      '2005 Incompatible types in ternary operator: Contact, Account'
    ]);
  });
});

describe('assignment', () => {
  it('computes a compound assignment from the old value and converts the result', () => {
    expect(expressionOf('Long a, Integer b', 'a += b')).toMatchObject({
      kind: 'compound',
      isPostfix: false,
      result: { kind: 'arithmetic', numeric: 'long', left: { kind: 'placeholder' } }
    });
  });

  it('does not narrow', () => {
    expect(errorsIn('Integer a', 'a += 1.5;')).toEqual(['2005 Illegal assignment from Decimal to Integer']);
    expect(errorsIn('Long a', 'Integer b = a;')).toEqual(['2005 Illegal assignment from Long to Integer']);
    expect(errorsIn('SObject a', 'Account b = a;')).toEqual(['2005 Illegal assignment from SObject to Account']);
  });

  it('lets lists of SObject and of its types stand for one another', () => {
    expect(
      errorsIn('List<SObject> a, List<Account> b, Map<Id, Account> c', 'b = a; a = b; Map<Id, SObject> d = c;')
    ).toEqual([]);
    expect(errorsIn('Set<Id> a', 'Set<String> b = a;')).toEqual([
      '2005 Illegal assignment from Set<Id> to Set<String>'
    ]);
  });
});

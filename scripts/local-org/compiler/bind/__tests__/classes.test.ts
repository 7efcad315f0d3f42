import { bindFiles, errorsOf, typeNamed } from './bind-source';

const inner = (...members: string[]) => errorsOf(`public class Sample { ${members.join(' ')} }`);

describe('inheritance', () => {
  const base =
    'public abstract class Base { public abstract void act(); public virtual Integer n() { return 1; } public void fixed() {} }';

  test.each([
    ['class A extends Base { }', '2015 Class Sample.A must implement the abstract method: void Sample.Base.act()'],
    ['class A extends Base { public void act() {} }', '2007 Method must use the override keyword: void Sample.A.act()'],
    [
      'class A extends Base { public override void act() {} public override void fixed() {} }',
      '2007 Non-virtual, non-abstract methods cannot be overridden: void Sample.A.fixed()'
    ],
    [
      'class A extends Base { public override void act() {} public override String n() { return null; } }',
      '2007 Method return types clash: String vs Integer from the type Sample.A'
    ],
    [
      'class A { public override void other() {} }',
      '2007 @Override specified for non-overriding method: void Sample.A.other()'
    ],
    ['class A {} class B extends A {}', '2011 Non-virtual and non-abstract type cannot be extended: Sample.A'],
    [
      'class A implements Comparable {}',
      '2015 Class Sample.A must implement the method: Integer System.Comparable.compareTo(Object)'
    ],
    [
      'class Failure extends Exception {}',
      '2011 Classes extending Exception must have a name ending in Exception: Sample.Failure'
    ]
  ])('%s', (source, message) => {
    expect(inner(base, source)).toEqual([message]);
  });

  it('bridges generic platform interfaces', () => {
    const { units, errors } = bindFiles({
      'Sample.cls': `public class Sample {
        public class ByName implements Comparator<Account> { public Integer compare(Account a, Account b) { return 0; } }
        public class Job implements Database.Batchable<Account> {
          public Iterable<Account> start(Database.BatchableContext c) { return new List<Account>(); }
          public void execute(Database.BatchableContext c, List<Account> rows) {}
          public void finish(Database.BatchableContext c) {}
        } }`
    });
    expect(errors).toEqual([]);
    expect(typeNamed(units, 'Sample.ByName').bridges).toEqual([
      { key: 'compare(object,object)', target: 'compare(account,account)' }
    ]);
    expect(typeNamed(units, 'Sample.Job').bridges).toContainEqual({
      key: 'execute(database.batchablecontext,list<sobject>)',
      target: 'execute(database.batchablecontext,list<account>)'
    });
  });

  it('chains constructors', () => {
    const { units, errors } = bindFiles({
      'Sample.cls':
        'public virtual class Sample { Sample(Decimal d) {} Sample() { this(1); } class Child extends Sample { Child() { super(2L); } } class OopsException extends Exception { OopsException(Integer code) { this(String.valueOf(code)); } } }'
    });
    expect(errors).toEqual([]);
    expect(typeNamed(units, 'Sample').constructors[1]?.delegation).toMatchObject({
      target: 'this',
      key: '(decimal)',
      arguments: [{ kind: 'convert' }]
    });
    expect(typeNamed(units, 'Sample.Child').constructors[0]?.delegation).toMatchObject({
      target: 'super',
      key: '(decimal)'
    });
    expect(typeNamed(units, 'Sample.OopsException').constructors.map((constructor) => constructor.key)).toEqual([
      '(integer)',
      '()',
      '(string)',
      '(exception)',
      '(string,exception)'
    ]);
  });
});

describe('bodies', () => {
  test.each([
    ['Integer f() { }', '2010 Missing return statement required return type: Integer'],
    ['Integer f(Boolean b) { if (b) return 1; }', '2010 Missing return statement required return type: Integer'],
    ['void f() { return; System.debug(1); }', '2018 Unreachable statement'],
    ['void f() { break; }', '2011 Break statement must be in loop'],
    ["void f() { throw 'x'; }", '2005 Throw expression must be of type exception: String'],
    ["void f() { insert 'x'; }", '2005 DML requires SObject or SObject list type: String'],
    ['void f() { for (Integer i : 5) {} }', '2014 Loop must iterate over collection: Integer'],
    ['void f(Boolean b) { switch on b { when null { } } }', '2014 Boolean is not a valid switch expression type'],
    [
      'void f(Integer i) { switch on i { when 1 { } when 1 { } } }',
      '2006 1 occurs as more than one when branch for this switch statement'
    ],
    ['Integer a = b; Integer b = 1;', '2002 Illegal forward reference: b'],
    [
      'final Integer a = 1; void f() { a = 2; }',
      '2016 Final members can only be assigned in their declaration, init blocks, or constructors: a'
    ],
    ['static void f() { this.f(); }', '2009 This cannot be referenced in a static context'],
    ['class A { static void f() {} }', '2012 static can only be used on methods of a top level type'],
    ['@HttpGet public static void f() {}', '2012 HttpGet methods must be declared as global'],
    ['@future static void f(Account a) {}', '2012 Future methods do not support parameter type of Account'],
    ['@Nonsense void f() {}', '2012 Annotation does not exist: nonsense']
  ])('%s', (member, message) => {
    expect(inner(member)).toEqual([message]);
  });

  it('accept every path that returns or throws', () => {
    expect(
      inner(
        'Integer f(Integer i) { switch on i { when 1 { return 1; } when else { throw new NullPointerException(); } } }',
        'Integer g() { try { return 1; } finally { g(); } }'
      )
    ).toEqual([]);
  });

  it('switch over enum constants without the name of the enum', () => {
    const { units } = bindFiles({
      'Sample.cls':
        'public class Sample { enum Size { S, L } void run(Size s) { switch on s { when S, L { } when null { } } } }'
    });
    const [statement] = typeNamed(units, 'Sample').methods.map((method) => method.body);
    expect(statement).toMatchObject({
      statements: [
        {
          kind: 'switch',
          cases: [
            { when: { values: [{ kind: 'enumConstant', typeName: 'Sample.Size', name: 'S' }, { name: 'L' }] } },
            {}
          ]
        }
      ]
    });
  });
});

describe('anonymous blocks', () => {
  it('may declare methods, which get an owner of their own', () => {
    const { units, errors } = bindFiles({
      'block.apex': 'Integer twice(Integer n) { return n * 2; }\nInteger a = twice(2);\nSystem.debug(a);'
    });
    expect(errors).toEqual([]);
    expect(units[0]?.types.map((type) => type.name)).toEqual(['AnonymousBlock']);
    expect(units[0]?.anonymous).toMatchObject({ kind: 'block' });
  });
});

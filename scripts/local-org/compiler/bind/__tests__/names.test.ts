import { bindFiles, errorsIn, errorsOf, expressionOf, methodOf, statementsOf, typeOf } from './bind-source';

describe('names', () => {
  it('ignore case', () => {
    expect(errorsIn('Account acc', 'STRING s = ACC.name; SYSTEM.Debug(S.LENGTH());')).toEqual([]);
  });

  it('mean a local before a field, and a field before a class', () => {
    const source = `public class Sample { static Integer counter = 1; String Account = 'x';
      void run() { String counter = 'a'; take(counter); take(Account.length()); } static void take(Object o) {} }`;
    const { units, errors } = bindFiles({ 'Sample.cls': source });
    expect(errors).toEqual([]);
    const calls = statementsOf(methodOf(units, 'run'))
      .slice(1)
      .map((statement) =>
        statement.kind === 'expression' && statement.expression.kind === 'userCall'
          ? statement.expression.arguments[0]
          : null
      );
    expect(calls).toMatchObject([
      { kind: 'local' },
      { kind: 'platformCall', typeName: 'System.String', receiver: { kind: 'userField', name: 'Account' } }
    ]);
  });

  it('find statics of the outer class, but not its instance members', () => {
    const source = (body: string) =>
      `public class Sample { static Integer shared; Integer own; class Inner { void run() { ${body} } } }`;
    expect(errorsOf(source('shared = 1; Sample.shared = 2;'))).toEqual([]);
    expect(errorsOf(source('own = 1;'))).toEqual(['2002 Variable does not exist: own']);
  });

  it('find inner types by simple name through the base class', () => {
    expect(
      bindFiles({
        'Base.cls': 'public virtual class Base { public class Part { public Integer n; } public enum Size { S, L } }',
        'Child.cls': 'public class Child extends Base { Integer f(Part p) { Size s = Size.L; return p.n; } }'
      }).errors
    ).toEqual([]);
  });

  it('let classes of the source hide those of the platform', () => {
    const files = {
      'Http.cls': 'public class Http { public Integer port = 1; }',
      'Sample.cls': 'public class Sample { Integer a = new Http().port; System.Http b = new System.Http(); }'
    };
    expect(bindFiles(files).errors).toEqual([]);
  });

  it('may leave out System and Schema', () => {
    expect(
      errorsIn(
        '',
        'DescribeSObjectResult a = SObjectType.Account; Schema.DescribeSObjectResult b = Schema.SObjectType.Account; JSON.serialize(a); System.JSON.serialize(b); Schema.Account c = new Account();'
      )
    ).toEqual([]);
  });

  it('are told once when unknown', () => {
    expect(errorsIn('', 'nope.x.y(1, 2).z = nope2();')).toEqual([
      '2002 Variable does not exist: nope',
      '2003 Method does not exist or incorrect signature: void nope2() from the type Sample'
    ]);
    expect(errorsIn('', 'Nope n = new Nope(); n.go(); List<Nope> l;')).toEqual([
      '2001 Invalid type: Nope',
      '2001 Invalid type: Nope',
      '2001 Invalid type: Nope'
    ]);
  });

  it('of a file that did not parse are not told on top', () => {
    const { errors } = bindFiles({
      'Broken.cls': 'public class Broken { Integer on; }',
      'Sample.cls':
        'public class Sample extends Broken { Broken.Part p = Broken.make(1).x; void f() { super.go(); own(); p.go(); } }'
    });
    expect(errors.every((error) => error.startsWith('1001'))).toBe(true);
  });

  it('may not be declared twice in one method', () => {
    expect(errorsIn('Integer i', '{ String i; }')).toEqual(['2006 Duplicate variable: i']);
  });

  it('give labels, enum constants and static properties', () => {
    expect(expressionOf('', 'Label.Greeting')).toMatchObject({ kind: 'label', name: 'Greeting' });
    expect(errorsIn('', 'String s = System.Label.Nope;')).toEqual(['2017 External string does not exist: Nope']);
    expect(expressionOf('', 'RoundingMode.HALF_UP')).toMatchObject({
      kind: 'enumConstant',
      typeName: 'System.RoundingMode',
      isPlatform: true
    });
    expect(typeOf('', 'RestContext.request.requestBody')).toBe('Blob');
  });
});

describe('properties', () => {
  const source =
    'public class Sample { Integer count { get { return count; } set { count = value; } } Integer twice() { return count * 2; } }';

  it('are their backing field inside their own accessors only', () => {
    const { units, errors } = bindFiles({ 'Sample.cls': source });
    expect(errors).toEqual([]);
    const property = units[0]?.types[0]?.properties[0];
    expect(property?.getter?.body).toMatchObject({
      statements: [{ kind: 'return', value: { kind: 'userField', name: 'count' } }]
    });
    expect(property?.setter?.body).toMatchObject({
      statements: [
        { expression: { target: { kind: 'userField' }, value: { kind: 'local', variable: { name: 'value' } } } }
      ]
    });
    expect(statementsOf(methodOf(units, 'twice'))).toMatchObject([{ value: { left: { kind: 'userProperty' } } }]);
  });

  it('are written only where their setter is visible', () => {
    const files = {
      'A.cls': 'public class A { public Integer n { get; private set; } }',
      'B.cls': 'public class B { void f(A a) { a.n = 1; } }'
    };
    expect(bindFiles(files).errors).toEqual(['2016 Variable is not visible: A.n']);
  });
});

describe('access', () => {
  it('keeps private inner types to their outermost class', () => {
    const a = 'public class A { class Part {} @TestVisible class Seen {} public class Open {} }';
    expect(bindFiles({ 'A.cls': a, 'B.cls': 'public class B { A.Part p; A.Open o; }' }).errors).toEqual([
      '2008 Type is not visible: A.Part'
    ]);
    expect(bindFiles({ 'A.cls': a, 'T.cls': '@IsTest private class T { A.Seen s; }' }).errors).toEqual([]);
  });

  it('keeps private members from other classes, but shows @TestVisible ones to tests', () => {
    const a = 'public class A { private Integer hidden; @TestVisible private Integer seen; }';
    const test = '@IsTest private class T { static void f(A a) { a.seen = 1; a.hidden = 1; } }';
    expect(bindFiles({ 'A.cls': a, 'T.cls': test }).errors).toEqual(['2008 Variable is not visible: A.hidden']);
  });
});

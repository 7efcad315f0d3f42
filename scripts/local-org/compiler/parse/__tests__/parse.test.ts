import type { ClassDeclaration, Expression, MethodDeclaration, Statement } from '../../ast';
import { codeFrame, DIAGNOSTICS, formatDiagnostic, isUnsupported } from '../../diagnostics';
import { parseAnonymous, parseUnit } from '../parse';

function parseOk(source: string): ClassDeclaration {
  const { unit, diagnostics } = parseUnit('Sample.cls', source);
  expect(diagnostics).toEqual([]);
  if (unit?.kind !== 'type' || unit.declaration.kind !== 'class') throw new Error('no class');
  return unit.declaration;
}

function bodyOf(statements: string): readonly Statement[] {
  const method = parseOk(`class Sample { void run() { ${statements} } }`).members[0] as MethodDeclaration;
  return method.body?.statements ?? [];
}

function expressionOf(text: string): Expression {
  const [statement] = bodyOf(`Object value = ${text};`);
  if (statement?.kind !== 'local') throw new Error('no local variable');
  const initializer = statement.declarators[0]?.initializer;
  if (!initializer) throw new Error('no initializer');
  return initializer;
}

describe('declarations', () => {
  it('reads modifiers, annotations, super type and interfaces', () => {
    const declaration = parseOk(
      `@IsTest(IsParallel=true) public abstract with sharing class Sample extends Base implements A, Database.Batchable<SObject> {}`
    );
    expect([...declaration.modifiers.names]).toEqual(['public', 'abstract', 'with sharing']);
    expect(declaration.modifiers.annotations[0]).toMatchObject({ name: 'IsTest', values: { IsParallel: true } });
    expect(declaration.superType?.parts[0]?.name).toBe('Base');
    expect(declaration.interfaces[1]?.parts.map((part) => part.name)).toEqual(['Database', 'Batchable']);
  });

  it('splits a field declaration into its declarators', () => {
    expect(parseOk('class S { static final Integer A = 1, B; }').members).toMatchObject([
      { kind: 'field', name: { name: 'A' }, initializer: { literal: { value: 1 } } },
      { kind: 'field', name: { name: 'B' }, initializer: null }
    ]);
  });

  it('tells automatic accessors from written ones', () => {
    expect(parseOk('class S { public String a { get; private set { a = value; } } }').members[0]).toMatchObject({
      kind: 'property',
      getter: { body: null },
      setter: { body: { kind: 'block' } }
    });
  });

  it('reads constructors, initialiser blocks and inner types', () => {
    const kinds = parseOk(
      'class S { S() { this(1); } S(Integer i) {} static { } { } class I {} enum E { A, B } interface F { void x(); } }'
    ).members.map((member) => member.kind);
    expect(kinds).toEqual(['constructor', 'constructor', 'initializer', 'initializer', 'class', 'enum', 'interface']);
  });

  it('reads a trigger with its events', () => {
    const { unit } = parseUnit('T.trigger', 'trigger T on Lead (before insert, after undelete) { Integer i = 0; }');
    expect(unit).toMatchObject({
      kind: 'trigger',
      objectName: { name: 'Lead' },
      events: ['before insert', 'after undelete']
    });
  });

  it('reads anonymous Apex with methods between statements', () => {
    const { unit } = parseAnonymous(
      'x.apex',
      'Integer a = 1; Integer twice(Integer i) { return i * 2; } System.debug(twice(a));'
    );
    expect(unit).toMatchObject({
      kind: 'anonymous',
      members: [{ kind: 'method' }],
      body: { statements: [{ kind: 'local' }, { kind: 'expression' }] }
    });
  });
});

describe('statements', () => {
  it('reads the forms of for', () => {
    expect(
      bodyOf('for (Integer i = 0; i < 3; i++) {} for (;;); for (Account a : [SELECT Id FROM Account]) {}')
    ).toMatchObject([
      { kind: 'for', init: { kind: 'local' }, update: [{ kind: 'postfix' }] },
      { kind: 'for', init: null, condition: null, body: null },
      { kind: 'foreach', iterable: { kind: 'soql' } }
    ]);
  });

  it('reads switch cases by value, by type and else', () => {
    const [statement] = bodyOf(
      `switch on x { when -1, 2 {} when 'a' {} when Account acc {} when RED {} when null {} when else {} }`
    );
    expect(statement).toMatchObject({
      cases: [
        { when: { kind: 'values', values: [{ literal: { value: -1 } }, { literal: { value: 2 } }] } },
        { when: { values: [{ literal: { value: 'a' } }] } },
        { when: { kind: 'type', name: { name: 'acc' } } },
        { when: { values: [{ kind: 'name', name: 'RED' }] } },
        { when: { values: [{ literal: { type: 'null' } }] } },
        { when: { kind: 'else' } }
      ]
    });
  });

  it('reads DML with access mode and external id', () => {
    expect(
      bodyOf('insert as user a; upsert b Lead.Key__c; merge c d; delete as system [SELECT Id FROM Lead];')
    ).toMatchObject([
      { operation: 'insert', accessMode: 'user' },
      { operation: 'upsert', externalIdField: 'Lead.Key__c', accessMode: null },
      { operation: 'merge', mergeSource: { kind: 'name' } },
      { operation: 'delete', accessMode: 'system', target: { kind: 'soql' } }
    ]);
  });
});

describe('texts', () => {
  const problems = (source: string) => parseUnit('S.cls', source).diagnostics.map(({ message }) => message);

  it('names the remedy for double quotes, once', () => {
    expect(problems('class S { String a = "abc"; }')).toEqual([
      "Double quotes do not hold text in Apex. Use single quotes: 'text'"
    ]);
  });

  it('says that the closing quote is missing', () => {
    expect(problems("class S { String a = 'abc; }")[0]).toBe(
      'The text has no closing single quote on its line. Add it'
    );
  });
});

describe('expressions', () => {
  it('folds the sign of the smallest numbers', () => {
    expect(expressionOf('-2147483647')).toMatchObject({ literal: { type: 'integer', value: -2147483647 } });
    expect(expressionOf('-9223372036854775807L')).toMatchObject({
      literal: { type: 'long', value: -9223372036854775807n }
    });
    const problemOf = (number: string) => parseUnit('S.cls', `class S { Object i = ${number}; }`).diagnostics[0];
    expect(problemOf('2147483648')?.code).toBe('APX1002');
    expect(problemOf('-2147483648')?.message).toContain('write -2147483647 - 1');
    expect(problemOf('-9223372036854775808L')?.message).toContain('write -9223372036854775807L - 1');
  });

  it('tells Decimal from Double literals', () => {
    expect(expressionOf('1.50')).toMatchObject({ literal: { type: 'decimal', text: '1.50', isDouble: false } });
    expect(expressionOf('1.5d')).toMatchObject({ literal: { type: 'decimal', text: '1.5', isDouble: true } });
  });

  it('resolves escapes in strings', () => {
    expect(expressionOf(String.raw`'a\'b\n\u0041\\'`)).toMatchObject({ literal: { value: "a'b\nA\\" } });
  });

  it('keeps shifts, comparisons and the other not-equal apart', () => {
    for (const [text, operator] of [
      ['a >>> 1', '>>>'],
      ['a << 1', '<<'],
      ['a >= 1', '>='],
      ['a <> 1', '!='],
      ['a !== b', '!=='],
      ['a ?? b', '??']
    ] as const) {
      expect(expressionOf(text)).toMatchObject({ kind: 'binary', operator });
    }
  });

  it('reads the forms of new', () => {
    expect(expressionOf("new Account(Name = 'x', Parent = p)")).toMatchObject({
      creation: { kind: 'fields', fields: [{ name: { name: 'Name' } }, { name: { name: 'Parent' } }] }
    });
    expect(expressionOf('new Integer[3]')).toMatchObject({ type: { arrayDepth: 1 }, creation: { kind: 'size' } });
    expect(expressionOf('new Integer[]{ 1, 2 }')).toMatchObject({ creation: { kind: 'elements', elements: [{}, {}] } });
    expect(expressionOf("new Map<String, List<Id>>{ 'a' => null }")).toMatchObject({
      type: { parts: [{ typeArguments: [{}, { parts: [{ name: 'List' }] }] }] },
      creation: { kind: 'entries' }
    });
    expect(expressionOf('new Outer.Inner(1)')).toMatchObject({
      type: { parts: [{ name: 'Outer' }, { name: 'Inner' }] },
      creation: { kind: 'arguments' }
    });
  });

  it('reads class literals of simple, dotted and generic types', () => {
    expect(expressionOf('Foo.class')).toMatchObject({ kind: 'classliteral', type: { parts: [{ name: 'Foo' }] } });
    expect(expressionOf('Foo.Bar.class')).toMatchObject({
      kind: 'classliteral',
      type: { parts: [{ name: 'Foo' }, { name: 'Bar' }] }
    });
    expect(expressionOf('List<String>.class')).toMatchObject({
      kind: 'classliteral',
      type: { parts: [{ name: 'List' }] }
    });
  });

  it('numbers the binds of queries and searches', () => {
    expect(expressionOf('[SELECT Id FROM Lead WHERE Name = :a.b AND Id IN :ids LIMIT :n]')).toMatchObject({
      kind: 'soql',
      binds: [{ kind: 'field' }, { name: 'ids' }, { name: 'n' }]
    });
    expect(expressionOf('[FIND :term IN PHONE FIELDS RETURNING Lead(Id), Contact]')).toMatchObject({
      kind: 'sosl',
      text: 'FIND :0 IN PHONE FIELDS RETURNING Lead(Id), Contact',
      binds: [{ name: 'term' }]
    });
  });
});

describe('diagnostics', () => {
  it('reports a syntax error with its place and a code frame', () => {
    const source = 'class S {\n  void run() { Integer i = ; }\n}';
    const [first] = parseUnit('dir/S.cls', source).diagnostics;
    if (!first) throw new Error('no diagnostic');
    expect(formatDiagnostic(first)).toMatch(/^dir\/S\.cls:2:28 APX1001 /);
    expect(codeFrame(source, first.span)).toContain(
      '> 2 |   void run() { Integer i = ; }\n    |                            ^'
    );
  });

  it('marks numbers in 4xxx and 5xxx as limits of the local org', () => {
    const [first] = parseUnit(
      'S.cls',
      'class S { List<Lead> l = [SELECT Id FROM Lead WITH DATA CATEGORY Geo__c AT usa__c]; }'
    ).diagnostics;
    expect(first && isUnsupported(first)).toBe(true);
  });

  it('gives each number one meaning', () => {
    const meanings = Object.values(DIAGNOSTICS);
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSchema } from '../../../schema/load';
import { currentTransaction } from '../../../runtime/transaction';
import { compileSources } from '../../compile';
import type { Compilation } from '../../compile';
import { formatDiagnostic } from '../../diagnostics';
import { loadPlatformTypes } from '../../types/load';
import { inTestTransaction } from './run';

const schema = loadSchema([]);

function compile(
  sources: Readonly<Record<string, string>>,
  cacheDirectory: string | null = null,
  platformTypes = loadPlatformTypes
): Compilation {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }));
  return compileSources({ sources: files, schema, platformTypes, cacheDirectory });
}

function run({ program }: Compilation, className: string, key: string, ...args: unknown[]): unknown {
  return inTestTransaction(() => program.invokeStatic(className, key, args), { schema, program });
}

describe('a program', () => {
  it('resolves classes of other files in any order, even in circles', () => {
    const compiled = compile({
      'B.cls':
        'public class B extends A { public class Inner extends A.Inner { } public static Integer two() { return one() + 1; } }',
      'A.cls':
        'public virtual class A { public virtual class Inner { public Object made() { return new B.Inner(); } } public static Integer one() { return 1; } }'
    });
    expect(compiled.diagnostics.map(formatDiagnostic)).toEqual([]);
    expect(run(compiled, 'b', 'two()')).toBe(2);
  });

  it('describes its types', () => {
    const { program } = compile({
      'Shop.cls': `public with sharing class Shop implements Comparable {
        public class Item extends Thing { public String name; transient Integer rank { get; set; } }
        public virtual class Thing { }
        @AuraEnabled(cacheable=true) public static List<String> names(Integer count) { return null; }
        public Integer compareTo(Object other) { return 0; }
      }`
    });
    const shop = program.findType('SHOP');
    expect(shop).toMatchObject({ name: 'Shop', sharing: 'with', interfaces: ['Comparable'], kind: 'class' });
    expect(shop?.methods[0]).toMatchObject({
      name: 'names',
      key: 'names(integer)',
      isStatic: true,
      returnType: 'List<String>',
      parameters: [{ name: 'count', type: 'Integer' }]
    });
    expect(shop?.methods[0]?.annotations[0]).toMatchObject({ name: 'auraenabled', values: { cacheable: true } });
    const item = program.findType('shop.item');
    expect(item?.fields.map(({ name, isProperty, isTransient }) => [name, isProperty, isTransient])).toEqual([
      ['name', false, false],
      ['rank', true, true]
    ]);
    expect([...(item?.assignableTo ?? [])]).toEqual(['shop.item', 'shop.thing']);
  });

  it('finds triggers by object', () => {
    const { program } = compile({
      'OnLead.trigger': 'trigger OnLead on Lead (before insert, after update) { System.debug(Trigger.new); }'
    });
    expect(program.triggersFor('lead')).toMatchObject([
      { name: 'OnLead', objectName: 'Lead', events: ['before insert', 'after update'] }
    ]);
    expect(program.triggersFor('Contact')).toEqual([]);
  });

  it('starts static fields anew in each transaction', () => {
    const compiled = compile({
      'Counter.cls': 'public class Counter { static Integer n = 0; public static Integer next() { n++; return n; } }'
    });
    expect(run(compiled, 'Counter', 'next()')).toBe(1);
    expect(run(compiled, 'Counter', 'next()')).toBe(1);
  });

  it('refuses to call what did not compile, and runs the rest', () => {
    const compiled = compile({
      'Half.cls':
        'public class Half { public static Integer good() { return 1; } public static Integer bad() { return unknown; } }',
      'Orphan.cls': 'public class Orphan extends Missing { public static Integer one() { return 1; } }'
    });
    expect(compiled.diagnostics.length).toBeGreaterThan(0);
    expect(run(compiled, 'Half', 'good()')).toBe(1);
    expect(() => run(compiled, 'Half', 'bad()')).toThrow(/did not compile: Half\.cls:1:.*unknown/);
  });

  it('stops endless recursion', () => {
    const compiled = compile({
      'Deep.cls': 'public class Deep { public static Integer dig(Integer n) { return dig(n + 1) + 1; } }'
    });
    expect(() => run(compiled, 'Deep', 'dig(integer)', 0)).toThrow(
      expect.objectContaining({ message: 'Maximum stack depth has been reached: 1001' })
    );
  });
});

describe('sharing', () => {
  const sources = {
    'Probe.cls': 'public class Probe { public static Object ask() { return [SELECT Id FROM Account]; } }',
    'Strict.cls':
      'public with sharing class Strict { public static Object ask() { return Probe.ask(); } public static Object loose() { return Loose.ask(); } }',
    'Loose.cls': 'public without sharing class Loose { public static Object ask() { return Probe.ask(); } }',
    'Heir.cls': 'public inherited sharing class Heir { public static Object ask() { return Probe.ask(); } }'
  };

  it.each([
    ['Probe', 'ask()', false],
    ['Strict', 'ask()', true],
    ['Loose', 'ask()', false],
    ['Strict', 'loose()', false],
    ['Heir', 'ask()', true]
  ])('of %s.%s is %s', (className, key, isEnforced) => {
    const seen: boolean[] = [];
    const database = {
      query: (request: { isSharingEnforced: boolean }) => {
        seen.push(request.isSharingEnforced);
        return [];
      }
    };
    const { program } = compile(sources);
    inTestTransaction(() => program.invokeStatic(className, key, []), { schema, program, database } as never);
    expect(seen).toEqual([isEnforced]);
  });
});

describe('anonymous Apex', () => {
  it('runs against the program', () => {
    const compiled = compile({
      'Log.cls': 'public class Log { public static List<String> lines = new List<String>(); }'
    });
    const { unit, diagnostics } = compiled.compileAnonymous(
      "Integer twice(Integer n) { return n * 2; }\nLog.lines.add('x' + twice(4)); throw new IllegalArgumentException(Log.lines[0]);"
    );
    expect(diagnostics).toEqual([]);
    expect(() => inTestTransaction(() => unit && compiled.program.runAnonymous(unit), { schema })).toThrow(
      expect.objectContaining({ message: 'x8' })
    );
  });

  it('tells its mistakes', () => {
    const { unit, diagnostics } = compile({}).compileAnonymous('Integer i = nothing;');
    expect(unit).toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toEqual([expect.stringContaining('anonymous.apex:1:13')]);
  });
});

describe('the cache', () => {
  const directory = mkdtempSync(join(tmpdir(), 'apex-cache-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('compiles nothing when nothing has changed', () => {
    const sources = { 'One.cls': 'public class One { public static Integer get() { return 1; } }' };
    const cold = compile(sources, directory);
    const loadTypes = jest.fn(loadPlatformTypes);
    const warm = compile(sources, directory, loadTypes);
    expect([run(cold, 'One', 'get()'), run(warm, 'One', 'get()')]).toEqual([1, 1]);
    expect(loadTypes).not.toHaveBeenCalled();
  });

  it('parses only what has changed', () => {
    const trees = () => readdirSync(directory).filter((name) => name.startsWith('tree-')).length;
    compile({ 'A.cls': 'public class A { }', 'B.cls': 'public class B { }' }, directory);
    const before = trees();
    compile({ 'A.cls': 'public class A { }', 'B.cls': 'public class B { Integer n; }' }, directory);
    expect(trees()).toBe(before + 1);
  });
});

describe('limits', () => {
  it('stop a loop that does not end', () => {
    const { program } = compile({
      'Loop.cls':
        'public class Loop { public static void run() { while (true) { try { Integer i = 1; } catch (Exception e) { } } } }'
    });
    const run = () =>
      inTestTransaction(
        () => {
          currentTransaction().limits.setMaximum('cpuTime', 20);
          program.invokeStatic('Loop', 'run()', []);
        },
        { schema, program }
      );
    expect(run).toThrow(expect.objectContaining({ message: 'Apex CPU time limit exceeded' }));
  });
});

describe('coverage', () => {
  it('counts the lines that Salesforce counts', () => {
    const source = `public class Counted {
      static final String CONSTANT = 'x';
      static Integer n = 1;
      String name;
      public Counted() {
        this('a');
      }
      public Counted(String name) {
        Integer unused;
        do {
          n++;
        } while (n < 2);
        if (n > 100) {
          n = 0;
        }
      }
    }`;
    const { program } = compile({ 'Counted.cls': source });
    inTestTransaction(() => program.newInstance('Counted'), { schema, program });
    const [coverage] = program.coverage();
    expect(Object.fromEntries(coverage?.lines ?? [])).toEqual({ 3: 1, 4: 1, 5: 1, 6: 1, 9: 1, 11: 1, 13: 1, 14: 0 });
  });
});

it('fails again when a class is used after its static initialiser failed', () => {
  const compiled = compile({
    'Bad.cls':
      'public class Bad { static Integer n = 1 / zero(); static Integer zero() { return 0; } public static Integer get() { return n; } }',
    'User.cls':
      'public class User2 { public static Integer twice() { Integer failures = 0; for (Integer i = 0; i < 2; i++) { try { Bad.get(); } catch (MathException e) { failures++; } } return failures; } }'
  });
  expect(run(compiled, 'User2', 'twice()')).toBe(2);
});

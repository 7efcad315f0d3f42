import { ApexException } from '../../../runtime/exceptions';
import { loadProgram } from '../../../runtime/program';
import type { Program } from '../../../runtime/program';
import { inTestTransaction } from './run';
import type { BoundExpression, BoundMethod } from '../../bound';
import { INTEGER, STRING } from '../../types';
import { emitUnit } from '../emit-unit';
import {
  arithmetic,
  at,
  block,
  classType,
  giveBack,
  integer,
  method,
  nothing,
  read,
  string,
  unit,
  variable
} from './build-tree';

function programOf(...methods: BoundMethod[]): Program {
  return loadProgram([emitUnit(unit(classType('Sample', { methods })))]);
}

function evaluate(value: BoundExpression): unknown {
  const program = programOf(method('run', [], block(giveBack(value))));
  return inTestTransaction(() => program.invokeStatic('Sample', 'run()', []));
}

function failureOf(work: () => unknown): ApexException {
  try {
    inTestTransaction(work);
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}

describe('integers', () => {
  it('wrap at 32 bits', () => {
    expect(evaluate(arithmetic('+', integer(2147483647), integer(1)))).toBe(-2147483648);
    expect(evaluate(arithmetic('*', integer(1103515245), integer(12345)))).toBe(Math.imul(1103515245, 12345));
  });

  it('divide towards zero and not by zero', () => {
    expect(evaluate(arithmetic('/', integer(-7), integer(2)))).toBe(-3);
    expect(failureOf(() => evaluate(arithmetic('/', integer(1), integer(0)))).message).toBe('Divide by 0');
  });

  it('refuse null', () => {
    const failure = failureOf(() => evaluate(arithmetic('+', integer(1), nothing(INTEGER))));
    expect(String(failure)).toBe('System.NullPointerException: Attempt to de-reference a null object');
  });
});

describe('text', () => {
  it('shows null as null when joined', () => {
    const parts = [nothing(STRING), integer(1), string('x')];
    expect(evaluate({ kind: 'concat', parts, type: STRING, span: at(1) })).toBe('null1x');
  });

  it('is equal without regard to case', () => {
    expect(
      evaluate({
        kind: 'equals',
        isNegated: false,
        by: 'string',
        left: string('Hello'),
        right: string('HELLO'),
        type: STRING,
        span: at(1)
      })
    ).toBe(true);
  });
});

describe('stack traces', () => {
  it('name the method and the line of the source', () => {
    const inner = method('inner', [], block(giveBack(arithmetic('/', integer(1), integer(0)), 12)), {
      span: { ...at(10), endLine: 14 }
    });
    const call: BoundExpression = {
      kind: 'userCall',
      receiver: null,
      owner: 'Sample',
      key: 'inner()',
      arguments: [],
      isSuper: false,
      isNullSafe: false,
      type: INTEGER,
      span: at(22)
    };
    const outer = method('outer', [], block(giveBack(call, 22)), { span: { ...at(20), endLine: 24 } });
    const line = { ...arithmetic('/', integer(1), integer(0)), span: at(12) };
    const fixed = { ...inner, body: block(giveBack(line, 12)) };
    const program = programOf(fixed, outer);

    const failure = failureOf(() => program.invokeStatic('Sample', 'outer()', []));

    expect(failure['getstacktracestring()']()).toBe(
      'Class.Sample.inner: line 12, column 1\nClass.Sample.outer: line 22, column 1'
    );
    expect(failure['getlinenumber()']()).toBe(12);
  });
});

describe('coverage', () => {
  it('counts the lines that ran', () => {
    const flag = variable('flag', INTEGER);
    const condition: BoundExpression = {
      kind: 'equals',
      isNegated: false,
      by: 'integer',
      left: read(flag),
      right: integer(1),
      type: INTEGER,
      span: at(2)
    };
    const body = block(
      { kind: 'if', condition, then: block(giveBack(integer(1), 3)), otherwise: null, span: at(2) },
      giveBack(integer(2), 5)
    );
    const program = programOf(method('pick', [flag], body));

    inTestTransaction(() => program.invokeStatic('Sample', 'pick(integer)', [1]));

    const [coverage] = program.coverage();
    expect([...(coverage?.lines ?? [])]).toEqual([
      [2, 1],
      [3, 1],
      [5, 0]
    ]);
    expect(coverage?.methods).toContainEqual({ name: 'Sample.pick', line: 1, hits: 1 });
  });
});

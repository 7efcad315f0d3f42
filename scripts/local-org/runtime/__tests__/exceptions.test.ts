import '../../library/index';
import '../exception-types';
import { findImplementation, findPlatformType } from '../../library/registry';
import type { ApexList } from '../../library/system/List';
import { exceptionClass, isCatchable, newDmlException, newException } from '../exceptions';

function call(typeName: string, signature: string, ...args: unknown[]): unknown {
  const method = findImplementation(findPlatformType(typeName)?.methods, signature);
  if (!method) throw new Error(`${typeName} has no ${signature}`);
  return method(...args);
}

describe('newException', () => {
  it('makes an instance of the named type', () => {
    const exception = newException('MathException', 'Divide by 0');
    expect(exception).toBeInstanceOf(exceptionClass('System.MathException'));
    expect(exception).not.toBeInstanceOf(exceptionClass('System.ListException'));
    expect(String(exception)).toBe('System.MathException: Divide by 0');
    expect([...exception.$type.assignableTo]).toEqual(['mathexception', 'exception']);
  });

  it('keeps the cause, and shows both to JavaScript tools', () => {
    const cause = newException('System.QueryException', 'why');
    const exception = newException('System.IllegalArgumentException', 'what', cause);
    expect(call('System.Exception', 'getCause()', exception)).toBe(cause);
    expect(exception.stack).toContain('System.IllegalArgumentException: what');
    expect(exception.stack).toContain('Caused by: System.QueryException: why');
  });

  it('is silent about a message that was never given', () => {
    expect(call('System.Exception', 'getMessage()', newException('System.DmlException', null))).toBe(
      'Script-thrown exception'
    );
  });
});

it('lets Apex catch all but limits and failed assertions', () => {
  expect(isCatchable(newException('System.DmlException', ''))).toBe(true);
  expect(isCatchable(newException('System.LimitException', ''))).toBe(false);
  expect(isCatchable(newException('System.AssertException', ''))).toBe(false);
});

it('refuses a second cause', () => {
  const exception = newException('System.MathException', 'x', newException('System.MathException', 'first'));
  expect(() => call('System.Exception', 'initCause(Exception)', exception, null)).toThrow(
    expect.objectContaining({ $exceptionName: 'System.IllegalArgumentException' })
  );
});

describe('DmlException', () => {
  const row = {
    index: 3,
    id: null,
    objectName: 'Lead',
    statusCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [LastName]',
    fields: ['LastName']
  };
  const exception = newDmlException('Insert failed.', [row]);

  it('tells its rows', () => {
    expect(call('System.DmlException', 'getNumDml()', exception)).toBe(1);
    expect(call('System.DmlException', 'getDmlIndex(Integer)', exception, 0)).toBe(3);
    expect(call('System.DmlException', 'getDmlMessage(Integer)', exception, 0)).toBe(row.message);
    expect((call('System.DmlException', 'getDmlFieldNames(Integer)', exception, 0) as ApexList).items).toEqual([
      'LastName'
    ]);
  });

  it('has no row beyond the last', () => {
    expect(() => call('System.DmlException', 'getDmlId(Integer)', exception, 1)).toThrow(
      expect.objectContaining({ message: 'List index out of bounds: 1' })
    );
  });
});

import { typeName } from '../../types';
import { loadPlatformTypes } from '../load';

const types = loadPlatformTypes();

function signatures(name: string): string[] {
  return (
    types
      .find(name)
      ?.methods.map(
        (method) => `${method.isStatic ? 'static ' : ''}${method.signature}:${typeName(method.returnType)}`
      ) ?? []
  );
}

describe('loadPlatformTypes', () => {
  it('finds types with and without the namespace System, in any case', () => {
    expect(types.find('string')?.name).toBe('System.String');
    expect(types.find('DATABASE.saveresult')?.name).toBe('Database.SaveResult');
    expect(types.find('Nope')).toBeUndefined();
    expect(types.isNamespace('schema')).toBe(true);
    expect(types.isNamespace('sobjects')).toBe(false);
  });

  it('reads methods with their parameter types', () => {
    expect(signatures('String')).toEqual(
      expect.arrayContaining(['substring(Integer,Integer):String', 'static join(Object,String):String'])
    );
  });

  it('keeps type parameters as variables', () => {
    expect(types.find('Iterable')).toMatchObject({ kind: 'interface', typeParameters: ['T'] });
    expect(signatures('Map')).toEqual(
      expect.arrayContaining(['put(K,V):V', 'keySet():Set<K>', 'putAll(List<SObject>):void'])
    );
    expect(signatures('Database.Batchable')).toContain('execute(Database.BatchableContext,List<T>):void');
  });

  it('reads enums, static properties and names that Java reserves', () => {
    expect(types.find('System.LoggingLevel')).toMatchObject({
      kind: 'enum',
      enumConstants: expect.arrayContaining(['DEBUG', 'ERROR'])
    });
    expect(types.find('RestContext')?.properties.map((property) => `${property.name}:${property.isStatic}`)).toContain(
      'request:true'
    );
    expect(signatures('List')).toContain('clone():List<T>');
  });

  it('reads interfaces and super types', () => {
    expect(types.find('System.List')?.interfaces.map(typeName)).toEqual(['Iterable<T>']);
    expect(types.find('System.DmlException')?.superType).toMatchObject({ name: 'System.Exception' });
  });
});

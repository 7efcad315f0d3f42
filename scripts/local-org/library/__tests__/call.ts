/** Calls of library members by signature, as compiled code makes them. */
import '../index';
import { ApexException } from '../../runtime/exceptions';
import { findImplementation, findPlatformType } from '../registry';
import type { Implementation, Implementations } from '../registry';

function find(typeName: string, table: 'statics' | 'methods' | 'constructors', signature: string): Implementation {
  const implementations: Implementations | undefined = findPlatformType(`System.${typeName}`)?.[table];
  const found = findImplementation(implementations, signature);
  if (!found) throw new Error(`The library has no ${typeName}.${signature}`);
  return found;
}

/** `staticCall('Integer', 'valueOf(String)', '7')` */
export function staticCall(typeName: string, signature: string, ...args: unknown[]): unknown {
  return find(typeName, 'statics', signature)(...args);
}

/** `methodCall('String', 'left(Integer)', 'abc', 2)`: the receiver comes first. */
export function methodCall(typeName: string, signature: string, ...args: unknown[]): unknown {
  return find(typeName, 'methods', signature)(...args);
}

/** Type arguments of generic types come first. */
export function construct(typeName: string, signature: string, ...args: unknown[]): unknown {
  return find(typeName, 'constructors', signature)(...args);
}

/** The text of the Apex exception that `work` throws: `System.ListException: List index out of bounds: 3`. */
export function exceptionOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return String(error);
    throw error;
  }
  return 'no exception';
}

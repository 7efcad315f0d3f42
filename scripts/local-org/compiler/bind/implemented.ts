/** Answers from the library registry: which platform members have code behind them. */
import { findImplementation, findPlatformType } from '../../library/registry';
import type { ImplementationKind } from './environment';

/**
 * True when the registry holds an implementation. The library modules must have been loaded before, because they
 * register themselves on import.
 */
export function isImplementedByLibrary(typeName: string, kind: ImplementationKind, signature: string): boolean {
  const definition = findPlatformType(typeName);
  if (!definition) return false;
  const name = signature.toLowerCase();
  switch (kind) {
    case 'constructor':
      return findImplementation(definition.constructors, signature) !== undefined;
    case 'static':
      return findImplementation(definition.statics, signature) !== undefined;
    case 'method':
      return findImplementation(definition.methods, signature) !== undefined;
    case 'staticProperty':
      return definition.staticProperties?.[name] !== undefined;
    case 'property':
      return definition.properties?.[name] !== undefined;
    case 'enumConstant':
      return definition.enumConstants?.some((constant) => constant.toLowerCase() === name) ?? false;
  }
}

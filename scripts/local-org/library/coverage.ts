/** Compares what the library implements with what the platform declares. `npx tsx scripts/local-org/library/report.ts` prints it. */
import { correctPlatformTypes } from '../compiler/bind/types/platform-corrections';
import { loadPlatformTypes } from '../compiler/types/load';
import type { PlatformTypeInfo } from '../compiler/types/platform-types';
import { allPlatformTypes, findImplementation, findPlatformType } from './registry';
import type { PlatformTypeDefinition } from './registry';

export interface TypeCoverage {
  readonly name: string;
  readonly declared: number;
  /** Signatures and properties without an implementation. */
  readonly missing: readonly string[];
}

/** `value.field.addError` is bound to the record, so that the types of fields need no such method. */
const BOUND_TO_RECORDS = /^addError\(/i;

/** One entry for each type that the library defines and the stubs declare, by name. The library must be loaded. */
export function libraryCoverage(): TypeCoverage[] {
  const types = correctPlatformTypes(loadPlatformTypes());
  return allPlatformTypes()
    .map(({ name }) => ({ definition: findPlatformType(name) as PlatformTypeDefinition, info: types.find(name) }))
    .flatMap(({ definition, info }) => (info ? [typeCoverage(definition, info)] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typeCoverage(definition: PlatformTypeDefinition, info: PlatformTypeInfo): TypeCoverage {
  const hasDeclaredConstructor = definition.constructors !== undefined || info.constructors.length > 1;
  const members: [string, boolean][] = [
    ...(hasDeclaredConstructor ? info.constructors : []).map(({ signature }): [string, boolean] => [
      `new${signature}`,
      findImplementation(definition.constructors, signature) !== undefined
    ]),
    ...info.methods
      .filter(({ signature }) => !BOUND_TO_RECORDS.test(signature))
      .map(({ signature, isStatic }): [string, boolean] => [
        signature,
        findImplementation(isStatic ? definition.statics : definition.methods, signature) !== undefined
      ]),
    ...info.properties.map(({ name, isStatic }): [string, boolean] => [
      name,
      (isStatic ? definition.staticProperties : definition.properties)?.[name.toLowerCase()] !== undefined
    ]),
    ...info.enumConstants.map((name): [string, boolean] => [name, definition.enumConstants?.includes(name) ?? false])
  ];
  return {
    name: info.name,
    declared: members.length,
    missing: members.filter(([, isThere]) => !isThere).map(([member]) => member)
  };
}

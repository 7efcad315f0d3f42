/** Where a method of the source answers under another key: generic platform interfaces know only Object. */
import { methodKey, OBJECT, type ApexType } from '../../types';
import { argumentsOf, type ProgramSymbols } from '../symbols/program';
import type { MethodSymbol, TypeSymbol } from '../symbols/symbols';
import { isAssignable, withBaseTypes } from '../types/relations';
import { substitute, typeArguments } from '../types/substitute';

interface Bridge {
  readonly key: string;
  readonly target: string;
}

/** The bridges that a class needs for the interfaces and bases it names. Inherited ones are with the base class. */
export function bridgesOf(program: ProgramSymbols, symbol: TypeSymbol): readonly Bridge[] {
  if (symbol.kind !== 'class') return [];
  const methods = instanceMethods(program, symbol);
  const bases = withBaseTypes(program, symbol.type).slice(1);
  const bridges = bases.flatMap((base) => platformBridges(program, base, methods));
  return bridges.filter(
    (bridge, index) => bridge.key !== bridge.target && bridges.findIndex((other) => other.key === bridge.key) === index
  );
}

/** Methods of the class and of its base classes: an inherited method may fulfil an interface. */
export function instanceMethods(program: ProgramSymbols, symbol: TypeSymbol): readonly MethodSymbol[] {
  const classes = withBaseTypes(program, symbol.type).map((type) => program.symbolOf(type));
  return classes.flatMap((found) =>
    found?.kind === 'class' ? [...found.methods.values()].flat().filter((method) => !method.isStatic) : []
  );
}

function platformBridges(program: ProgramSymbols, base: ApexType, methods: readonly MethodSymbol[]): readonly Bridge[] {
  const info = base.kind === 'platform' ? program.platformInfoOf(base) : undefined;
  if (info?.kind !== 'interface') return [];
  const filled = typeArguments(info.typeParameters, argumentsOf(base));
  return info.methods.flatMap((wanted) => {
    const parameters = wanted.parameters.map((parameter) => substitute(parameter, filled));
    const target = findImplementation(program, methods, wanted.name, parameters);
    if (!target) return [];
    const generic = wanted.parameters.map((parameter) => substitute(parameter, new Map()));
    return [parameters, generic, ...ofRecords(generic)].map((key) => ({
      key: methodKey(wanted.name, key),
      target: target.key
    }));
  });
}

/** Batches are called with lists of records as well as of objects. */
function ofRecords(parameters: readonly ApexType[]): readonly (readonly ApexType[])[] {
  const records = parameters.map((type): ApexType =>
    type.kind === 'list' && type.element === OBJECT
      ? { kind: 'list', element: { kind: 'sobject', name: 'SObject' } }
      : type
  );
  return records.some((type, index) => type !== parameters[index]) ? [records] : [];
}

/** The method that takes exactly these parameters, or else wider ones. */
export function findImplementation(
  program: ProgramSymbols,
  methods: readonly MethodSymbol[],
  name: string,
  parameters: readonly ApexType[]
): MethodSymbol | undefined {
  const key = methodKey(name, parameters);
  const exact = methods.find((method) => method.key === key);
  if (exact) return exact;
  return methods.find(
    (method) =>
      method.name.toLowerCase() === name.toLowerCase() &&
      method.parameters.length === parameters.length &&
      parameters.every((parameter, index) =>
        isAssignable(program, parameter, method.parameters[index] ?? parameter, 'call')
      )
  );
}

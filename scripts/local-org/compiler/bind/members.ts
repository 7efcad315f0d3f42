/** Finds the members of a type, its own and inherited ones, whether user or platform declares them. */
import type { PlatformMethodInfo, PlatformPropertyInfo } from '../types/platform-types';
import { OBJECT, sameType, type ApexType } from '../types';
import { argumentsOf, platformNameOf, type ProgramSymbols } from './symbols/program';
import type { FieldSymbol, MethodSymbol } from './symbols/symbols';
import { isEnum, withBaseTypes } from './types/relations';
import { substitute, typeArguments } from './types/substitute';

/** One method that a call may mean. Types have the receiver's type arguments filled in. */
export interface MethodCandidate {
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returnType: ApexType;
  readonly isStatic: boolean;
  readonly target:
    | { readonly kind: 'user'; readonly method: MethodSymbol }
    | {
        readonly kind: 'platform';
        readonly typeName: string;
        readonly info: PlatformMethodInfo;
        readonly typeArguments: readonly ApexType[];
      };
}

/** All methods of that name, nearest first; an overridden one stands for the methods that it overrides. */
export function findMethods(program: ProgramSymbols, type: ApexType, name: string): readonly MethodCandidate[] {
  const found: MethodCandidate[] = [];
  for (const declaring of declaringTypes(program, type)) {
    for (const candidate of ownMethods(program, declaring, name)) {
      if (!found.some((nearer) => hasSameParameters(nearer, candidate))) found.push(candidate);
    }
  }
  return found;
}

/** The type and its bases, then what all enums and all objects have. */
function declaringTypes(program: ProgramSymbols, type: ApexType): readonly ApexType[] {
  const types = [...withBaseTypes(program, type)];
  if (isEnum(program, type)) types.push({ kind: 'platform', name: 'System.Enum', arguments: [type] });
  if (type.kind !== 'void' && type.kind !== 'null') types.push(OBJECT);
  return types;
}

function hasSameParameters(a: MethodCandidate, b: MethodCandidate): boolean {
  return (
    a.parameters.length === b.parameters.length &&
    a.parameters.every((parameter, index) => sameType(parameter, b.parameters[index] ?? OBJECT))
  );
}

function ownMethods(program: ProgramSymbols, type: ApexType, name: string): readonly MethodCandidate[] {
  const symbol = program.symbolOf(type);
  const lower = name.toLowerCase();
  if (symbol) return (symbol.methods.get(lower) ?? []).map(userCandidate);
  return platformMethods(program, type, lower);
}

export function userCandidate(method: MethodSymbol): MethodCandidate {
  return {
    name: method.name,
    parameters: method.parameters,
    returnType: method.returnType,
    isStatic: method.isStatic,
    target: { kind: 'user', method }
  };
}

/** The methods of a name in lower case that the platform declares in exactly this type. */
function platformMethods(program: ProgramSymbols, type: ApexType, lower: string): readonly MethodCandidate[] {
  const info = program.platformInfoOf(type);
  const name = platformNameOf(type);
  if (!info || name === undefined) return [];
  const given = argumentsOf(type);
  const bindings = typeArguments(info.typeParameters, given);
  return info.methods
    .filter((method) => method.name.toLowerCase() === lower)
    .map((method) => ({
      name: method.name,
      parameters: method.parameters.map((parameter) => substitute(parameter, bindings)),
      returnType: substitute(method.returnType, bindings),
      isStatic: method.isStatic,
      target: { kind: 'platform', typeName: info.name, info: method, typeArguments: given }
    }));
}

export type FieldMember =
  | { readonly kind: 'user'; readonly field: FieldSymbol; readonly type: ApexType; readonly isStatic: boolean }
  | {
      readonly kind: 'platform';
      readonly typeName: string;
      readonly property: PlatformPropertyInfo;
      readonly type: ApexType;
      readonly isStatic: boolean;
    };

/** A field or property of a class, its own or inherited. Fields of objects are not among them. */
export function findField(program: ProgramSymbols, type: ApexType, name: string): FieldMember | undefined {
  const lower = name.toLowerCase();
  for (const declaring of withBaseTypes(program, type)) {
    const symbol = program.symbolOf(declaring);
    const field = symbol?.fields.get(lower);
    if (field) return { kind: 'user', field, type: field.type, isStatic: field.isStatic };
    const info = symbol ? undefined : program.platformInfoOf(declaring);
    const property = info?.properties.find((candidate) => candidate.name.toLowerCase() === lower);
    if (info && property) {
      const bindings = typeArguments(info.typeParameters, argumentsOf(declaring));
      return {
        kind: 'platform',
        typeName: info.name,
        property,
        type: substitute(property.type, bindings),
        isStatic: property.isStatic
      };
    }
  }
  return undefined;
}

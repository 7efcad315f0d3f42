/** Type parameters of platform types. */
import { OBJECT, type ApexType } from '../../types';

/** Replaces type variables by name. A variable without an entry becomes Object. */
export function substitute(type: ApexType, argumentByName: ReadonlyMap<string, ApexType>): ApexType {
  switch (type.kind) {
    case 'variable':
      return argumentByName.get(type.name) ?? OBJECT;
    case 'list':
      return { kind: 'list', element: substitute(type.element, argumentByName) };
    case 'set':
      return { kind: 'set', element: substitute(type.element, argumentByName) };
    case 'map':
      return { kind: 'map', key: substitute(type.key, argumentByName), value: substitute(type.value, argumentByName) };
    case 'platform':
      return type.arguments.length === 0
        ? type
        : {
            kind: 'platform',
            name: type.name,
            arguments: type.arguments.map((argument) => substitute(argument, argumentByName))
          };
    default:
      return type;
  }
}

/** Pairs the parameters of a generic type with the arguments of one of its uses. */
export function typeArguments(
  parameters: readonly string[],
  given: readonly ApexType[]
): ReadonlyMap<string, ApexType> {
  return new Map(parameters.map((name, index) => [name, given[index] ?? OBJECT]));
}

import { typeName, type ApexType } from '../../types';

/** The name of a type in messages: platform types with their namespace, as the platform prints them. */
export function messageName(type: ApexType): string {
  switch (type.kind) {
    case 'list':
      return `List<${messageName(type.element)}>`;
    case 'set':
      return `Set<${messageName(type.element)}>`;
    case 'map':
      return `Map<${messageName(type.key)},${messageName(type.value)}>`;
    case 'platform':
      return type.arguments.length > 0 || type.name === 'System.Exception' ? typeName(type) : type.name;
    default:
      return typeName(type);
  }
}

/** `new` in all its forms. */
import type { ApexType } from '../../types';
import { typeName } from '../../types';
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { Emitters } from './table';

type CreationKind = 'newUser' | 'newPlatform' | 'newSObject' | 'newCollection' | 'newArray' | 'newMap';

export const creationEmitters: Emitters<CreationKind> = {
  newUser: (node, emit) =>
    `new ${reference(emit.unit.classReference(node.className))}()${mark(node.span)}[${quote(node.key)}](${emit.arguments(node.arguments)})`,
  newPlatform(node, emit) {
    const constructor = emit.unit.constant('k', `$.constructorOf(${quote(node.typeName)}, ${quote(node.signature)})`);
    const typeArguments = node.typeArguments.map((argument) => quote(typeName(argument)));
    return `${mark(node.span)}${constructor}(${[...typeArguments, ...node.arguments.map((argument) => emit.expression(argument))].join(', ')})`;
  },
  newSObject(node, emit) {
    if (node.fields.length === 0) return `${mark(node.span)}$.newSObject(${quote(node.object)})`;
    const names = node.fields.map((field) => quote(field.isParent ? `.${field.field}` : field.field)).join(', ');
    const values = node.fields.map((field) => emit.expression(field.value)).join(', ');
    return `${mark(node.span)}$.newSObject(${quote(node.object)}, ${emit.unit.constant('F', `[${names}]`)}, [${values}])`;
  },
  newCollection(node, emit) {
    const elements = node.elements.map((element) => emit.expression(element)).join(', ');
    const kind = node.type.kind === 'set' ? 'newSet' : 'newList';
    return `$.${kind}(${elementTypeName(node.type)}, [${elements}])`;
  },
  newArray: (node, emit) => `${mark(node.span)}$.newArray(${elementTypeName(node.type)}, ${emit.operand(node.size)})`,
  newMap(node, emit) {
    const [key, value] =
      node.type.kind === 'map' ? [typeName(node.type.key), typeName(node.type.value)] : ['Object', 'Object'];
    const entries = node.entries
      .map((entry) => `${emit.expression(entry.key)}, ${emit.expression(entry.value)}`)
      .join(', ');
    return `$.newMap(${quote(key)}, ${quote(value)}, [${entries}])`;
  }
};

function elementTypeName(type: ApexType): string {
  return quote(type.kind === 'list' || type.kind === 'set' ? typeName(type.element) : 'Object');
}

/** `new a.b()` and `new a()` read right without parentheses; anything with a call would not. */
function reference(code: string): string {
  return code.includes('(') ? `(${code})` : code;
}

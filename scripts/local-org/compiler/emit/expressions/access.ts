/** Reading variables, fields, properties and elements. */
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { UnitContext } from '../unit-context';
import type { FunctionEmitter } from '../function-emitter';
import type { BoundExpression } from '../../bound';
import type { Emitters } from './table';

type AccessKind =
  | 'local'
  | 'userField'
  | 'userProperty'
  | 'sobjectField'
  | 'sobjectParent'
  | 'sobjectChildren'
  | 'listElement'
  | 'platformProperty';

export const accessEmitters: Emitters<AccessKind> = {
  local: (node) => node.variable.jsName,
  userField: (node, emit) => `${fieldHolder(node, emit)}.${fieldName(emit.unit, node.owner, node.name)}`,
  userProperty: (node, emit) =>
    `${propertyHolder(node, emit)}${mark(node.span)}.get_${emit.unit.memberName(node.owner, node.name)}()`,
  sobjectField: (node, emit) => readSObject(node.receiver, node.isNullSafe, 'get', node.field, emit, node),
  sobjectParent: (node, emit) =>
    readSObject(node.receiver, node.isNullSafe, 'getParent', node.relationship, emit, node),
  sobjectChildren: (node, emit) =>
    readSObject(node.receiver, node.isNullSafe, 'getChildren', node.relationship, emit, node),
  listElement: (node, emit) =>
    `${mark(node.span)}$listGet(${emit.receiver(node.receiver, false)}, ${emit.operand(node.index)})`,
  platformProperty(node, emit) {
    const { typeName, name } = node;
    if (node.receiver === null) {
      return `${mark(node.span)}${emit.unit.constant('g', `$.staticGetter(${quote(typeName)}, ${quote(name)})`)}()`;
    }
    const receiver = emit.receiver(node.receiver, node.isNullSafe);
    return `${mark(node.span)}${emit.unit.constant('g', `$.getter(${quote(typeName)}, ${quote(name)})`)}(${receiver})`;
  }
};

/** The own property that holds a field or the value of an automatic property. */
export function fieldName(unit: UnitContext, owner: string, name: string): string {
  return `f_${unit.memberName(owner, name)}`;
}

interface FieldPlace {
  readonly receiver: BoundExpression | null;
  readonly owner: string;
  readonly isNullSafe: boolean;
}

/** The object whose property a field is: the instance, or the statics of its class. */
export function fieldHolder(node: FieldPlace, emit: FunctionEmitter): string {
  return node.receiver === null
    ? `${emit.unit.cell(node.owner)}.statics()`
    : emit.receiver(node.receiver, node.isNullSafe);
}

/** The object whose accessor methods a property has. */
export function propertyHolder(node: FieldPlace & { readonly isSuper: boolean }, emit: FunctionEmitter): string {
  if (node.isSuper) return 'super';
  return node.receiver === null ? emit.unit.classReference(node.owner) : emit.receiver(node.receiver, node.isNullSafe);
}

/** A read from a record. Reading on through an empty lookup gives null; any other null record is an error. */
function readSObject(
  receiver: BoundExpression,
  isNullSafe: boolean,
  method: string,
  name: string,
  emit: FunctionEmitter,
  node: BoundExpression
): string {
  if (receiver.kind === 'sobjectParent' && !isNullSafe) {
    const name$ = emit.temporary();
    return `((${name$} = ${emit.tolerantReceiver(receiver)}) === null ? null : ${name$}${mark(node.span)}.${method}(${quote(name)}))`;
  }
  return `${emit.receiver(receiver, isNullSafe)}${mark(node.span)}.${method}(${quote(name)})`;
}

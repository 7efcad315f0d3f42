/** Assignments, plain and compound. The parts of a target are evaluated once. */
import type { BoundExpression, BoundTarget } from '../../bound';
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { FunctionEmitter } from '../function-emitter';
import { fieldHolder, fieldName, propertyHolder } from './access';
import type { Emitters, NodeOf } from './table';

export const assignmentEmitters: Emitters<'assignment' | 'compound'> = {
  assignment(node, emit) {
    const place = placeOf(node.target, emit, false);
    if (place.isExpression && isOrderFree(node)) return `(${place.write(emit.expression(node.value))})`;
    const value = emit.temporary();
    return `(${value} = ${emit.expression(node.value)}, ${place.write(value)}, ${value})`;
  },
  compound: (node, emit) => compound(node, emit, true)
};

export const discardedAssignmentEmitters: Emitters<'assignment' | 'compound'> = {
  assignment(node, emit) {
    const place = placeOf(node.target, emit, false);
    if (isOrderFree(node)) return place.write(emit.expression(node.value));
    const value = emit.temporary();
    return `${value} = ${emit.expression(node.value)}, ${place.write(value)}`;
  },
  compound: (node, emit) => compound(node, emit, false)
};

/** Apex evaluates the value of a plain assignment first, then the target; JavaScript the other way round. */
function isOrderFree({ target, value }: NodeOf<'assignment'>): boolean {
  if (isInert(value) || target.kind === 'local') return true;
  if (target.kind === 'listElement') return isInert(target.receiver) && isInert(target.index);
  return target.receiver === null || isInert(target.receiver);
}

/** Expressions that neither do anything nor can fail. */
function isInert(node: BoundExpression): boolean {
  return (
    node.kind === 'literal' ||
    node.kind === 'local' ||
    node.kind === 'this' ||
    node.kind === 'enumConstant' ||
    node.kind === 'placeholder'
  );
}

function compound(node: NodeOf<'compound'>, emit: FunctionEmitter, isValueUsed: boolean): string {
  const place = placeOf(node.target, emit, true);
  const prepare = place.prepare(emit);
  const isTargetNonNull = emit.isNonNull(node.target);
  if (!isValueUsed || (!node.isPostfix && place.isExpression)) {
    const write = place.write(emit.withPlaceholder(place.read(), isTargetNonNull, node.result));
    return prepare === '' && !isValueUsed ? write : `(${prepare}${write})`;
  }
  const value = emit.temporary();
  if (node.isPostfix) {
    const write = place.write(emit.withPlaceholder(value, isTargetNonNull, node.result));
    return `(${prepare}${value} = ${place.read()}, ${write}, ${value})`;
  }
  const result = emit.withPlaceholder(place.read(), isTargetNonNull, node.result);
  return `(${prepare}${value} = ${result}, ${place.write(value)}, ${value})`;
}

interface Place {
  /** Whether `write` is an expression with the value that was written. */
  readonly isExpression: boolean;
  /** Code that evaluates the parts of the target into temporaries, ending in a comma; call it before the others. */
  prepare(emit: FunctionEmitter): string;
  read(): string;
  write(value: string): string;
}

/** `isReadToo`: the target is read before it is written, so that its parts have to be kept. */
function placeOf(target: BoundTarget, emit: FunctionEmitter, isReadToo: boolean): Place {
  const place = mark(target.span);
  switch (target.kind) {
    case 'local':
      return simplePlace(target.variable.jsName);
    case 'userField': {
      const name = fieldName(emit.unit, target.owner, target.name);
      return heldPlace(
        fieldHolder(target, emit),
        isReadToo,
        true,
        (holder) => `${holder}.${name}`,
        (holder, value) => `${holder}.${name} = ${value}`
      );
    }
    case 'userProperty': {
      const name = emit.unit.memberName(target.owner, target.name);
      return heldPlace(
        propertyHolder(target, emit),
        isReadToo,
        false,
        (holder) => `${holder}${place}.get_${name}()`,
        (holder, value) => `${holder}${place}.set_${name}(${value})`
      );
    }
    case 'sobjectField': {
      const name = quote(target.field);
      return heldPlace(
        emit.receiver(target.receiver, false),
        isReadToo,
        false,
        (holder) => `${holder}${place}.get(${name})`,
        (holder, value) => `${holder}${place}.put(${name}, ${value})`
      );
    }
    case 'sobjectParent': {
      const name = quote(target.relationship);
      return heldPlace(
        emit.receiver(target.receiver, false),
        isReadToo,
        false,
        (holder) => `${holder}${place}.getParent(${name})`,
        (holder, value) => `${holder}${place}.putParent(${name}, ${value})`
      );
    }
    case 'listElement':
      return elementPlace(target.receiver, target.index, place, emit, isReadToo);
    case 'platformProperty':
      return platformPlace(target, place, emit, isReadToo);
  }
}

function simplePlace(name: string): Place {
  return { isExpression: true, prepare: () => '', read: () => name, write: (value) => `${name} = ${value}` };
}

/** Names that mean the same wherever they are evaluated. */
const STABLE = /^[\w$]+$/;

function heldPlace(
  holder: string,
  isReadToo: boolean,
  isExpression: boolean,
  read: (holder: string) => string,
  write: (holder: string, value: string) => string
): Place {
  let name = holder;
  return {
    isExpression,
    prepare(emit) {
      if (STABLE.test(holder)) return '';
      if (isExpression && !isReadToo) return '';
      name = emit.temporary();
      return `${name} = ${holder}, `;
    },
    read: () => read(name),
    write: (value) => write(name, value)
  };
}

function elementPlace(
  receiver: BoundExpression,
  index: BoundExpression,
  place: string,
  emit: FunctionEmitter,
  isReadToo: boolean
): Place {
  let list = emit.receiver(receiver, false);
  let at = emit.operand(index);
  return {
    isExpression: true,
    prepare(emitter) {
      if (!isReadToo) return '';
      const names = [emitter.temporary(), emitter.temporary()] as const;
      const code = `${names[0]} = ${list}, ${names[1]} = ${at}, `;
      [list, at] = names;
      return code;
    },
    read: () => `${place}$listGet(${list}, ${at})`,
    write: (value) => `${place}$listSet(${list}, ${at}, ${value})`
  };
}

function platformPlace(
  target: NodeOf<'platformProperty'>,
  place: string,
  emit: FunctionEmitter,
  isReadToo: boolean
): Place {
  const member = `(${quote(target.typeName)}, ${quote(target.name)})`;
  if (target.receiver === null) {
    return {
      isExpression: false,
      prepare: () => '',
      read: () => `${place}${emit.unit.constant('g', `$.staticGetter${member}`)}()`,
      write: (value) => `${place}${emit.unit.constant('s', `$.staticSetter${member}`)}(${value})`
    };
  }
  return heldPlace(
    emit.receiver(target.receiver, target.isNullSafe),
    isReadToo,
    false,
    (holder) => `${place}${emit.unit.constant('g', `$.getter${member}`)}(${holder})`,
    (holder, value) => `${place}${emit.unit.constant('s', `$.setter${member}`)}(${holder}, ${value})`
  );
}

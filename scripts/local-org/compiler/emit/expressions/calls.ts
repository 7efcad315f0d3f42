/** Calls of user and platform methods. */
import { typeName } from '../../types';
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { FunctionEmitter } from '../function-emitter';
import type { Emitters, NodeOf } from './table';

export const callEmitters: Emitters<'userCall' | 'platformCall' | 'objectCall'> = {
  userCall(node, emit) {
    const place = mark(node.span);
    const call = (): string => `${place}[${quote(node.key)}](${emit.arguments(node.arguments)})`;
    if (node.isSuper) return `super${call()}`;
    if (node.receiver === null) return `${emit.unit.classReference(node.owner)}${call()}`;
    const receiver = emit.receiver(node.receiver, node.isNullSafe);
    if (!emit.unit.isHiddenMethod(node.owner, node.key)) return `${receiver}${call()}`;
    const args = [receiver, ...node.arguments.map((argument) => emit.expression(argument))].join(', ');
    return `${emit.unit.classReference(node.owner)}.prototype${place}[${quote(node.key)}].call(${args})`;
  },
  platformCall(node, emit) {
    if (node.visibleVariables) return dynamicQueryCall(node, emit);
    return fastCall(node, emit) ?? plainPlatformCall(node, emit);
  },
  objectCall: (node, emit) =>
    `${mark(node.span)}$.objectCall(${quote(node.object)}, ${quote(node.method)}, [${emit.arguments(node.arguments)}])`
};

function plainPlatformCall(node: NodeOf<'platformCall'>, emit: FunctionEmitter): string {
  if (node.receiver === null && node.typeName.toLowerCase() === 'system.enum') return enumCall(node, emit);
  if (node.isSuper)
    return `super${mark(node.span)}[${quote(node.signature.toLowerCase())}](${emit.arguments(node.arguments)})`;
  const name = quote(node.typeName);
  const signature = quote(node.signature);
  if (node.receiver === null) {
    const method = emit.unit.constant('p', `$.staticMethod(${name}, ${signature})`);
    return `${mark(node.span)}${method}(${emit.arguments(node.arguments)})`;
  }
  const method = emit.unit.constant('p', `$.method(${name}, ${signature})`);
  const receiver = emit.receiver(node.receiver, node.isNullSafe);
  return `${mark(node.span)}${method}(${[receiver, ...node.arguments.map((argument) => emit.expression(argument))].join(', ')})`;
}

/** `Season.values()`, `Season.valueOf('SUMMER')`: for enums of the source and of the platform. */
function enumCall(node: NodeOf<'platformCall'>, emit: FunctionEmitter): string {
  const [type] = node.typeArguments;
  const method = node.signature.toLowerCase().startsWith('values(') ? 'enumValues' : 'enumValueOf';
  const args = [quote(type ? typeName(type) : ''), ...node.arguments.map((argument) => emit.expression(argument))];
  return `${mark(node.span)}$.${method}(${args.join(', ')})`;
}

/** `Database.query` and its kind find the variables that `:name` may mean in the dynamic binds. */
function dynamicQueryCall(node: NodeOf<'platformCall'>, emit: FunctionEmitter): string {
  const variables = (node.visibleVariables ?? []).map(
    ({ name, value }) => `${quote(name.toLowerCase())}: () => ${emit.expression(value)}`
  );
  return `$.withDynamicBinds({ ${variables.join(', ')} }, () => ${plainPlatformCall(node, emit)})`;
}

type FastCall = (receiver: string, args: readonly string[], place: string) => string;

/** Methods of lists whose implementation is short enough to stand in the generated code. */
const FAST_CALLS: Readonly<Record<string, FastCall>> = {
  'system.list.size()': (list) => `${list}.items.length`,
  'system.list.isempty()': (list) => `(${list}.items.length === 0)`,
  'system.list.get(integer)': (list, [index], place) => `${place}$listGet(${list}, ${index})`,
  'system.string.length()': (text) => `${text}.length`
};

function fastCall(node: NodeOf<'platformCall'>, emit: FunctionEmitter): string | null {
  if (node.receiver === null) return null;
  const fast = FAST_CALLS[`${node.typeName}.${node.signature}`.toLowerCase()];
  if (!fast) return null;
  return fast(
    emit.receiver(node.receiver, node.isNullSafe),
    node.arguments.map((argument) => emit.operand(argument)),
    mark(node.span)
  );
}

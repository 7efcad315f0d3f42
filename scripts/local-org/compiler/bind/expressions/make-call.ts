/** Builds the node of a call whose method is known. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { ApexType } from '../../types';
import { requireAccess } from '../access';
import type { BodyContext } from '../context';
import type { MethodCandidate } from '../members';
import { isUsable, requireImplemented } from '../platform-use';
import { platformNameOf } from '../symbols/program';
import type { FieldSymbol, TypeSymbol } from '../symbols/symbols';
import { withBaseTypes } from '../types/relations';
import { messageName } from '../types/message-name';
import { convertArguments } from './arguments';

export interface CallPlace {
  /** Null: static. */
  readonly receiver: BoundExpression | null;
  readonly receiverType: ApexType;
  readonly given: readonly BoundExpression[];
  readonly isSuper: boolean;
  readonly isNullSafe: boolean;
  readonly span: SourceSpan;
}

export function makeCall(context: BodyContext, candidate: MethodCandidate, place: CallPlace): BoundExpression {
  const { receiver, isNullSafe, span } = place;
  const converted = convertArguments(context, place.given, candidate.parameters);
  const { target } = candidate;
  if (target.kind === 'user') {
    const { method } = target;
    const parameters = method.parameters.map(messageName).join(', ');
    requireAccess(
      context,
      method,
      'Method',
      `${messageName(method.returnType)} ${method.owner.name}.${method.name}(${parameters})`,
      span
    );
    return {
      kind: 'userCall',
      receiver,
      owner: method.owner.name,
      key: method.key,
      arguments: converted,
      isSuper: place.isSuper,
      isNullSafe,
      type: method.returnType,
      span
    };
  }
  const { signature } = target.info;
  const kind = candidate.isStatic ? 'static' : 'method';
  const typeName = implementingType(context, place.receiverType, target.typeName, kind, signature);
  requireImplemented(context, typeName, kind, signature, span);
  return {
    kind: 'platformCall',
    receiver,
    typeName,
    signature,
    arguments: converted,
    typeArguments: target.typeArguments,
    isNullSafe,
    isSuper: place.isSuper,
    visibleVariables: takesDynamicQuery(typeName, signature) ? visibleVariables(context, span) : null,
    type: returnTypeOf(place.receiverType, candidate, target.typeName),
    span
  };
}

/** The type nearest to the receiver whose implementation has the method; the declaring type when none has. */
function implementingType(
  context: BodyContext,
  receiver: ApexType,
  declaring: string,
  kind: 'static' | 'method',
  signature: string
): string {
  const names = withBaseTypes(context.program, receiver).map(platformNameOf);
  return (
    names.find((name): name is string => name !== undefined && isUsable(context, name, kind, signature)) ?? declaring
  );
}

/** `clone` gives a record of the same object; the stub says SObject. */
function returnTypeOf(receiver: ApexType, candidate: MethodCandidate, declaring: string): ApexType {
  const isRecordClone =
    receiver.kind === 'sobject' && declaring === 'System.SObject' && candidate.name.toLowerCase() === 'clone';
  return isRecordClone ? receiver : candidate.returnType;
}

const DYNAMIC_QUERY = /^(query|countquery|getquerylocator|getcursor|getpaginationcursor)\(/i;

function takesDynamicQuery(typeName: string, signature: string): boolean {
  return typeName.toLowerCase() === 'system.database' && DYNAMIC_QUERY.test(signature);
}

/** What `:name` may mean in dynamic SOQL: the locals in sight and the fields of the class. */
function visibleVariables(
  context: BodyContext,
  span: SourceSpan
): readonly { readonly name: string; readonly value: BoundExpression }[] {
  const valueByName = new Map<string, { name: string; value: BoundExpression }>();
  for (const variable of context.scope.all()) {
    if (!valueByName.has(variable.name.toLowerCase())) {
      valueByName.set(variable.name.toLowerCase(), {
        name: variable.name,
        value: { kind: 'local', variable, type: variable.type, span }
      });
    }
  }
  for (const field of fieldsInSight(context)) {
    const receiver: BoundExpression | null = field.isStatic ? null : { kind: 'this', type: context.owner.type, span };
    const place = { receiver, owner: field.owner.name, name: field.name, isNullSafe: false, type: field.type, span };
    const value: BoundExpression =
      field.property && context.accessorOf !== field
        ? { kind: 'userProperty', isSuper: false, ...place }
        : { kind: 'userField', ...place };
    if (!valueByName.has(field.name.toLowerCase()))
      valueByName.set(field.name.toLowerCase(), { name: field.name, value });
  }
  return [...valueByName.values()];
}

function fieldsInSight(context: BodyContext): readonly FieldSymbol[] {
  const own = withBaseTypes(context.program, context.owner.type)
    .map((type) => context.program.symbolOf(type))
    .filter((symbol): symbol is TypeSymbol => symbol !== undefined)
    .flatMap((symbol) => [...symbol.fields.values()])
    .filter((field) => field.isStatic || !context.isStatic)
    .filter((field) => field.property === null || field.property.getter !== null);
  const outer = context.owner.outer ? [...context.owner.outer.fields.values()].filter((field) => field.isStatic) : [];
  return [...own, ...outer];
}

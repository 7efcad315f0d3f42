/** Constructors, written and implied, with their calls of `this(…)` and `super(…)`. */
import type { CallExpression, Statement } from '../../ast';
import type { BoundConstructor, BoundExpression } from '../../bound';
import { methodKey, STRING, type ApexType } from '../../types';
import { requireAccess } from '../access';
import { declareVariable, report, type BodyContext } from '../context';
import {
  argumentText,
  argumentTypes,
  bindArguments,
  convertArguments,
  hasErrorArgument
} from '../expressions/arguments';
import { chooseOverload } from '../overloads';
import { bindStatementsIn } from '../statements/bind-statement';
import type { ConstructorSymbol } from '../symbols/symbols';
import { hasUnknownBase, isException } from '../types/relations';
import { bindParameters } from './bind-type';
import { messageName } from '../types/message-name';

export function bindConstructor(context: BodyContext, constructor: ConstructorSymbol): BoundConstructor {
  const { declaration } = constructor;
  if (!declaration) return impliedConstructor(context, constructor);
  const parameters = bindParameters(context, declaration.parameters, constructor.parameters);
  const [first, ...rest] = declaration.body.statements;
  const call = delegationCall(first);
  const delegation = call ? bindDelegation(context, call) : null;
  if (!call) requireDefaultBase(context, constructor);
  const body = bindStatementsIn(context, call ? { ...declaration.body, statements: rest } : declaration.body);
  return { key: constructor.key, parameters, delegation, body, span: declaration.span };
}

function delegationCall(statement: Statement | undefined): CallExpression | undefined {
  if (statement?.kind !== 'expression' || statement.expression.kind !== 'call') return undefined;
  const call = statement.expression;
  return call.receiver === null && ['this', 'super'].includes(call.name.name.toLowerCase()) ? call : undefined;
}

const EXCEPTION: ApexType = { kind: 'platform', name: 'System.Exception', arguments: [] };
const EXCEPTION_PARAMETERS: readonly (readonly ApexType[])[] = [[], [STRING], [EXCEPTION], [STRING, EXCEPTION]];

function bindDelegation(context: BodyContext, call: CallExpression): BoundConstructor['delegation'] {
  // Arguments are computed before there is an object.
  const given = bindArguments({ ...context, isStatic: true }, call.arguments);
  const target = call.name.name.toLowerCase() === 'this' ? 'this' : 'super';
  const candidates = target === 'this' ? context.owner.constructors : baseConstructors(context);
  const found = chooseOverload(context.program, candidates, argumentTypes(given));
  if (found.kind !== 'found') {
    const type = target === 'this' ? context.owner.type : context.owner.superType;
    if (!hasErrorArgument(given) && !hasUnknownBase(context.program, context.owner.type))
      report(
        context,
        2013,
        `Constructor not defined: [${type ? messageName(type) : 'Object'}].<Constructor>(${argumentText(given)})`,
        call.span
      );
    return { target, key: '()', arguments: [], span: call.span };
  }
  const { candidate } = found;
  if ('owner' in candidate)
    requireAccess(
      context,
      candidate,
      'Method',
      `void ${candidate.owner.name}.<init>(${candidate.parameters.map(messageName).join(', ')})`,
      call.span
    );
  return {
    target,
    key: methodKey('', candidate.parameters),
    arguments: convertArguments(context, given, candidate.parameters),
    span: call.span
  };
}

function baseConstructors(
  context: BodyContext
): readonly (ConstructorSymbol | { readonly parameters: readonly ApexType[] })[] {
  const { superType } = context.owner;
  const base = superType && context.program.symbolOf(superType);
  if (base) return base.constructors;
  return superType && isException(context.program, superType)
    ? EXCEPTION_PARAMETERS.map((parameters) => ({ parameters }))
    : [{ parameters: [] }];
}

/** Without a call of `super(…)` the base class must have a constructor without parameters. */
function requireDefaultBase(context: BodyContext, constructor: ConstructorSymbol): void {
  if (baseConstructors(context).some((candidate) => candidate.parameters.length === 0)) return;
  const { superType } = context.owner;
  if (superType && !hasUnknownBase(context.program, superType))
    report(
      context,
      2013,
      `No default constructor available in super type: ${messageName(superType)}`,
      constructor.span
    );
}

function impliedConstructor(context: BodyContext, constructor: ConstructorSymbol): BoundConstructor {
  const { span, key } = constructor;
  const body = { kind: 'block', statements: [], span } as const;
  if (constructor.parameters.length === 0) {
    requireDefaultBase(context, constructor);
    return { key, parameters: [], delegation: null, body, span };
  }
  const parameters = constructor.parameters.map((type, index) =>
    declareVariable(context, `argument${index + 1}`, type, span)
  );
  const forwarded: readonly BoundExpression[] = parameters.map((variable) => ({
    kind: 'local',
    variable,
    type: variable.type,
    span
  }));
  return { key, parameters, delegation: { target: 'super', key, arguments: forwarded, span: null }, body, span };
}

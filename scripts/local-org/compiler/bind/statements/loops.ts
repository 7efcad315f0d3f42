import type {
  DoWhileStatement,
  ForEachStatement,
  ForStatement,
  SourceSpan,
  Statement,
  WhileStatement
} from '../../ast';
import type { BoundExpression, BoundStatement } from '../../bound';
import { sameType, type ApexType } from '../../types';
import { declareVariable, nested, nestedLoop, report, type BodyContext } from '../context';
import { errorExpression, tryCoerce } from '../conversions';
import { bindCondition, bindExpression, bindValue } from '../expressions/bind-expression';
import { resolveReference } from '../resolve-reference';
import { ERROR_TYPE, isErrorType } from '../types/error-type';
import { elementOfIterable, isIterable, withBaseTypes } from '../types/relations';
import { bindLocals, bindStatement } from './bind-statement';
import { messageName } from '../types/message-name';

function bindBody(context: BodyContext, body: Statement | null, span: SourceSpan): BoundStatement {
  return body ? bindStatement(nestedLoop(context), body) : { kind: 'block', statements: [], span };
}

export function bindFor(outer: BodyContext, { init, condition, update, body, span }: ForStatement): BoundStatement {
  const context = nested(outer);
  const start = bindStart(context, init);
  return {
    kind: 'for',
    init: start,
    condition: condition && bindCondition(context, condition),
    update: update.map((expression) => bindExpression(context, expression)),
    body: bindBody(context, body, span),
    span
  };
}

function bindStart(context: BodyContext, init: ForStatement['init']): readonly BoundStatement[] {
  if (init === null) return [];
  if ('kind' in init) return bindLocals(context, init);
  return init.map((expression) => ({
    kind: 'expression',
    expression: bindExpression(context, expression),
    span: expression.span
  }));
}

export function bindWhile(context: BodyContext, { condition, body, span }: WhileStatement): BoundStatement {
  return { kind: 'while', condition: bindCondition(context, condition), body: bindBody(context, body, span), span };
}

export function bindDoWhile(context: BodyContext, { condition, body, span }: DoWhileStatement): BoundStatement {
  return { kind: 'dowhile', condition: bindCondition(context, condition), body: bindBody(context, body, span), span };
}

type Mode = 'collection' | 'iterator' | 'rows' | 'chunks';

export function bindForEach(outer: BodyContext, statement: ForEachStatement): BoundStatement {
  const context = nested(outer);
  const type = resolveReference(context, statement.type);
  const iterable = bindValue(context, statement.iterable);
  const { mode, element } = iteration(context, iterable, type, statement.iterable.span);
  const variable = declareVariable(context, statement.name.name, type, statement.name.span);
  return {
    kind: 'foreach',
    variable,
    iterable,
    mode,
    element: convertElement(context, element, type, statement),
    body: bindBody(context, statement.body, statement.span),
    span: statement.span
  };
}

/** How a value is walked, and the type of what the walk gives. */
function iteration(
  context: BodyContext,
  iterable: BoundExpression,
  wanted: ApexType,
  span: SourceSpan
): { mode: Mode; element: ApexType } {
  const { type } = iterable;
  if (isErrorType(type)) return { mode: 'collection', element: ERROR_TYPE };
  if (iterable.kind === 'soql' && type.kind === 'list') {
    return wanted.kind === 'list' ? { mode: 'chunks', element: type } : { mode: 'rows', element: type.element };
  }
  if (type.kind === 'list' && isDynamicQuery(iterable) && wanted.kind === 'list')
    return { mode: 'chunks', element: type };
  if (type.kind === 'list' || type.kind === 'set') return { mode: 'collection', element: type.element };
  const base = withBaseTypes(context.program, type).find(isIterable);
  if (base) return { mode: 'iterator', element: elementOfIterable(base) };
  report(context, 2014, `Loop must iterate over collection: ${messageName(type)}`, span);
  return { mode: 'collection', element: ERROR_TYPE };
}

function isDynamicQuery(expression: BoundExpression): boolean {
  return (
    expression.kind === 'platformCall' &&
    expression.typeName === 'System.Database' &&
    /^query/i.test(expression.signature)
  );
}

/** The loop variable may be narrower than SObject; the platform checks that at run time. */
function convertElement(
  context: BodyContext,
  from: ApexType,
  to: ApexType,
  { span }: ForEachStatement
): BoundExpression {
  const placeholder: BoundExpression = { kind: 'placeholder', type: from, span };
  if (sameType(from, to) || isErrorType(from) || isErrorType(to)) return placeholder;
  const converted = tryCoerce(context, placeholder, to);
  if (converted) return converted;
  const isNarrowing = from.kind === 'sobject' && from.name === 'SObject' && to.kind === 'sobject';
  if (isNarrowing) return { kind: 'cast', operand: placeholder, type: to, span };
  report(context, 2005, `Invalid loop variable type expected ${messageName(from)} was ${messageName(to)}`, span);
  return errorExpression(span);
}

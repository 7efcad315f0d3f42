import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
  type ApexParserRuleContext,
  type ExpressionContext,
  type ExpressionListContext,
  type PrimaryContext
} from '@apexdevtools/apex-parser';
import type { AssignmentExpression, BinaryOperator, Expression } from '../ast';
import { lowerCreator } from './creation';
import { lowerLiteral } from './literals';
import { lowerSoqlExpression, lowerSoslExpression } from './queries';
import type { ParseScope } from './scope';
import { identifier, identifierOf, spanOf } from './span';
import { lowerType, typeFromExpression } from './types';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry takes the context class that is its key
type Lowering = (context: any, scope: ParseScope) => Expression;

/** Lowers one expression of the parser's tree. */
export function lowerExpression(context: ExpressionContext, scope: ParseScope): Expression {
  const lowering = LOWERING_BY_CONTEXT.get(context.constructor);
  return lowering ? lowering(context, scope) : missing(context, scope);
}

export function lowerExpressions(context: ExpressionListContext | null, scope: ParseScope): Expression[] {
  return context ? context.expression_list().map((item) => lowerExpression(item, scope)) : [];
}

/** What stands where the parser has already reported a syntax error. */
function missing(context: ApexParserRuleContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  if (scope.diagnostics.length === 0) scope.report(1001, `Unexpected '${context.getText()}'`, span);
  return { kind: 'literal', span, literal: { type: 'null' } };
}

type BinaryContext = ExpressionContext & { expression(index: number): ExpressionContext };

function binary(operatorOf: (context: BinaryContext) => BinaryOperator): Lowering {
  return (context: BinaryContext, scope) => ({
    kind: 'binary',
    span: spanOf(context),
    operator: operatorOf(context),
    left: lowerExpression(context.expression(0), scope),
    right: lowerExpression(context.expression(1), scope)
  });
}

const fixed = (operator: BinaryOperator) => binary(() => operator);

/** The operator's text, which may be several tokens (`> >`): all between the two operands. */
function operatorText(context: BinaryContext): string {
  return (context.children ?? [])
    .slice(1, -1)
    .map((child) => (child as { getText(): string }).getText())
    .join('');
}

function lowerDot(context: DotExpressionContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  const receiver = lowerExpression(context.expression(), scope);
  const isNullSafe = Boolean(context.QUESTIONDOT());
  const call = context.dotMethodCall();
  if (call) {
    const args = lowerExpressions(call.expressionList(), scope);
    return { kind: 'call', span, receiver, name: identifier(call.anyId()), arguments: args, isNullSafe };
  }
  const name = context.anyId();
  if (!name) return missing(context, scope);
  if (name.getText().toLowerCase() === 'class') {
    const type = typeFromExpression(receiver);
    if (type) return { kind: 'classliteral', span, type };
  }
  return { kind: 'field', span, receiver, name: identifier(name), isNullSafe };
}

function lowerParentheses(context: SubExpressionContext, scope: ParseScope): Expression {
  const inner = lowerExpression(context.expression(), scope);
  return isNullSafeChain(inner) ? { kind: 'group', span: spanOf(context), inner } : inner;
}

function isNullSafeChain(expression: Expression): boolean {
  switch (expression.kind) {
    case 'field':
    case 'call':
      return expression.isNullSafe || (expression.receiver !== null && isNullSafeChain(expression.receiver));
    case 'index':
      return isNullSafeChain(expression.receiver);
    default:
      return false;
  }
}

function lowerMethodCall(context: MethodCallExpressionContext, scope: ParseScope): Expression {
  const call = context.methodCall();
  const keyword = call.THIS() ?? call.SUPER();
  const name = keyword ? identifierOf(keyword) : identifier(call.id());
  return {
    kind: 'call',
    span: spanOf(context),
    receiver: null,
    name: keyword ? { ...name, name: name.name.toLowerCase() } : name,
    arguments: lowerExpressions(call.expressionList(), scope),
    isNullSafe: false
  };
}

function lowerAssignment(context: AssignExpressionContext, scope: ParseScope): Expression {
  const operator = operatorText(context as BinaryContext).slice(0, -1);
  return {
    kind: 'assignment',
    span: spanOf(context),
    operator: operator === '' ? null : (operator as NonNullable<AssignmentExpression['operator']>),
    target: lowerExpression(context.expression(0), scope),
    value: lowerExpression(context.expression(1), scope)
  };
}

function lowerPrefix(context: PreOpExpressionContext, scope: ParseScope): Expression {
  const operand = context.expression();
  const literal = context.SUB() ? literalOf(operand) : null;
  if (literal) return { kind: 'literal', span: spanOf(context), literal: lowerLiteral(literal, scope, true) };
  const operator = context.ADD() ? '+' : context.SUB() ? '-' : context.INC() ? '++' : '--';
  return { kind: 'unary', span: spanOf(context), operator, operand: lowerExpression(operand, scope) };
}

function literalOf(context: ExpressionContext) {
  if (!(context instanceof PrimaryExpressionContext)) return null;
  const primary = context.primary();
  if (!(primary instanceof LiteralPrimaryContext)) return null;
  const literal = primary.literal();
  return literal.IntegerLiteral() || literal.LongLiteral() || literal.NumberLiteral() ? literal : null;
}

function lowerPrimary(context: PrimaryContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', span, name: context.id().getText() };
  if (context instanceof LiteralPrimaryContext)
    return { kind: 'literal', span, literal: lowerLiteral(context.literal(), scope) };
  if (context instanceof ThisPrimaryContext) return { kind: 'this', span };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', span };
  if (context instanceof TypeRefPrimaryContext)
    return { kind: 'classliteral', span, type: lowerType(context.typeRef()) };
  if (context instanceof VoidPrimaryContext) return { kind: 'classliteral', span, type: null };
  if (context instanceof SoqlPrimaryContext) return lowerSoqlExpression(context.soqlLiteral(), scope);
  if (context instanceof SoslPrimaryContext) return lowerSoslExpression(context.soslLiteral(), scope);
  return missing(context, scope);
}

const LOWERING_BY_CONTEXT = new Map<unknown, Lowering>([
  [PrimaryExpressionContext, (context: PrimaryExpressionContext, scope) => lowerPrimary(context.primary(), scope)],
  [SubExpressionContext, lowerParentheses],
  [DotExpressionContext, lowerDot],
  [MethodCallExpressionContext, lowerMethodCall],
  [
    NewExpressionContext,
    (context: NewExpressionContext, scope) => lowerCreator(context.creator(), spanOf(context), scope)
  ],
  [AssignExpressionContext, lowerAssignment],
  [PreOpExpressionContext, lowerPrefix],
  [
    ArrayExpressionContext,
    (context: ArrayExpressionContext, scope) => ({
      kind: 'index',
      span: spanOf(context),
      receiver: lowerExpression(context.expression(0), scope),
      index: lowerExpression(context.expression(1), scope)
    })
  ],
  [
    CastExpressionContext,
    (context: CastExpressionContext, scope) => ({
      kind: 'cast',
      span: spanOf(context),
      type: lowerType(context.typeRef()),
      operand: lowerExpression(context.expression(), scope)
    })
  ],
  [
    InstanceOfExpressionContext,
    (context: InstanceOfExpressionContext, scope) => ({
      kind: 'instanceof',
      span: spanOf(context),
      operand: lowerExpression(context.expression(), scope),
      type: lowerType(context.typeRef())
    })
  ],
  [
    PostOpExpressionContext,
    (context: PostOpExpressionContext, scope) => ({
      kind: 'postfix',
      span: spanOf(context),
      operator: context.INC() ? '++' : '--',
      operand: lowerExpression(context.expression(), scope)
    })
  ],
  [
    NegExpressionContext,
    (context: NegExpressionContext, scope) => ({
      kind: 'unary',
      span: spanOf(context),
      operator: context.TILDE() ? '~' : '!',
      operand: lowerExpression(context.expression(), scope)
    })
  ],
  [
    CondExpressionContext,
    (context: CondExpressionContext, scope) => ({
      kind: 'conditional',
      span: spanOf(context),
      condition: lowerExpression(context.expression(0), scope),
      whenTrue: lowerExpression(context.expression(1), scope),
      whenFalse: lowerExpression(context.expression(2), scope)
    })
  ],
  [
    EqualityExpressionContext,
    binary((context) => {
      const operator = operatorText(context);
      return operator === '<>' ? '!=' : (operator as BinaryOperator);
    })
  ],
  [Arth1ExpressionContext, binary((context) => operatorText(context) as BinaryOperator)],
  [Arth2ExpressionContext, binary((context) => operatorText(context) as BinaryOperator)],
  [CmpExpressionContext, binary((context) => operatorText(context) as BinaryOperator)],
  [BitExpressionContext, binary((context) => operatorText(context) as BinaryOperator)],
  [BitAndExpressionContext, fixed('&')],
  [BitOrExpressionContext, fixed('|')],
  [BitNotExpressionContext, fixed('^')],
  [LogAndExpressionContext, fixed('&&')],
  [LogOrExpressionContext, fixed('||')],
  [CoalExpressionContext, fixed('??')]
]);

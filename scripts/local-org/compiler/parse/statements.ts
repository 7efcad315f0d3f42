import {
  BlockContext,
  BreakStatementContext,
  ContinueStatementContext,
  DeleteStatementContext,
  DoWhileStatementContext,
  ExpressionStatementContext,
  ForStatementContext,
  IfStatementContext,
  InsertStatementContext,
  LocalVariableDeclarationStatementContext,
  MergeStatementContext,
  ReturnStatementContext,
  RunAsStatementContext,
  SwitchStatementContext,
  ThrowStatementContext,
  TryStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  WhileStatementContext,
  type AccessLevelContext,
  type ExpressionContext,
  type LocalVariableDeclarationContext,
  type ParExpressionContext,
  type QualifiedNameContext,
  type StatementContext,
  type WhenControlContext,
  type WhenLiteralContext
} from '@apexdevtools/apex-parser';
import type {
  BlockStatement,
  DmlOperation,
  DmlStatement,
  Expression,
  LocalVariableStatement,
  Statement,
  SwitchCase,
  TypeReference
} from '../ast';
import { lowerExpression, lowerExpressions } from './expressions';
import { unescapeString } from './literals';
import { lowerModifiers } from './modifiers';
import { variableName } from './reserved';
import type { ParseScope } from './scope';
import { identifier, spanOf } from './span';
import { lowerType } from './types';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry takes the context class that is its key
type Lowering = (context: any, scope: ParseScope) => Statement;

/** Lowers one statement of the parser's tree. */
export function lowerStatement(context: StatementContext, scope: ParseScope): Statement {
  const inner = context.children?.[0];
  const lowering = inner && LOWERING_BY_CONTEXT.get(inner.constructor);
  if (lowering) return lowering(inner, scope);
  return { kind: 'block', span: spanOf(context), statements: [] };
}

export function lowerBlock(context: BlockContext, scope: ParseScope): BlockStatement {
  return {
    kind: 'block',
    span: spanOf(context),
    statements: context.statement_list().map((item) => lowerStatement(item, scope))
  };
}

const optionalBody = (context: StatementContext | null, scope: ParseScope) =>
  context ? lowerStatement(context, scope) : null;
const condition = (context: ParExpressionContext, scope: ParseScope) => lowerExpression(context.expression(), scope);

export function lowerLocalVariables(
  context: LocalVariableDeclarationContext,
  scope: ParseScope
): LocalVariableStatement {
  return {
    kind: 'local',
    span: spanOf(context),
    modifiers: lowerModifiers(context.modifier_list(), scope),
    type: lowerType(context.typeRef()),
    declarators: context
      .variableDeclarators()
      .variableDeclarator_list()
      .map((declarator) => ({
        name: variableName(declarator.id(), scope),
        initializer: declarator.expression() ? lowerExpression(declarator.expression(), scope) : null
      }))
  };
}

function lowerFor(context: ForStatementContext, scope: ParseScope): Statement {
  const span = spanOf(context);
  const control = context.forControl();
  const body = optionalBody(context.statement(), scope);
  const enhanced = control.enhancedForControl();
  if (enhanced) {
    const type = lowerType(enhanced.typeRef());
    return {
      kind: 'foreach',
      span,
      type,
      name: variableName(enhanced.id(), scope),
      iterable: lowerExpression(enhanced.expression(), scope),
      body
    };
  }
  const init = control.forInit();
  const declaration = init?.localVariableDeclaration();
  return {
    kind: 'for',
    span,
    init: declaration
      ? lowerLocalVariables(declaration, scope)
      : init
        ? lowerExpressions(init.expressionList(), scope)
        : null,
    condition: control.expression() ? lowerExpression(control.expression(), scope) : null,
    update: lowerExpressions(control.forUpdate()?.expressionList() ?? null, scope),
    body
  };
}

function qualifiedType(context: QualifiedNameContext): TypeReference {
  const parts = context.id_list().map((id) => ({ name: id.getText(), typeArguments: [] }));
  return { span: spanOf(context), parts, arrayDepth: 0 };
}

function lowerTry(context: TryStatementContext, scope: ParseScope): Statement {
  return {
    kind: 'try',
    span: spanOf(context),
    body: lowerBlock(context.block(), scope),
    catches: context.catchClause_list().map((clause) => ({
      span: spanOf(clause),
      type: qualifiedType(clause.qualifiedName()),
      name: variableName(clause.id(), scope),
      body: lowerBlock(clause.block(), scope)
    })),
    finallyBody: context.finallyBlock() ? lowerBlock(context.finallyBlock().block(), scope) : null
  };
}

function lowerSwitch(context: SwitchStatementContext, scope: ParseScope): Statement {
  return {
    kind: 'switch',
    span: spanOf(context),
    subject: lowerExpression(context.expression(), scope),
    cases: context.whenControl_list().map((item) => lowerCase(item, scope))
  };
}

function lowerCase(context: WhenControlContext, scope: ParseScope): SwitchCase {
  const value = context.whenValue();
  const body = lowerBlock(context.block(), scope);
  const span = spanOf(context);
  if (value.ELSE()) return { span, when: { kind: 'else' }, body };
  const type = value.typeRef();
  if (type) return { span, when: { kind: 'type', type: lowerType(type), name: variableName(value.id(), scope) }, body };
  return {
    span,
    when: { kind: 'values', values: value.whenLiteral_list().map((item) => lowerWhenLiteral(item, scope)) },
    body
  };
}

function lowerWhenLiteral(context: WhenLiteralContext, scope: ParseScope): Expression {
  const span = spanOf(context);
  const nested = context.whenLiteral();
  if (nested) return lowerWhenLiteral(nested, scope);
  if (context.NULL()) return { kind: 'literal', span, literal: { type: 'null' } };
  const text = context.StringLiteral() ?? context.MultilineStringLiteral();
  if (text)
    return {
      kind: 'literal',
      span,
      literal: { type: 'string', value: unescapeString(text.getText().replace(/^'+|'+$/g, '')) }
    };
  const name = context.qualifiedName();
  if (name) return dottedName(name);
  const sign = context.SUB_list().length % 2 === 1 ? -1 : 1;
  const long = context.LongLiteral();
  if (long)
    return {
      kind: 'literal',
      span,
      literal: { type: 'long', value: BigInt(sign) * BigInt(long.getText().slice(0, -1)) }
    };
  return {
    kind: 'literal',
    span,
    literal: { type: 'integer', value: sign * Number(context.IntegerLiteral().getText()) }
  };
}

function dottedName(context: QualifiedNameContext): Expression {
  const [first, ...rest] = context.id_list();
  const span = spanOf(context);
  const start: Expression = { kind: 'name', span, name: first?.getText() ?? '' };
  return rest.reduce<Expression>(
    (receiver, id) => ({ kind: 'field', span, receiver, name: identifier(id), isNullSafe: false }),
    start
  );
}

function accessMode(context: AccessLevelContext | null): DmlStatement['accessMode'] {
  if (!context) return null;
  return context.SYSTEM() ? 'system' : 'user';
}

type DmlContext = InsertStatementContext & { qualifiedName?(): QualifiedNameContext };

function dml(operation: DmlOperation): Lowering {
  return (context: DmlContext, scope) => ({
    kind: 'dml',
    span: spanOf(context),
    operation,
    accessMode: accessMode(context.accessLevel()),
    target: lowerExpression(context.expression(), scope),
    mergeSource: null,
    externalIdField: context.qualifiedName?.()?.getText() ?? null
  });
}

function lowerMerge(context: MergeStatementContext, scope: ParseScope): Statement {
  return {
    kind: 'dml',
    span: spanOf(context),
    operation: 'merge',
    accessMode: accessMode(context.accessLevel()),
    target: lowerExpression(context.expression(0), scope),
    mergeSource: lowerExpression(context.expression(1), scope),
    externalIdField: null
  };
}

const optional = (context: ExpressionContext | null, scope: ParseScope) =>
  context ? lowerExpression(context, scope) : null;

const LOWERING_BY_CONTEXT = new Map<unknown, Lowering>([
  [BlockContext, lowerBlock],
  [
    LocalVariableDeclarationStatementContext,
    (context: LocalVariableDeclarationStatementContext, scope) =>
      lowerLocalVariables(context.localVariableDeclaration(), scope)
  ],
  [
    ExpressionStatementContext,
    (context: ExpressionStatementContext, scope) => ({
      kind: 'expression',
      span: spanOf(context),
      expression: lowerExpression(context.expression(), scope)
    })
  ],
  [
    IfStatementContext,
    (context: IfStatementContext, scope) => ({
      kind: 'if',
      span: spanOf(context),
      condition: condition(context.parExpression(), scope),
      then: lowerStatement(context.statement(0), scope),
      otherwise: optionalBody(context.statement(1), scope)
    })
  ],
  [SwitchStatementContext, lowerSwitch],
  [ForStatementContext, lowerFor],
  [
    WhileStatementContext,
    (context: WhileStatementContext, scope) => ({
      kind: 'while',
      span: spanOf(context),
      condition: condition(context.parExpression(), scope),
      body: optionalBody(context.statement(), scope)
    })
  ],
  [
    DoWhileStatementContext,
    (context: DoWhileStatementContext, scope) => ({
      kind: 'dowhile',
      span: spanOf(context),
      condition: condition(context.parExpression(), scope),
      body: lowerBlock(context.block(), scope)
    })
  ],
  [TryStatementContext, lowerTry],
  [
    ReturnStatementContext,
    (context: ReturnStatementContext, scope) => ({
      kind: 'return',
      span: spanOf(context),
      value: optional(context.expression(), scope)
    })
  ],
  [
    ThrowStatementContext,
    (context: ThrowStatementContext, scope) => ({
      kind: 'throw',
      span: spanOf(context),
      value: lowerExpression(context.expression(), scope)
    })
  ],
  [BreakStatementContext, (context: BreakStatementContext) => ({ kind: 'break', span: spanOf(context) })],
  [ContinueStatementContext, (context: ContinueStatementContext) => ({ kind: 'continue', span: spanOf(context) })],
  [InsertStatementContext, dml('insert')],
  [UpdateStatementContext, dml('update')],
  [UpsertStatementContext, dml('upsert')],
  [DeleteStatementContext, dml('delete')],
  [UndeleteStatementContext, dml('undelete')],
  [MergeStatementContext, lowerMerge],
  [
    RunAsStatementContext,
    (context: RunAsStatementContext, scope) => ({
      kind: 'runas',
      span: spanOf(context),
      arguments: lowerExpressions(context.expressionList(), scope),
      body: lowerBlock(context.block(), scope)
    })
  ]
]);

/** Binds statements: one table from the kind of node to its visitor. */
import type { BlockStatement, LocalVariableStatement, Statement } from '../../ast';
import type { BoundStatement } from '../../bound';
import {} from '../../types';
import { declareVariable, nested, report, type BodyContext } from '../context';
import { coerce } from '../conversions';
import { bindCondition, bindExpression, bindValue } from '../expressions/bind-expression';
import { resolveReference } from '../resolve-reference';
import { isErrorType } from '../types/error-type';
import { isException } from '../types/relations';
import { bindDml, bindRunAs } from './dml';
import { bindDoWhile, bindFor, bindForEach, bindWhile } from './loops';
import { bindReturn } from './return';
import { bindSwitch } from './switch';
import { bindTry } from './try';
import { messageName } from '../types/message-name';

/** Binds a statement. A local declaration of several variables becomes a list in the block around it. */
export function bindStatement(context: BodyContext, statement: Statement): BoundStatement {
  switch (statement.kind) {
    case 'block':
      return bindBlock(context, statement);
    case 'local':
      return { kind: 'block', statements: bindLocals(nested(context), statement), span: statement.span };
    case 'expression':
      return bindExpressionStatement(context, statement);
    case 'if':
      return {
        kind: 'if',
        condition: bindCondition(context, statement.condition),
        then: bindStatement(nested(context), statement.then),
        otherwise: statement.otherwise && bindStatement(nested(context), statement.otherwise),
        span: statement.span
      };
    case 'switch':
      return bindSwitch(context, statement);
    case 'for':
      return bindFor(context, statement);
    case 'foreach':
      return bindForEach(context, statement);
    case 'while':
      return bindWhile(context, statement);
    case 'dowhile':
      return bindDoWhile(context, statement);
    case 'try':
      return bindTry(context, statement);
    case 'return':
      return bindReturn(context, statement);
    case 'throw':
      return bindThrow(context, statement);
    case 'break':
    case 'continue':
      return bindJump(context, statement);
    case 'dml':
      return bindDml(context, statement);
    case 'runas':
      return bindRunAs(context, statement);
  }
}

/** A block with its own variables. */
export function bindBlock(context: BodyContext, block: BlockStatement): BoundStatement {
  return bindStatementsIn(nested(context), block);
}

/** The statements of a block in the variables of `context`: method bodies share them with the parameters. */
export function bindStatementsIn(context: BodyContext, block: BlockStatement): BoundStatement {
  const statements = block.statements.flatMap((statement) =>
    statement.kind === 'local' ? bindLocals(context, statement) : [bindStatement(context, statement)]
  );
  return { kind: 'block', statements, span: block.span };
}

export function bindLocals(context: BodyContext, statement: LocalVariableStatement): readonly BoundStatement[] {
  const type = resolveReference(context, statement.type);
  return statement.declarators.map(({ name, initializer }): BoundStatement => {
    // The initialiser does not see the variable.
    const value = initializer && bindExpression(context, initializer, type);
    const variable = declareVariable(context, name.name, type, name.span);
    return { kind: 'local', variable, initializer: value && coerce(context, value, type), span: statement.span };
  });
}

function bindExpressionStatement(context: BodyContext, statement: Statement & { kind: 'expression' }): BoundStatement {
  const expression = bindExpression(context, statement.expression);
  if (
    !isStatementExpression(statement.expression.kind) &&
    !(statement.expression.kind === 'unary' && /^(\+\+|--)$/.test(statement.expression.operator))
  ) {
    report(context, 2011, 'Expression cannot be a statement.', statement.span);
  }
  return { kind: 'expression', expression, span: statement.span };
}

function isStatementExpression(kind: string): boolean {
  return (
    kind === 'call' ||
    kind === 'assignment' ||
    kind === 'postfix' ||
    kind === 'new' ||
    kind === 'soql' ||
    kind === 'sosl'
  );
}

function bindThrow(context: BodyContext, statement: Statement & { kind: 'throw' }): BoundStatement {
  const value = bindValue(context, statement.value);
  if (!isErrorType(value.type) && value.type.kind !== 'null' && !isException(context.program, value.type)) {
    report(context, 2005, `Throw expression must be of type exception: ${messageName(value.type)}`, statement.span);
  }
  return { kind: 'throw', value, span: statement.span };
}

function bindJump(context: BodyContext, statement: Statement & { kind: 'break' | 'continue' }): BoundStatement {
  if (context.loopDepth === 0)
    report(
      context,
      2011,
      `${statement.kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`,
      statement.span
    );
  return { kind: statement.kind, span: statement.span };
}

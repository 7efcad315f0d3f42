/** Does every path of a method return? Statements after the end of a path are refused, as the platform does. */
import type { BlockStatement, Statement } from '../../ast';
import { report, type BodyContext } from '../context';

/** Reports a missing return, and statements that cannot be reached. */
export function checkReturns(context: BodyContext, body: BlockStatement): void {
  const completes = walk(context, body);
  if (completes && context.returnType.kind !== 'void') {
    report(context, 2010, 'Non-void method might not return a value or might have statement after a return statement.', lastLine(body));
  }
}

function lastLine({ span }: BlockStatement): BlockStatement['span'] {
  return { ...span, line: span.endLine, column: Math.max(0, span.endColumn - 1), start: Math.max(span.start, span.end - 1) };
}

/** True when control can pass the end of the statement. */
function walk(context: BodyContext, statement: Statement | null): boolean {
  switch (statement?.kind) {
    case 'block': return walkBlock(context, statement);
    case 'return': case 'throw': case 'break': case 'continue': return false;
    case 'if': {
      const then = walk(context, statement.then);
      return statement.otherwise ? walk(context, statement.otherwise) || then : true;
    }
    case 'switch': {
      const ends = statement.cases.map((branch) => walk(context, branch.body));
      const hasElse = statement.cases.some((branch) => branch.when.kind === 'else');
      return !hasElse || ends.some((completes) => completes);
    }
    case 'try': {
      const body = walk(context, statement.body);
      const catches = statement.catches.map((clause) => walk(context, clause.body));
      const isFinallyPassed = statement.finallyBody ? walk(context, statement.finallyBody) : true;
      return isFinallyPassed && (body || catches.some((completes) => completes));
    }
    case 'for': case 'foreach': case 'while':
      walk(context, statement.body);
      return !isEndless(statement);
    case 'dowhile': {
      walk(context, statement.body);
      return !isEndless(statement);
    }
    case 'runas': return walk(context, statement.body);
    default: return true;
  }
}

function walkBlock(context: BodyContext, block: BlockStatement): boolean {
  let completes = true;
  for (const statement of block.statements) {
    if (!completes) {
      report(context, 2018, 'Unreachable statement', statement.span);
      return false;
    }
    completes = walk(context, statement);
  }
  return completes;
}

/** `while (true)` without a break. */
function isEndless(statement: Statement & { kind: 'for' | 'foreach' | 'while' | 'dowhile' }): boolean {
  if (statement.kind === 'foreach') return false;
  const { condition } = statement;
  const isTrue = condition === null ? statement.kind === 'for' : condition.kind === 'literal' && condition.literal.type === 'boolean' && condition.literal.value;
  return isTrue && !hasBreak(statement.body);
}

function hasBreak(statement: Statement | null): boolean {
  switch (statement?.kind) {
    case 'break': return true;
    case 'block': return statement.statements.some(hasBreak);
    case 'if': return hasBreak(statement.then) || hasBreak(statement.otherwise);
    case 'switch': return statement.cases.some((branch) => hasBreak(branch.body));
    case 'try': return hasBreak(statement.body) || statement.catches.some((clause) => hasBreak(clause.body)) || hasBreak(statement.finallyBody);
    case 'runas': return hasBreak(statement.body);
    default: return false;
  }
}

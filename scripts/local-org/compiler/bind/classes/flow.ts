/** Does every path of a method return? Statements after the end of a path are refused, as the platform does. */
import type { BlockStatement, Statement } from '../../ast';
import {} from '../../types';
import { report, type BodyContext } from '../context';
import { messageName } from '../types/message-name';

/** Reports a missing return, and statements that cannot be reached. */
export function checkReturns(context: BodyContext, body: BlockStatement): void {
  const completes = walk(context, body);
  if (completes && context.returnType.kind !== 'void') {
    report(
      context,
      2010,
      `Missing return statement required return type: ${messageName(context.returnType)}`,
      lastLine(body)
    );
  }
}

function lastLine({ span }: BlockStatement): BlockStatement['span'] {
  return {
    ...span,
    line: span.endLine,
    column: Math.max(0, span.endColumn - 1),
    start: Math.max(span.start, span.end - 1)
  };
}

/** True when control can pass the end of the statement. */
function walk(context: BodyContext, statement: Statement | null): boolean {
  switch (statement?.kind) {
    case 'block':
      return walkBlock(context, statement);
    case 'return':
    case 'throw':
      return false;
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
    // The platform does not see that a loop never ends.
    case 'for':
    case 'foreach':
    case 'while':
    case 'dowhile':
      walk(context, statement.body);
      return true;
    case 'runas':
      return walk(context, statement.body);
    default:
      return true;
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

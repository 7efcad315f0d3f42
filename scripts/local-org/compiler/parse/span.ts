import type { ApexParserRuleContext, ApexTerminalNode, ApexToken } from '@apexdevtools/apex-parser';
import type { Identifier, SourceSpan } from '../ast';

/** The range of a parser context, from its first to its last token. */
export function spanOf(context: ApexParserRuleContext): SourceSpan {
  const stop = context.stop;
  return between(context.start, stop && stop.start >= context.start.start ? stop : context.start);
}

/** The range of one token. */
export function spanOfToken(token: ApexToken): SourceSpan {
  return between(token, token);
}

function between(first: ApexToken, last: ApexToken): SourceSpan {
  const text = last.text ?? '';
  const lastBreak = text.lastIndexOf('\n');
  return {
    line: first.line,
    column: first.column,
    endLine: last.line + (lastBreak < 0 ? 0 : text.split('\n').length - 1),
    endColumn: lastBreak < 0 ? last.column + text.length : text.length - lastBreak - 1,
    start: first.start,
    end: last.stop + 1
  };
}

/** An identifier from a context whose text is one name. */
export function identifier(context: ApexParserRuleContext): Identifier {
  return { name: context.getText(), span: spanOf(context) };
}

/** An identifier from a keyword token such as `this`. */
export function identifierOf(node: ApexTerminalNode): Identifier {
  return { name: node.getText(), span: spanOfToken(node.symbol) };
}

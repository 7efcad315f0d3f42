import type { LiteralContext } from '@apexdevtools/apex-parser';
import type { LiteralValue } from '../ast';
import type { ParseScope } from './scope';
import { spanOf } from './span';

const MAX_INTEGER = 2147483647n;
const MAX_LONG = 9223372036854775807n;

/**
 * A literal; `isNegated` folds the minus before it. The smallest Integer and Long cannot be written: Salesforce's compiler
 * reads the number before the minus.
 */
export function lowerLiteral(context: LiteralContext, scope: ParseScope, isNegated = false): LiteralValue {
  const text = context.getText();
  if (context.NULL()) return { type: 'null' };
  if (context.BooleanLiteral()) return { type: 'boolean', value: text.toLowerCase() === 'true' };
  if (context.StringLiteral()) return { type: 'string', value: unescapeString(text.slice(1, -1)) };
  if (context.MultilineStringLiteral())
    return { type: 'string', value: unescapeString(text.slice(3, -3).replace(/^\r?\n/, '')) };
  if (context.NumberLiteral()) return lowerNumber(isNegated ? `-${text}` : text);
  const isLong = Boolean(context.LongLiteral());
  const magnitude = BigInt(isLong ? text.slice(0, -1) : text);
  const maximum = isLong ? MAX_LONG : MAX_INTEGER;
  if (magnitude > maximum) {
    const isSmallest = isNegated && magnitude === maximum + 1n;
    const remedy = isSmallest ? `; write ${-maximum}${isLong ? 'L' : ''} - 1` : isLong ? '' : '; add L for a Long';
    scope.report(1002, `Number ${text} is too large for ${isLong ? 'Long' : 'Integer'}${remedy}`, spanOf(context));
    return { type: 'integer', value: 0 };
  }
  const value = isNegated ? -magnitude : magnitude;
  return isLong ? { type: 'long', value } : { type: 'integer', value: Number(value) };
}

function lowerNumber(text: string): LiteralValue {
  const isDouble = /d$/i.test(text);
  return { type: 'decimal', text: isDouble ? text.slice(0, -1) : text, isDouble };
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' };

/** Resolves `\n`, `\'`, `\u0041` and their kind (Apex Developer Guide, "Primitive Data Types", String). */
export function unescapeString(raw: string): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_, escape: string) =>
    escape.length === 5 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : (ESCAPES[escape] ?? escape)
  );
}

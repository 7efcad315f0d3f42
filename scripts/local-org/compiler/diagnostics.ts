/**
 * Diagnostics of the Apex compiler: a number, a message, a place, and a code frame for people.
 *
 * Ranges: 1xxx syntax · 2xxx names, types, declarations · 3xxx SOQL and schema · 4xxx a language feature that the local
 * org does not support · 5xxx a platform type or method that it does not implement · 6xxx metadata.
 * An error in 4xxx or 5xxx says something about the local org, not about the source: the source may be right.
 */
import type { SourceSpan } from './ast';

export interface Diagnostic {
  /** `APX2003` */
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly span: SourceSpan;
}

/** What each number means. A test holds that every number is used and unique. */
export const DIAGNOSTICS = {
  1001: 'Syntax error',
  1002: 'Number out of range',
  1003: 'File does not match its kind',
  2001: 'Unknown type',
  2002: 'Unknown variable or field',
  2003: 'Unknown method or wrong arguments',
  2004: 'Ambiguous method call',
  2005: 'Incompatible types',
  2006: 'Duplicate declaration',
  2007: 'Missing or wrong override',
  2008: 'Not accessible here',
  2009: 'Static and instance members mixed up',
  2010: 'Wrong return or missing return',
  2011: 'Invalid statement here',
  2012: 'Invalid annotation or modifier',
  2013: 'Unknown or wrong constructor',
  2014: 'Invalid condition or operand',
  2015: 'Interface or abstract method not implemented',
  2016: 'Invalid assignment target',
  2017: 'Unknown label',
  2018: 'Unreachable or missing code path',
  3001: 'Unknown object',
  3002: 'Unknown field',
  3003: 'Unknown relationship',
  3004: 'Invalid query',
  3005: 'Field cannot be used here',
  4001: 'Language feature not supported by the local org',
  4002: 'SOQL feature not supported by the local org',
  5001: 'Platform type not implemented by the local org',
  5002: 'Platform method not implemented by the local org',
  5003: 'Platform property not implemented by the local org',
  6001: 'Invalid metadata file',
  6002: 'Unknown reference in metadata',
  6003: 'Metadata value not supported by the local org'
} as const;

export type DiagnosticNumber = keyof typeof DIAGNOSTICS;

export function diagnostic(number: DiagnosticNumber, message: string, path: string, span: SourceSpan): Diagnostic {
  return { code: `APX${number}`, message, path, span };
}

/** True when the diagnostic speaks of a limit of the local org rather than of a mistake in the source. */
export function isUnsupported(item: Diagnostic): boolean {
  return /^APX[45]/.test(item.code);
}

/** `path:line:col number message`, with a 1-based column as editors count. */
export function formatDiagnostic(item: Diagnostic): string {
  return `${item.path}:${item.span.line}:${item.span.column + 1} ${item.code} ${item.message}`;
}

/** The lines around a place with a marker under it. `context` lines stand above and below. */
export function codeFrame(source: string, span: SourceSpan, context = 1): string {
  const lines = source.split(/\r\n|\r|\n/);
  const first = Math.max(1, span.line - context);
  const last = Math.min(lines.length, span.line + context);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const isMarked = number === span.line;
    frame.push(`${isMarked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`);
    if (isMarked) frame.push(`  ${' '.repeat(width)} | ${marker(text, span)}`);
  }
  return frame.join('\n');
}

function marker(text: string, span: SourceSpan): string {
  const end = span.endLine === span.line ? span.endColumn : text.length;
  const indent = text.slice(0, span.column).replace(/[^\t]/g, ' ');
  return indent + '^'.repeat(Math.max(1, end - span.column));
}

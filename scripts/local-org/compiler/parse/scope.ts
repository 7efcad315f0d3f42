import type { SourceSpan } from '../ast';
import { diagnostic, type Diagnostic, type DiagnosticNumber } from '../diagnostics';

/** What the lowering of one file shares: its path, its text and the diagnostics so far. */
export interface ParseScope {
  readonly path: string;
  readonly source: string;
  readonly diagnostics: Diagnostic[];
  report(number: DiagnosticNumber, message: string, span: SourceSpan): void;
}

export function createParseScope(path: string, source: string): ParseScope {
  const diagnostics: Diagnostic[] = [];
  return {
    path,
    source,
    diagnostics,
    report(number, message, span) {
      diagnostics.push(diagnostic(number, message, path, span));
    }
  };
}

/** TypeScript's own findings about the components and their tests. */
import ts from 'typescript';
import type { ComponentProgram } from '../program';
import type { Problem } from '../rule';

export function typeProblems({ program }: ComponentProgram): Problem[] {
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, code, messageText } = diagnostic;
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
    return {
      rule: `TS${code}`,
      path: file?.fileName ?? 'tsconfig.json',
      line,
      message: ts.flattenDiagnosticMessageText(messageText, ' ')
    };
  });
}

/** Takes the types out of a TypeScript module of a component. */
import ts from 'typescript';

/**
 * Decorators, class fields and `export default class` stay as they are, for the LWC compiler that comes next: the
 * platform's when the JavaScript is deployed, the open one when the local org builds a page.
 */
const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  useDefineForClassFields: true,
  experimentalDecorators: false,
  removeComments: false,
  newLine: ts.NewLineKind.LineFeed
};

export interface CompiledModule {
  readonly code: string;
  /** JSON of the source map; undefined unless asked for. */
  readonly sourceMap: string | undefined;
}

/** @throws Error with file and line when the source is no TypeScript */
export function compileModule(source: string, fileName: string, hasSourceMap = false): CompiledModule {
  const {
    outputText,
    sourceMapText,
    diagnostics = []
  } = ts.transpileModule(source, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { ...COMPILER_OPTIONS, sourceMap: hasSourceMap }
  });
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, FORMAT).trim());
  return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), sourceMap: sourceMapText };
}

const FORMAT: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n'
};

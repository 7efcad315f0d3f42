/** The compiler as a whole: from source files to a program that runs. */
import '../runtime/support/support';
import { loadProgram } from '../runtime/program';
import type { Program } from '../runtime/program';
import type { OrgSchema } from '../schema/model';
import type { CompilationUnit } from './ast';
import { bindUnit, declare, isImplementedByLibrary } from './bind/bind-program';
import type { BindEnvironment, SourceUnit } from './bind/bind-program';
import { CompileCache, compilerFingerprint, hashOf, parserFingerprint, schemaFingerprint } from './compile-cache';
import type { Diagnostic } from './diagnostics';
import type { CompiledUnit } from './emit/compiled-unit';
import { emitUnit } from './emit/emit-unit';
import { findHiddenMembers, NO_HIDDEN_MEMBERS } from './emit/hidden-members';
import type { HiddenMembers } from './emit/hidden-members';
import { parseAnonymous, parseUnit } from './parse/parse';
import { findSourceFiles, readSourceFiles } from './source-files';
import type { SourceFile } from './source-files';
import type { PlatformTypes } from './types/platform-types';

export interface CompileOptions {
  /** Searched for `*.cls` and `*.trigger`, at any depth. */
  readonly directories?: readonly string[];
  /** Further files, by path. */
  readonly files?: readonly string[];
  /** Source that stands in no file. */
  readonly sources?: readonly SourceFile[];
  readonly schema: OrgSchema;
  /** A function is called only when something has to be compiled: reading the stubs takes its time. */
  readonly platformTypes: PlatformTypes | (() => PlatformTypes);
  /** Where compiled output is kept; without one everything is compiled each time. */
  readonly cacheDirectory?: string | null;
}

export interface Compilation {
  /** Methods with errors in them are in it and throw when they are called. Files that could not be declared are not in it. */
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
  /** Compiles a block of anonymous Apex against the program. Run it with `program.runAnonymous(unit)`. */
  compileAnonymous(text: string): { readonly unit: CompiledUnit | null; readonly diagnostics: readonly Diagnostic[] };
}

interface CompiledProgram {
  readonly units: readonly CompiledUnit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly hidden: HiddenMembers;
}

/** Compiles sources and loads them as one program. With a warm cache nothing is parsed. */
export function compileSources(options: CompileOptions): Compilation {
  const compiler = new Compiler(options);
  const { units, diagnostics } = compiler.compile();
  return { program: loadProgram(units), diagnostics, compileAnonymous: (text) => compiler.compileAnonymous(text) };
}

interface ParsedProgram {
  readonly units: readonly SourceUnit[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files without a tree. */
  readonly brokenPaths: readonly string[];
}

interface ParsedFile {
  readonly unit: CompilationUnit | null;
  readonly diagnostics: readonly Diagnostic[];
}

class Compiler {
  private readonly sources: readonly SourceFile[];
  private readonly options: CompileOptions;
  private readonly cache: CompileCache;
  private hidden: HiddenMembers = NO_HIDDEN_MEMBERS;

  constructor(options: CompileOptions) {
    this.options = options;
    this.cache = new CompileCache(options.cacheDirectory ?? null);
    const paths = [...findSourceFiles(options.directories ?? []), ...(options.files ?? [])];
    this.sources = [...readSourceFiles(paths), ...(options.sources ?? [])];
  }

  compile(): CompiledProgram {
    const compiled = this.compileOrRead();
    this.hidden = compiled.hidden;
    return compiled;
  }

  private compileOrRead(): CompiledProgram {
    if (!this.options.cacheDirectory) return this.compileAll();
    const files = this.sources.flatMap(({ path, text }) => [path, text]);
    const hash = hashOf(compilerFingerprint(), schemaFingerprint(this.options.schema), ...files);
    return this.cache.get('program', hash, () => this.compileAll());
  }

  compileAnonymous(text: string): { readonly unit: CompiledUnit | null; readonly diagnostics: readonly Diagnostic[] } {
    const path = 'anonymous.apex';
    const { unit, diagnostics } = parseAnonymous(path, text);
    if (!unit || diagnostics.length > 0) return { unit: null, diagnostics };
    const source: SourceUnit = { path, unit };
    const symbols = declare([...this.parseAll().units, source], this.environment());
    const bound = bindUnit(symbols, source);
    return bound.diagnostics.length > 0
      ? { unit: null, diagnostics: bound.diagnostics }
      : { unit: emitUnit(bound.unit, { source: text, hidden: this.hidden }), diagnostics: [] };
  }

  private compileAll(): CompiledProgram {
    const parsed = this.parseAll();
    const symbols = declare(parsed.units, this.environment(), parsed.brokenPaths);
    const textByPath = new Map(this.sources.map(({ path, text }) => [path, text]));
    const bound = parsed.units.map((source) => bindUnit(symbols, source));
    const hidden = findHiddenMembers(bound.map(({ unit }) => unit));
    const units = bound.map(({ unit, diagnostics }) =>
      emitUnit(unit, { source: textByPath.get(unit.path) ?? null, errors: diagnostics, hidden })
    );
    return { units, diagnostics: [...parsed.diagnostics, ...bound.flatMap(({ diagnostics }) => diagnostics)], hidden };
  }

  private parseAll(): ParsedProgram {
    const fingerprint = this.options.cacheDirectory ? parserFingerprint() : '';
    const units: SourceUnit[] = [];
    const diagnostics: Diagnostic[] = [];
    const brokenPaths: string[] = [];
    for (const { path, text } of this.sources) {
      const file = this.cache.get<ParsedFile>('tree', hashOf(fingerprint, path, text), () => parseUnit(path, text));
      diagnostics.push(...file.diagnostics);
      if (file.unit) units.push({ path, unit: file.unit });
      else brokenPaths.push(path);
    }
    return { units, diagnostics, brokenPaths };
  }

  private environment(): BindEnvironment {
    const { schema, platformTypes } = this.options;
    return {
      schema,
      platformTypes: typeof platformTypes === 'function' ? platformTypes() : platformTypes,
      isImplemented: isImplementedByLibrary
    };
  }
}

/** All Apex of some source folders after binding: every name resolved, every expression typed. Read once for all rules. */
import { relative } from 'node:path';
import { bindUnit, declare } from '../../local-org/compiler/bind/bind-program';
import type { BoundType, BoundUnit } from '../../local-org/compiler/bound';
import { CompileCache, hashOf, parserFingerprint } from '../../local-org/compiler/compile-cache';
import type { Diagnostic } from '../../local-org/compiler/diagnostics';
import type { CompilationUnit } from '../../local-org/compiler/ast';
import { parseUnit } from '../../local-org/compiler/parse/parse';
import { findSourceFiles, readSourceFiles, type SourceFile } from '../../local-org/compiler/source-files';
import { loadPlatformTypes } from '../../local-org/compiler/types/load';
import { COMPILE_CACHE } from '../../local-org/cli/paths';
import { loadSchema } from '../../local-org/schema/load';
import type { OrgSchema } from '../../local-org/schema/model';
import { readComments, type SourceComments } from './comments';

export interface ApexFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly text: string;
  readonly unit: BoundUnit;
  readonly diagnostics: readonly Diagnostic[];
  /** The class's own name; of a trigger, the trigger's. */
  readonly name: string;
  /** Classes with `@IsTest`. */
  readonly isTest: boolean;
  readonly comments: SourceComments;
}

export interface ApexProgram {
  readonly files: readonly ApexFile[];
  readonly schema: OrgSchema;
  /** Classes, interfaces and enums of the source by qualified name in lower case. */
  readonly typesByName: ReadonlyMap<string, { readonly type: BoundType; readonly file: ApexFile }>;
}

let last: { readonly key: string; readonly program: ApexProgram } | undefined;

/** Parses and binds the source. The gates of one run share the result. Files that do not parse are left to the compilers. */
export function readProgram(sources: readonly string[]): ApexProgram {
  const files = readSourceFiles(findSourceFiles(sources));
  const schema = loadSchema([...sources]);
  const key = hashOf(
    ...sources,
    ...files.flatMap(({ path, text }) => [path, text]),
    JSON.stringify([...schema.objects.keys()])
  );
  if (last?.key !== key) last = { key, program: bindAll(files, schema) };
  return last.program;
}

function bindAll(files: readonly SourceFile[], schema: OrgSchema): ApexProgram {
  const fingerprint = parserFingerprint();
  const parsed = files.map((file) => ({ ...file, unit: parse(file, fingerprint) }));
  const units = parsed.filter((file): file is SourceFile & { unit: CompilationUnit } => file.unit !== null);
  const broken = parsed.filter((file) => file.unit === null).map((file) => file.path);
  // What the local org's library lacks is no mistake of the source.
  const program = declare(units, { schema, platformTypes: loadPlatformTypes(), isImplemented: () => true }, broken);
  const bound = units.map(({ path, text, unit }): ApexFile => {
    const { unit: boundUnit, diagnostics } = bindUnit(program, { path, unit });
    const [outer] = boundUnit.types;
    return {
      path: relative(process.cwd(), path),
      text,
      unit: boundUnit,
      diagnostics,
      name: boundUnit.trigger?.name ?? outer?.name ?? '',
      isTest: outer?.isTest ?? false,
      comments: readComments(text)
    };
  });
  const types = bound.flatMap((file) =>
    file.unit.types.map((type) => [type.name.toLowerCase(), { type, file }] as const)
  );
  return { files: bound, schema, typesByName: new Map(types) };
}

function parse({ path, text }: SourceFile, fingerprint: string): CompilationUnit | null {
  const cache = new CompileCache(COMPILE_CACHE);
  return cache.get('tree', hashOf(fingerprint, path, text), () => parseUnit(path, text)).unit;
}

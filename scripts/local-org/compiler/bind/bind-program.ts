/** The binder's entry: declares a whole program, then binds it file by file. */
import type { BoundUnit } from '../bound';
import { diagnostic, type Diagnostic } from '../diagnostics';
import { bindType } from './classes/bind-type';
import { bodyContext } from './classes/body-context';
import { checkReturns } from './classes/flow';
import type { BindEnvironment } from './environment';
import { bindStatementsIn } from './statements/bind-statement';
import { declareProgram, ownerName, type SourceUnit } from './symbols/declare';
import type { ProgramSymbols } from './symbols/program';
import type { TypeSymbol } from './symbols/symbols';
import { correctPlatformTypes } from './types/platform-corrections';

export type { BindEnvironment, ImplementationKind } from './environment';
export type { SourceUnit } from './symbols/declare';
export { isImplementedByLibrary } from './implemented';

export interface BindResult {
  readonly units: readonly BoundUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Binds all files of a program against one another. */
export function bindProgram(
  units: readonly SourceUnit[],
  environment: BindEnvironment,
  brokenPaths: readonly string[] = []
): BindResult {
  const program = declare(units, environment, brokenPaths);
  const results = units.map((source) => bindUnit(program, source));
  return { units: results.map((result) => result.unit), diagnostics: results.flatMap((result) => result.diagnostics) };
}

/**
 * Declares what the units hold, without their bodies. {@link bindUnit} then binds any of them, so a pipeline may skip
 * files whose result it has kept.
 * @param brokenPaths files that did not parse: what uses their types is not reported on top
 */
export function declare(
  units: readonly SourceUnit[],
  environment: BindEnvironment,
  brokenPaths: readonly string[] = []
): ProgramSymbols {
  const brokenTypes = new Set(
    brokenPaths.map((path) =>
      path
        .replace(/^.*[/\\]/, '')
        .replace(/\.\w+$/, '')
        .toLowerCase()
    )
  );
  const corrected = {
    ...environment,
    platformTypes: correctPlatformTypes(environment.platformTypes),
    isImplemented: environment.isImplemented.bind(environment)
  };
  return declareProgram(units, corrected, brokenTypes);
}

/** Binds one declared file. Its diagnostics include those of its declarations. */
export function bindUnit(
  program: ProgramSymbols,
  { path, unit }: SourceUnit
): { readonly unit: BoundUnit; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = program.diagnostics.filter((item) => item.path === path);
  const types = [...program.types.values()].filter((symbol) => symbol.path === path && symbol.declaration !== null);
  const owner = unit.kind === 'type' ? undefined : program.findType(ownerName(unit));
  const triggerObject = unit.kind === 'trigger' ? objectOfTrigger(program, unit, path, diagnostics) : null;
  const bound = types.map((symbol) => bindType(program, symbol, diagnostics));
  const body =
    owner && unit.kind !== 'type' ? bindUnitBody(program, owner, unit.body, triggerObject, diagnostics) : null;
  const owners = owner && hasMembers(owner) ? [bindType(program, owner, diagnostics, triggerObject)] : [];
  return {
    unit: {
      path,
      types: [...bound, ...owners],
      trigger:
        unit.kind === 'trigger' && body
          ? { name: unit.name.name, objectName: triggerObject ?? unit.objectName.name, events: unit.events, body }
          : null,
      anonymous: unit.kind === 'anonymous' ? body : null
    },
    diagnostics: withoutRepeats(diagnostics)
  };
}

function hasMembers(owner: TypeSymbol): boolean {
  return owner.methods.size > 0 || owner.fields.size > 0;
}

function objectOfTrigger(
  program: ProgramSymbols,
  unit: SourceUnit['unit'] & { kind: 'trigger' },
  path: string,
  diagnostics: Diagnostic[]
): string {
  const object = program.environment.schema.findObject(unit.objectName.name);
  if (!object)
    diagnostics.push(
      diagnostic(3001, `SObject type does not allow triggers: ${unit.objectName.name}`, path, unit.objectName.span)
    );
  return object?.name ?? unit.objectName.name;
}

function bindUnitBody(
  program: ProgramSymbols,
  owner: TypeSymbol,
  body: Parameters<typeof bindStatementsIn>[1],
  triggerObject: string | null,
  diagnostics: Diagnostic[]
) {
  const context = bodyContext(program, owner, diagnostics, { triggerObject });
  checkReturns(context, body);
  return bindStatementsIn(context, body);
}

/** Types are resolved in more than one pass; each mistake is told once, in the order of the source. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column)
    .filter((item) => {
      const key = `${item.span.line}:${item.span.column}:${item.message}`;
      return !seen.has(key) && seen.add(key);
    });
}

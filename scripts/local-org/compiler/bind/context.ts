/** Where a statement or expression stands: its class, its method, the variables in sight. */
import type { SourceSpan } from '../ast';
import type { BoundVariable } from '../bound';
import { diagnostic, type Diagnostic, type DiagnosticNumber } from '../diagnostics';
import type { ApexType } from '../types';
import type { ProgramSymbols } from './symbols/program';
import type { FieldSymbol, TypeSymbol } from './symbols/symbols';

/** The variables of a block and those around it. */
export class Scope {
  readonly parent: Scope | null;
  readonly variables = new Map<string, BoundVariable>();

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  find(name: string): BoundVariable | undefined {
    return this.variables.get(name.toLowerCase()) ?? this.parent?.find(name);
  }

  /** All variables in sight, innermost first. */
  all(): readonly BoundVariable[] {
    return [...this.variables.values(), ...(this.parent?.all() ?? [])];
  }
}

export interface BodyContext {
  readonly program: ProgramSymbols;
  readonly path: string;
  readonly owner: TypeSymbol;
  /** True where there is no `this`. */
  readonly isStatic: boolean;
  readonly returnType: ApexType;
  readonly scope: Scope;
  /** JavaScript names taken in this method. */
  readonly jsNames: Set<string>;
  /** The property whose accessor this is: inside, its name means the backing field. */
  readonly accessorOf: FieldSymbol | null;
  /** True in constructors and initialisers, where final fields may be set. */
  readonly isInitializing: boolean;
  /** In an initialiser: where it starts. Fields that are declared later may not be named in it. */
  readonly initializerStart: number | null;
  /** The object of the trigger around, or null. */
  readonly triggerObject: string | null;
  readonly loopDepth: number;
  readonly diagnostics: Diagnostic[];
}

/** The same place with a new block of variables. */
export function nested(context: BodyContext): BodyContext {
  return { ...context, scope: new Scope(context.scope) };
}

/** A new block inside one more loop. */
export function nestedLoop(context: BodyContext): BodyContext {
  return { ...nested(context), loopDepth: context.loopDepth + 1 };
}

export function report(context: BodyContext, number: DiagnosticNumber, message: string, span: SourceSpan): void {
  context.diagnostics.push(diagnostic(number, message, context.path, span));
}

/** Declares a variable. The same name may not be in use in any block around. */
export function declareVariable(context: BodyContext, name: string, type: ApexType, span: SourceSpan): BoundVariable {
  if (context.scope.find(name)) report(context, 2006, `Duplicate variable: ${name}`, span);
  const variable: BoundVariable = { name, type, jsName: uniqueName(context.jsNames, name) };
  context.scope.variables.set(name.toLowerCase(), variable);
  return variable;
}

function uniqueName(taken: Set<string>, name: string): string {
  const base = `v_${name.toLowerCase()}`;
  let candidate = base;
  for (let count = 2; taken.has(candidate); count++) candidate = `${base}_${count}`;
  taken.add(candidate);
  return candidate;
}

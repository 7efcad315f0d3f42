import type { Diagnostic } from '../../diagnostics';
import { VOID } from '../../types';
import { Scope, type BodyContext } from '../context';
import type { ProgramSymbols } from '../symbols/program';
import type { TypeSymbol } from '../symbols/symbols';

/** The context of a body of `owner` without variables: static, void, outside of accessors and loops. */
export function bodyContext(
  program: ProgramSymbols,
  owner: TypeSymbol,
  diagnostics: Diagnostic[],
  parts: Partial<BodyContext> = {}
): BodyContext {
  return {
    program,
    path: owner.path,
    owner,
    isStatic: true,
    returnType: VOID,
    scope: new Scope(null),
    jsNames: new Set(),
    accessorOf: null,
    isInitializing: false,
    initializerStart: null,
    triggerObject: null,
    loopDepth: 0,
    diagnostics,
    ...parts
  };
}

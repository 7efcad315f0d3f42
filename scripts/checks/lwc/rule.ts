import type { Finding } from '../finding';
import type { ComponentProgram } from './program';
import type { ComponentBundle, ComponentWorkspace } from './workspace';

/** What rules about components look at. */
export interface RuleContext {
  readonly sources: readonly string[];
  readonly workspace: ComponentWorkspace;
  readonly program: ComponentProgram;
}

/** A finding before its gate and its path are put in. */
export interface Problem {
  readonly rule: string;
  /** A file of the workspace. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** One rule about one bundle. */
export type BundleRule = (bundle: ComponentBundle, context: RuleContext) => readonly Problem[];

export function toFinding(gate: string, problem: Problem, workspace: ComponentWorkspace): Finding {
  return {
    gate,
    rule: problem.rule,
    path: workspace.originalOf(problem.path),
    line: problem.line,
    message: problem.message
  };
}

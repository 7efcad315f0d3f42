import type { ApexFile, ApexProgram } from './program';

export type Report = (file: Pick<ApexFile, 'path'>, line: number, message: string) => void;

/** One thing about Apex that no compiler says. */
export interface ApexRule {
  /** In kebab case, like the file of the rule. */
  readonly name: string;
  check(program: ApexProgram, report: Report): void;
}

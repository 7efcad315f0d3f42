/** What a formula may ask about its surroundings. */
import type { FormulaValue } from './values';

export interface FormulaContext {
  /** The value at a path: a field, a field of a parent (`Owner.Name`), or a global one (`$User.Id`). */
  readonly read: (path: readonly string[]) => FormulaValue;
  /** The value that the field had before this save; its value now when the record is new. */
  readonly readPrior: (path: readonly string[]) => FormulaValue;
  readonly isNew: boolean;
  readonly isClone: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** IANA name of the running user's zone. */
  readonly timeZone: string;
  /** Blank numbers count as zero: the usual setting of formula fields, never that of rules. */
  readonly areBlanksZero: boolean;
}

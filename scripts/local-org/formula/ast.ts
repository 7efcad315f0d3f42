/** The tree of a formula. `at` is the offset in the text. */
import type { Decimal } from '../library/system/Decimal';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export type FormulaNode =
  | { readonly kind: 'literal'; readonly value: string | boolean | Decimal | null; readonly at: number }
  /** `Name`, `Owner.Name`, `$User.Id`. A polymorphic step may name its object: `Owner:User.Email`. */
  | { readonly kind: 'reference'; readonly path: readonly string[]; readonly at: number }
  /** Name in upper case. */
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly FormulaNode[]; readonly at: number }
  | { readonly kind: 'not' | 'negate'; readonly operand: FormulaNode; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      readonly at: number;
    };

/** The text is no formula, or has parts that the local org does not know. */
export class FormulaSyntaxError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** `#Error!`: the formula has no value for this record, for example after a division by zero. */
export class FormulaValueError extends Error {}

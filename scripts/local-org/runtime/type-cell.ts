/** What compiled code holds of a user type: one cell for each type of a program, whichever file declares it. */
import type { ApexEnumValue } from './objects';
import { currentTransaction } from './transaction';
import type { Transaction } from './transaction';

/** The static fields of one class in one transaction. */
export type Statics = Record<string, unknown>;

/** A compiled class: static methods stand on it under their keys. */
export type CompiledClass = (new () => object) & Record<string, unknown>;

/** What the generated code says of a class when its turn to be defined comes. */
export interface ClassDefinition {
  readonly cls: CompiledClass;
  readonly blank: () => Statics;
  /** Runs the static initialisers in the order of the source; null when there are none. */
  readonly initialize: ((statics: Statics) => void) | null;
}

export class TypeCell {
  readonly name: string;
  /** Null until the class is defined, and for interfaces. */
  cls: CompiledClass | null = null;
  /** The constants of an enum by name in lower case. */
  constants: Readonly<Record<string, ApexEnumValue>> = {};
  private definition: ClassDefinition | null = null;
  private transaction: Transaction | null = null;
  private values: Statics = {};

  /** Initialised before this one. */
  private readonly base: () => TypeCell | null;

  /** @param base answers the cell of the base class, once the class is defined */
  constructor(name: string, base: () => TypeCell | null = () => null) {
    this.name = name;
    this.base = base;
  }

  define(definition: ClassDefinition): void {
    this.definition = definition;
    this.cls = definition.cls;
  }

  /** The static fields in the current transaction. The first use runs the static initialisers. */
  statics(): Statics {
    const transaction = currentTransaction();
    return transaction === this.transaction ? this.values : this.load(transaction);
  }

  private load(transaction: Transaction): Statics {
    const store = transaction.statics ?? transaction.state;
    let values = store.get(this) as Statics | undefined;
    const isFirstUse = values === undefined;
    if (isFirstUse) this.base()?.statics();
    values ??= this.definition?.blank() ?? {};
    store.set(this, values);
    this.transaction = transaction;
    this.values = values;
    if (isFirstUse) this.initialize(values, store);
    return values;
  }

  /** After a failed initialisation the next use fails again. */
  private initialize(values: Statics, store: Map<unknown, unknown>): void {
    try {
      this.definition?.initialize?.(values);
    } catch (error) {
      store.delete(this);
      this.transaction = null;
      throw error;
    }
  }
}

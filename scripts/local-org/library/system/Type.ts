/** `System.Type`: a type as a value, `Foo.class`. */

/** Immutable. `name` is spelt as `typeName()` prints it: `Outer.Inner`, `List<Account>`, `Exception`. */
export class ApexType {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexType && other.name.toLowerCase() === this.name.toLowerCase();
  }

  toString(): string {
    return this.name;
  }
}

/** `System.Collator`: the order of words in the language of the user. */
import { platformType } from '../registry';

class ApexCollator {
  readonly #order = new Intl.Collator('en-US');

  /** Null comes first. */
  compare(a: string | null, b: string | null): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return Math.sign(this.#order.compare(a, b));
  }
}

platformType({
  name: 'System.Collator',
  jsClass: ApexCollator,
  statics: { getInstance: () => new ApexCollator() },
  methods: { compare: (self: ApexCollator, a: string | null, b: string | null) => self.compare(a, b) }
});

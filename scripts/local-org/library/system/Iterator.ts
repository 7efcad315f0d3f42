/** `System.Iterator` over the elements of a collection. Iterators of user classes are user objects. */
import { newException } from '../../runtime/exceptions';
import { ApexObject, callMethod } from '../../runtime/objects';
import { platformType } from '../registry';

export class ApexIterator {
  readonly #items: readonly unknown[];
  #next = 0;

  constructor(items: readonly unknown[]) {
    this.#items = items;
  }

  hasNext(): boolean {
    return this.#next < this.#items.length;
  }

  next(): unknown {
    if (!this.hasNext()) throw newException('System.NoSuchElementException', 'No more elements.');
    return this.#items[this.#next++];
  }
}

type AnyIterator = ApexIterator | ApexObject;

platformType({
  name: 'System.Iterator',
  isInstance: (value) =>
    value instanceof ApexIterator || (value instanceof ApexObject && value.$type.assignableTo.has('iterator')),
  methods: {
    hasNext: (self: AnyIterator) =>
      self instanceof ApexIterator ? self.hasNext() : callMethod(self, 'hasNext', [], []),
    next: (self: AnyIterator) => (self instanceof ApexIterator ? self.next() : callMethod(self, 'next', [], []))
  }
});

/** Maps of describes: keys are API names in lower case and are found whatever the case of the question. */
import { ApexMap } from '../system/Map';

export class NameMap extends ApexMap {
  readonly #findOther: (name: string) => unknown;

  /**
   * @param findOther answers names that are not among the entries; global describes know more objects than they list
   */
  constructor(
    valueType: string,
    entries: Iterable<readonly [string, unknown]>,
    findOther: (name: string) => unknown = () => null
  ) {
    super('String', valueType);
    this.#findOther = findOther;
    for (const [name, value] of entries) this.put(name.toLowerCase(), value);
  }

  override get(key: unknown): unknown {
    return super.get(lower(key)) ?? (typeof key === 'string' ? this.#findOther(key) : null);
  }

  override has(key: unknown): boolean {
    return super.has(lower(key)) || (typeof key === 'string' && this.#findOther(key) !== null);
  }

  override delete(key: unknown): unknown {
    return super.delete(lower(key));
  }
}

function lower(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}

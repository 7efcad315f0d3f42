import { newException } from '../../runtime/exceptions';

interface Container {
  readonly kind: 'object' | 'array';
  count: number;
}

/**
 * Writes JSON text. Pretty text is laid out as Jackson does: a line for each field, arrays on one line.
 */
export class JsonWriter {
  readonly #isPretty: boolean;
  readonly #parts: string[] = [];
  readonly #open: Container[] = [];
  #objectDepth = 0;
  #hasName = false;

  constructor(isPretty: boolean) {
    this.#isPretty = isPretty;
  }

  get text(): string {
    return this.#parts.join('');
  }

  startObject(): void {
    this.#beforeValue('start an object');
    this.#parts.push('{');
    this.#open.push({ kind: 'object', count: 0 });
    this.#objectDepth++;
  }

  endObject(): void {
    const container = this.#leave('object');
    this.#objectDepth--;
    if (this.#isPretty) this.#parts.push(container.count === 0 ? ' ' : this.#newLine());
    this.#parts.push('}');
  }

  startArray(): void {
    this.#beforeValue('start an array');
    this.#parts.push('[');
    this.#open.push({ kind: 'array', count: 0 });
  }

  endArray(): void {
    this.#leave('array');
    this.#parts.push(this.#isPretty ? ' ]' : ']');
  }

  fieldName(name: string): void {
    const container = this.#open.at(-1);
    if (container?.kind !== 'object' || this.#hasName)
      throw newException('System.JSONException', 'Can not write a field name, expecting a value');
    if (container.count++ > 0) this.#parts.push(',');
    if (this.#isPretty) this.#parts.push(this.#newLine());
    this.#parts.push(JSON.stringify(name), this.#isPretty ? ' : ' : ':');
    this.#hasName = true;
  }

  string(text: string): void {
    this.raw(JSON.stringify(text), 'write text value');
  }

  /** A value that is JSON already: a number, `true`, `null`. */
  raw(json: string, what = 'write a value'): void {
    this.#beforeValue(what);
    this.#parts.push(json);
  }

  /** Closes what is open, as Jackson's `close` does. */
  close(): void {
    for (let container = this.#open.at(-1); container; container = this.#open.at(-1)) {
      if (container.kind === 'object') this.endObject();
      else this.endArray();
    }
  }

  #beforeValue(what: string): void {
    const container = this.#open.at(-1);
    if (container?.kind === 'object' && !this.#hasName)
      throw newException('System.JSONException', `Can not ${what}, expecting field name`);
    this.#hasName = false;
    if (container?.kind !== 'array') return;
    if (container.count++ > 0) this.#parts.push(this.#isPretty ? ', ' : ',');
    else if (this.#isPretty) this.#parts.push(' ');
  }

  #leave(kind: 'object' | 'array'): Container {
    const container = this.#open.at(-1);
    if (container?.kind !== kind)
      throw newException('System.JSONException', `Current context not an ${kind} but ${container?.kind ?? 'root'}`);
    this.#open.pop();
    return container;
  }

  #newLine(): string {
    return `\n${'  '.repeat(this.#objectDepth)}`;
  }
}

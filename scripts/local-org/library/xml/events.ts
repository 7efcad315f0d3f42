/** Reads XML 1.0 with namespaces, event by event. External entities and document types are refused. */
import { newException } from '../../runtime/exceptions';
import { unescapeXml } from '../text/escape';

export interface QualifiedName {
  /** Null for none. */
  readonly prefix: string | null;
  readonly localName: string;
  readonly namespace: string | null;
}

export interface XmlAttribute extends QualifiedName {
  readonly value: string;
}

/** A namespace declaration; the prefix of the default namespace is null. */
export interface XmlNamespace {
  readonly prefix: string | null;
  readonly uri: string;
}

export type XmlEvent =
  | { readonly kind: 'START_DOCUMENT'; readonly version: string }
  | ({
      readonly kind: 'START_ELEMENT';
      readonly attributes: readonly XmlAttribute[];
      readonly namespaces: readonly XmlNamespace[];
    } & QualifiedName)
  | ({ readonly kind: 'END_ELEMENT'; readonly namespaces: readonly XmlNamespace[] } & QualifiedName)
  | { readonly kind: 'CHARACTERS' | 'CDATA' | 'COMMENT'; readonly text: string }
  | { readonly kind: 'PROCESSING_INSTRUCTION'; readonly target: string; readonly data: string }
  | { readonly kind: 'END_DOCUMENT' };

interface OpenElement {
  readonly name: string;
  readonly qualified: QualifiedName;
  readonly namespaces: readonly XmlNamespace[];
  readonly scope: ReadonlyMap<string, string>;
}

const NAME = '[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*(?::[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*)?';
const START_TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const END_TAG = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** @throws System.XmlException for text that is no well-formed XML */
export function readXml(source: string): XmlEvent[] {
  return new XmlReader(source).read();
}

class XmlReader {
  readonly #source: string;
  readonly #events: XmlEvent[] = [];
  readonly #open: OpenElement[] = [];
  #at = 0;
  #hasRoot = false;

  constructor(source: string) {
    this.#source = source.replace(/^\ufeff/, '');
  }

  read(): XmlEvent[] {
    const declaration = this.#match(/<\?xml\s+version\s*=\s*["']([\d.]+)["'][^?]*\?>/y);
    this.#events.push({ kind: 'START_DOCUMENT', version: declaration?.[1] ?? '1.0' });
    while (this.#at < this.#source.length) this.#next();
    const unclosed = this.#open.at(-1);
    if (unclosed) this.#fail(`The element type "${unclosed.name}" must be terminated by the matching end-tag`);
    if (!this.#hasRoot) this.#fail('Premature end of file');
    this.#events.push({ kind: 'END_DOCUMENT' });
    return this.#events;
  }

  #next(): void {
    const text = this.#match(/[^<]+/y);
    if (text) return this.#characters(text[0]);
    const comment = this.#match(/<!--([\s\S]*?)-->/y);
    if (comment) return this.#push({ kind: 'COMMENT', text: comment[1] ?? '' });
    const data = this.#match(/<!\[CDATA\[([\s\S]*?)\]\]>/y);
    if (data) return this.#push({ kind: 'CDATA', text: data[1] ?? '' });
    const instruction = this.#match(/<\?([\w.-]+)\s*([\s\S]*?)\?>/y);
    if (instruction)
      return this.#push({ kind: 'PROCESSING_INSTRUCTION', target: instruction[1] ?? '', data: instruction[2] ?? '' });
    const end = this.#match(END_TAG);
    if (end) return this.#endElement(end[1] ?? '');
    const start = this.#match(START_TAG);
    if (start) return this.#startElement(start[1] ?? '', start[2] ?? '', start[3] === '/');
    return this.#fail('Malformed markup');
  }

  #characters(raw: string): void {
    if (this.#open.length > 0) this.#push({ kind: 'CHARACTERS', text: unescapeXml(raw) });
    else if (raw.trim() !== '') this.#fail('Content is not allowed outside of the root element');
  }

  #startElement(name: string, attributeText: string, isEmpty: boolean): void {
    if (this.#open.length === 0 && this.#hasRoot)
      this.#fail('The markup following the root element must be well-formed');
    this.#hasRoot = true;
    const pairs = [...attributeText.matchAll(ATTRIBUTE)].map(
      (match) => [match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? '')] as const
    );
    const namespaces = pairs
      .filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
      .map(([key, uri]) => ({ prefix: key === 'xmlns' ? null : key.slice(6), uri }));
    const scope = new Map(this.#open.at(-1)?.scope ?? [['xml', XML_NAMESPACE]]);
    for (const { prefix, uri } of namespaces) scope.set(prefix ?? '', uri);
    const attributes = pairs
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => ({ ...this.#qualified(key, scope, false), value }));
    const qualified = this.#qualified(name, scope, true);
    this.#push({ kind: 'START_ELEMENT', ...qualified, attributes, namespaces });
    this.#open.push({ name, qualified, namespaces, scope });
    if (isEmpty) this.#endElement(name);
  }

  #endElement(name: string): void {
    const open = this.#open.pop();
    if (open?.name !== name) return this.#fail(`The end-tag "${name}" has no start-tag`);
    this.#push({ kind: 'END_ELEMENT', ...open.qualified, namespaces: open.namespaces });
  }

  /** Attributes without a prefix have no namespace, elements the default one. */
  #qualified(name: string, scope: ReadonlyMap<string, string>, isElement: boolean): QualifiedName {
    const [first = '', second] = name.split(':');
    if (second === undefined)
      return { prefix: null, localName: first, namespace: (isElement ? scope.get('') : undefined) ?? null };
    const namespace = scope.get(first);
    if (namespace === undefined) return this.#fail(`The prefix "${first}" for "${name}" is not bound`);
    return { prefix: first, localName: second, namespace };
  }

  #push(event: XmlEvent): void {
    this.#events.push(event);
  }

  #match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#source);
    if (match) this.#at += match[0].length;
    return match;
  }

  #fail(problem: string): never {
    const line = this.#source.slice(0, this.#at).split('\n').length;
    throw newException('System.XmlException', `Failed to parse XML due to: ${problem} (line ${line})`);
  }
}

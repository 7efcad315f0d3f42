/** The tree behind `Dom.Document`. */
import { newException } from '../../runtime/exceptions';
import { readXml } from '../xml/events';
import { attributeText, elementText, qualifiedName } from '../xml/text';

export interface NodeAttribute {
  readonly key: string;
  readonly namespace: string | null;
  readonly prefix: string | null;
  readonly value: string;
}

export type NodeKind = 'COMMENT' | 'ELEMENT' | 'TEXT';

/** `Dom.XmlNode`: an element, a text or a comment. */
export class XmlNode {
  readonly kind: NodeKind;
  /** Of elements; empty for others. */
  readonly name: string;
  readonly namespace: string | null;
  readonly prefix: string | null;
  /** Of texts and comments. */
  readonly content: string;
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  attributes: NodeAttribute[] = [];
  /** Declared on this element: prefix (empty for the default one) → URI. */
  readonly declarations = new Map<string, string>();

  /** Use {@link element}, {@link text} and {@link comment}. */
  constructor(kind: NodeKind, name: string, namespace: string | null, prefix: string | null, content: string) {
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.prefix = prefix;
    this.content = content;
  }

  static element(name: string, namespace: string | null, prefix: string | null): XmlNode {
    return new XmlNode('ELEMENT', name, namespace, prefix, '');
  }

  static text(content: string): XmlNode {
    return new XmlNode('TEXT', '', null, null, content);
  }

  static comment(content: string): XmlNode {
    return new XmlNode('COMMENT', '', null, null, content);
  }

  /** Adds a child at the end, or in front of `before`. */
  add(child: XmlNode, before: XmlNode | null = null): XmlNode {
    if (this.kind !== 'ELEMENT')
      throw newException('System.XmlException', `Nodes of the type ${this.kind} have no children`);
    const at = before ? this.children.indexOf(before) : this.children.length;
    if (at < 0) throw newException('System.XmlException', 'The reference node is no child of this node');
    child.parent = this;
    this.children.splice(at, 0, child);
    return child;
  }

  remove(child: XmlNode): boolean {
    const at = this.children.indexOf(child);
    if (at < 0) return false;
    this.children.splice(at, 1);
    child.parent = null;
    return true;
  }

  elements(): XmlNode[] {
    return this.children.filter((child) => child.kind === 'ELEMENT');
  }

  /** The texts directly inside of an element. */
  get text(): string {
    if (this.kind !== 'ELEMENT') return this.content;
    return this.children.map((child) => (child.kind === 'TEXT' ? child.content : '')).join('');
  }

  namespaceFor(prefix: string): string | null {
    return this.declarations.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }

  prefixFor(namespace: string): string | null {
    for (const [prefix, uri] of this.declarations) if (uri === namespace) return prefix;
    return this.parent?.prefixFor(namespace) ?? null;
  }

  setAttribute(attribute: NodeAttribute): void {
    const isSame = (other: NodeAttribute) => other.key === attribute.key && other.namespace === attribute.namespace;
    this.attributes = [...this.attributes.filter((other) => !isSame(other)), attribute];
  }

  /** Declares the namespace of an element when no ancestor has done so. */
  declare(prefix: string | null, namespace: string | null): void {
    if (namespace !== null && this.namespaceFor(prefix ?? '') !== namespace)
      this.declarations.set(prefix ?? '', namespace);
  }

  toXml(): string {
    if (this.kind === 'TEXT') return elementText(this.content);
    if (this.kind === 'COMMENT') return `<!--${this.content}-->`;
    const name = qualifiedName(this.prefix, this.name);
    const namespaces = [...this.declarations].map(
      ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${attributeText(uri)}"`
    );
    const attributes = this.attributes.map(
      ({ prefix, key, value }) => ` ${qualifiedName(prefix, key)}="${attributeText(value)}"`
    );
    const start = `<${name}${namespaces.join('')}${attributes.join('')}`;
    return this.children.length === 0
      ? `${start} />`
      : `${start}>${this.children.map((child) => child.toXml()).join('')}</${name}>`;
  }
}

/** The root element of an XML text. @throws System.XmlException */
export function parseDocument(source: string): XmlNode {
  let root: XmlNode | null = null;
  let current = null as XmlNode | null;
  for (const event of readXml(source)) {
    if (event.kind === 'START_ELEMENT') {
      const element: XmlNode = XmlNode.element(event.localName, event.namespace, event.prefix);
      for (const { prefix, uri } of event.namespaces) element.declarations.set(prefix ?? '', uri);
      element.attributes = event.attributes.map(({ localName, namespace, prefix, value }) => ({
        key: localName,
        namespace,
        prefix,
        value
      }));
      if (current) current.add(element);
      else root = element;
      current = element;
    } else if (event.kind === 'END_ELEMENT') current = current?.parent ?? null;
    else if (event.kind === 'CHARACTERS' || event.kind === 'CDATA') current?.add(XmlNode.text(event.text));
    else if (event.kind === 'COMMENT') current?.add(XmlNode.comment(event.text));
  }
  if (!root) throw newException('System.XmlException', 'Failed to parse XML due to: Premature end of file');
  return root;
}

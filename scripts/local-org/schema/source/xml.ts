/** Metadata XML as a tree that is asked for what it should hold. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

type RawElement = string | { readonly [name: string]: readonly RawElement[] | string };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute
});

/** One element. Asking for what is not there gives null, so that each reader says its own default. */
export class XmlElement {
  readonly name: string;
  private readonly raw: RawElement;

  constructor(name: string, raw: RawElement) {
    this.name = name;
    this.raw = raw;
  }

  /** The child elements of a name, in order. */
  all(name: string): XmlElement[] {
    if (typeof this.raw === 'string') return [];
    const found = this.raw[name];
    return Array.isArray(found) ? found.map((raw: RawElement) => new XmlElement(name, raw)) : [];
  }

  first(name: string): XmlElement | null {
    return this.all(name)[0] ?? null;
  }

  /** The text of the element itself, as written. */
  get content(): string {
    if (typeof this.raw === 'string') return this.raw;
    const text = this.raw['#text'];
    return typeof text === 'string' ? text : Array.isArray(text) ? text.join('') : '';
  }

  attribute(name: string): string | null {
    if (typeof this.raw === 'string') return null;
    const value = this.raw[`@${name}`];
    return typeof value === 'string' ? value : null;
  }

  /** The trimmed text of a child, or null when the child is absent or empty. */
  text(name: string): string | null {
    const text = this.first(name)?.content.trim();
    return text ? text : null;
  }

  texts(name: string): string[] {
    return this.all(name).map((element) => element.content.trim());
  }

  flag(name: string, otherwise = false): boolean {
    const text = this.text(name);
    return text === null ? otherwise : text.toLowerCase() === 'true';
  }

  number(name: string): number | null {
    const text = this.text(name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  }
}

export class XmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * The root element of a metadata file.
 * @throws XmlError when the text is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw new XmlError(checked.err.msg, checked.err.line);
  const document = parser.parse(text) as Record<string, RawElement[]>;
  const root = Object.keys(document).find((name) => !name.startsWith('?'));
  const raw = root === undefined ? undefined : document[root]?.[0];
  if (root === undefined || raw === undefined) throw new XmlError('The file has no root element', 1);
  return new XmlElement(root, raw);
}

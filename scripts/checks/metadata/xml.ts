/** Metadata XML as a tree whose nodes know their lines. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text between the tags, with entities resolved; white space around it is kept. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** The text is not well-formed XML. */
export class XmlSyntaxError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  captureMetaData: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity }
});

const PLACE = XMLParser.getMetaDataSymbol() as unknown as string;
const ATTRIBUTES = ':@';
const TEXT = '#text';

type RawNode = Readonly<Record<string, unknown>>;

/**
 * The root element of a file.
 * @throws XmlSyntaxError with the line where the text stops being XML
 */
export function parseXml(text: string): XmlNode {
  const result = XMLValidator.validate(text);
  if (result !== true) throw new XmlSyntaxError(result.err.msg, result.err.line);
  refuseUnknownEntities(text);
  const toLine = lineFinder(text);
  const roots = (parser.parse(text) as RawNode[]).filter((raw) => isElement(nameOf(raw)));
  const [root, second] = roots.map((raw) => toNode(raw, toLine));
  if (!root) throw new XmlSyntaxError('The file has no root element.', 1);
  if (second) throw new XmlSyntaxError(`Only one root element is allowed; <${second.name}> is a second.`, second.line);
  return root;
}

/** XML itself knows five names of entities; the validator lets others pass. */
function refuseUnknownEntities(text: string): void {
  const withoutSections = text.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, (section) =>
    section.replace(/[^\n]/g, ' ')
  );
  const unknown = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.exec(withoutSections);
  if (!unknown) return;
  const line = withoutSections.slice(0, unknown.index).split('\n').length;
  throw new XmlSyntaxError('Unknown entity. Write & as &amp; and other characters as they are.', line);
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function nameOf(raw: RawNode): string {
  return Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? '';
}

function isElement(name: string): boolean {
  return name !== '' && !name.startsWith('?') && !name.startsWith('#');
}

function toNode(raw: RawNode, toLine: (offset: number) => number): XmlNode {
  const name = nameOf(raw);
  const content = (raw[name] ?? []) as RawNode[];
  const place = raw[PLACE] as { startIndex: number } | undefined;
  return {
    name,
    attributes: (raw[ATTRIBUTES] ?? {}) as Record<string, string>,
    children: content.filter((child) => isElement(nameOf(child))).map((child) => toNode(child, toLine)),
    text: content.map((child) => (TEXT in child ? String(child[TEXT]) : '')).join(''),
    line: place ? toLine(place.startIndex) : 1
  };
}

/** The child elements of a name, in order. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** The trimmed text of a child; undefined when it is absent or empty. */
export function textOf(node: XmlNode, name: string): string | undefined {
  return childOf(node, name)?.text.trim() || undefined;
}

export function isTrue(node: XmlNode, name: string): boolean {
  return textOf(node, name) === 'true';
}

/** All elements of a name at any depth. */
export function descendantsOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);
}

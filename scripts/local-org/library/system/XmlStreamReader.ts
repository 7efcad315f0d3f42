/** `System.XmlStreamReader` and `System.XmlTag`. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { enumValue, extendPlatformType, platformType } from '../registry';
import { readXml } from '../xml/events';
import type { XmlAttribute, XmlEvent, XmlNamespace } from '../xml/events';
import type { ApexHttpResponse } from './Http';

/** Constants with the numbers of `javax.xml.stream.XMLStreamConstants`, which `next` answers. */
const EVENT_NUMBERS: Readonly<Record<XmlEvent['kind'], number>> = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  PROCESSING_INSTRUCTION: 3,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8,
  CDATA: 12
};

type Element = Extract<XmlEvent, { readonly namespaces: readonly XmlNamespace[] }>;

class XmlStreamReader {
  readonly #events: readonly XmlEvent[];
  #at = 0;

  constructor(source: string) {
    this.#events = readXml(source);
  }

  get event(): XmlEvent {
    return this.#events[this.#at] ?? { kind: 'END_DOCUMENT' };
  }

  get hasNext(): boolean {
    return this.#at < this.#events.length - 1;
  }

  next(): number {
    if (!this.hasNext) throw newException('System.NoSuchElementException', 'No more events');
    this.#at++;
    return EVENT_NUMBERS[this.event.kind];
  }

  /** Goes on to the next tag, over space, comments and instructions. */
  nextTag(): number {
    for (let number = this.next(); ; number = this.next()) {
      const { event } = this;
      if (event.kind === 'START_ELEMENT' || event.kind === 'END_ELEMENT') return number;
      if ('text' in event && event.kind !== 'COMMENT' && event.text.trim() !== '')
        throw newException('System.XmlException', 'expected start or end tag');
    }
  }

  get element(): Element {
    const { event } = this;
    if (event.kind === 'START_ELEMENT' || event.kind === 'END_ELEMENT') return event;
    throw newException('System.XmlException', `${event.kind} has no name`);
  }

  get attributes(): readonly XmlAttribute[] {
    const { event } = this;
    if (event.kind === 'START_ELEMENT') return event.attributes;
    throw newException('System.XmlException', `${event.kind} has no attributes`);
  }

  attributeAt(index: number): XmlAttribute {
    const attribute = this.attributes[index];
    if (!attribute) throw newException('System.XmlException', `Attribute index out of bounds: ${index}`);
    return attribute;
  }

  get text(): string | null {
    return 'text' in this.event ? this.event.text : null;
  }
}

platformType({
  name: 'System.XmlTag',
  enumConstants: [
    'ATTRIBUTE',
    'CDATA',
    'CHARACTERS',
    'COMMENT',
    'DTD',
    'END_DOCUMENT',
    'END_ELEMENT',
    'ENTITY_DECLARATION',
    'ENTITY_REFERENCE',
    'NAMESPACE',
    'NOTATION_DECLARATION',
    'PROCESSING_INSTRUCTION',
    'SPACE',
    'START_DOCUMENT',
    'START_ELEMENT'
  ]
});

function attributeValue(self: XmlStreamReader, namespace: string | null, localName: string | null): string | null {
  const found = self.attributes.find(
    (attribute) => attribute.localName === localName && (namespace === null || attribute.namespace === namespace)
  );
  return found?.value ?? null;
}

platformType({
  name: 'System.XmlStreamReader',
  jsClass: XmlStreamReader,
  constructors: { '(String)': (source: string | null) => new XmlStreamReader(required(source)) },
  methods: {
    getAttributeCount: (self: XmlStreamReader) => self.attributes.length,
    getAttributeLocalName: (self: XmlStreamReader, index: number) => self.attributeAt(index).localName,
    getAttributeNamespace: (self: XmlStreamReader, index: number) => self.attributeAt(index).namespace,
    getAttributePrefix: (self: XmlStreamReader, index: number) => self.attributeAt(index).prefix,
    getAttributeType: (self: XmlStreamReader, index: number) => self.attributeAt(index) && 'CDATA',
    getAttributeValue: attributeValue,
    getAttributeValueAt: (self: XmlStreamReader, index: number) => self.attributeAt(index).value,
    getEventType: (self: XmlStreamReader) => enumValue('System.XmlTag', self.event.kind),
    getLocalName: (self: XmlStreamReader) => self.element.localName,
    getNamespace: (self: XmlStreamReader) => self.element.namespace,
    getNamespaceCount: (self: XmlStreamReader) => self.element.namespaces.length,
    getNamespacePrefix: (self: XmlStreamReader, index: number) => self.element.namespaces[index]?.prefix ?? null,
    getNamespaceURIAt: (self: XmlStreamReader, index: number) => self.element.namespaces[index]?.uri ?? null,
    getPIData: (self: XmlStreamReader) => (self.event.kind === 'PROCESSING_INSTRUCTION' ? self.event.data : null),
    getPITarget: (self: XmlStreamReader) => (self.event.kind === 'PROCESSING_INSTRUCTION' ? self.event.target : null),
    getPrefix: (self: XmlStreamReader) => self.element.prefix,
    getText: (self: XmlStreamReader) => self.text,
    getVersion: (self: XmlStreamReader) => (self.event.kind === 'START_DOCUMENT' ? self.event.version : null),
    hasName: (self: XmlStreamReader) => self.event.kind === 'START_ELEMENT' || self.event.kind === 'END_ELEMENT',
    hasNext: (self: XmlStreamReader) => self.hasNext,
    hasText: (self: XmlStreamReader) => self.text !== null,
    isCharacters: (self: XmlStreamReader) => self.event.kind === 'CHARACTERS',
    isEndElement: (self: XmlStreamReader) => self.event.kind === 'END_ELEMENT',
    isStartElement: (self: XmlStreamReader) => self.event.kind === 'START_ELEMENT',
    isWhitespace: (self: XmlStreamReader) => self.event.kind === 'CHARACTERS' && self.event.text.trim() === '',
    next: (self: XmlStreamReader) => self.next(),
    nextTag: (self: XmlStreamReader) => self.nextTag(),
    /** Adjacent text always comes in one piece, and namespaces are always understood. */
    setCoalescing: () => null,
    setNamespaceAware: () => null
  }
});

extendPlatformType('System.HttpResponse', {
  methods: { getXmlStreamReader: (self: ApexHttpResponse) => new XmlStreamReader(self.bodyText) }
});

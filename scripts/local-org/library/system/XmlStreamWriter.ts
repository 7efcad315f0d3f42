/** `System.XmlStreamWriter`. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { attributeText, elementText, qualifiedName } from '../xml/text';

type Text = string | null;

class XmlStreamWriter {
  #text = '';
  /** Names of the elements that are not closed. */
  readonly #open: string[] = [];
  #tag: 'none' | 'start' | 'empty' = 'none';

  get text(): string {
    return this.#text;
  }

  /** Ends a tag that still takes attributes, and writes on. */
  write(text: string): void {
    if (this.#tag !== 'none') this.#text += this.#tag === 'empty' ? '/>' : '>';
    this.#tag = 'none';
    this.#text += text;
  }

  start(name: string, isEmpty: boolean): void {
    this.write(`<${name}`);
    this.#tag = isEmpty ? 'empty' : 'start';
    if (!isEmpty) this.#open.push(name);
  }

  attribute(name: string, value: string): void {
    if (this.#tag === 'none') throw newException('System.XmlException', 'Attribute not associated with any element');
    this.#text += ` ${name}="${attributeText(value)}"`;
  }

  end(): void {
    const name = this.#open.pop();
    if (name === undefined) throw newException('System.XmlException', 'No element was found to write');
    this.write(`</${name}>`);
  }

  endDocument(): void {
    this.write('');
    while (this.#open.length > 0) this.end();
  }
}

platformType({
  name: 'System.XmlStreamWriter',
  jsClass: XmlStreamWriter,
  constructors: { '()': () => new XmlStreamWriter() },
  methods: {
    close: (self: XmlStreamWriter) => self.write(''),
    getXmlString: (self: XmlStreamWriter) => self.text,
    /** The declaration itself is written with `writeDefaultNamespace`. */
    setDefaultNamespace: () => null,
    writeAttribute: (self: XmlStreamWriter, prefix: Text, _namespace: Text, name: Text, value: Text) =>
      self.attribute(qualifiedName(prefix, required(name)), value ?? ''),
    writeCData: (self: XmlStreamWriter, data: Text) => self.write(`<![CDATA[${required(data)}]]>`),
    writeCharacters: (self: XmlStreamWriter, text: Text) => self.write(elementText(required(text))),
    writeComment: (self: XmlStreamWriter, text: Text) => self.write(`<!--${required(text)}-->`),
    writeDefaultNamespace: (self: XmlStreamWriter, namespace: Text) => self.attribute('xmlns', required(namespace)),
    writeEmptyElement: (self: XmlStreamWriter, prefix: Text, name: Text) =>
      self.start(qualifiedName(prefix, required(name)), true),
    writeEndDocument: (self: XmlStreamWriter) => self.endDocument(),
    writeEndElement: (self: XmlStreamWriter) => self.end(),
    writeNamespace: (self: XmlStreamWriter, prefix: Text, namespace: Text) =>
      self.attribute(`xmlns:${required(prefix)}`, required(namespace)),
    writeProcessingInstruction: (self: XmlStreamWriter, target: Text, data: Text) =>
      self.write(`<?${required(target)} ${data ?? ''}?>`),
    writeStartDocument: (self: XmlStreamWriter, encoding: Text, version: Text) =>
      self.write(`<?xml version="${version ?? '1.0'}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`),
    writeStartElement: (self: XmlStreamWriter, prefix: Text, name: Text) =>
      self.start(qualifiedName(prefix, required(name)), false)
  }
});

/** `Dom.Document`, `Dom.XmlNode` and `Dom.XmlNodeType`. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { enumValue, extendPlatformType, platformType } from '../registry';
import type { ApexHttpRequest, ApexHttpResponse } from '../system/Http';
import { ApexList } from '../system/List';
import { parseDocument, XmlNode } from './nodes';

type Text = string | null;

class XmlDocument {
  root: XmlNode | null = null;

  toXml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.toXml() ?? ''}`;
  }
}

const nodes = (items: XmlNode[]) => new ApexList('Dom.XmlNode', items);
const elementOf = (name: Text, namespace: Text, prefix: Text) =>
  XmlNode.element(required(name), namespace, prefix === '' ? null : prefix);

function createRootElement(self: XmlDocument, name: Text, namespace: Text, prefix: Text): XmlNode {
  if (self.root) throw newException('System.XmlException', 'The document has a root element already');
  self.root = elementOf(name, namespace, prefix);
  self.root.declare(self.root.prefix, namespace);
  return self.root;
}

function addChildElement(self: XmlNode, name: Text, namespace: Text, prefix: Text): XmlNode {
  const child = self.add(elementOf(name, namespace, prefix));
  child.declare(child.prefix, namespace);
  return child;
}

function setAttributeNs(self: XmlNode, key: Text, value: Text, keyNamespace: Text): void {
  const prefix = keyNamespace === null ? null : self.prefixFor(keyNamespace);
  self.setAttribute({ key: required(key), value: value ?? '', namespace: keyNamespace, prefix });
}

function attributeAt(self: XmlNode, index: number) {
  const attribute = self.attributes[index];
  if (!attribute) throw newException('System.XmlException', `Attribute index out of bounds: ${index}`);
  return attribute;
}

function attributeValue(self: XmlNode, key: Text, namespace: Text): Text {
  return self.attributes.find((attribute) => attribute.key === key && attribute.namespace === namespace)?.value ?? null;
}

function removeAttribute(self: XmlNode, key: Text, namespace: Text): boolean {
  const before = self.attributes.length;
  self.attributes = self.attributes.filter((attribute) => attribute.key !== key || attribute.namespace !== namespace);
  return self.attributes.length < before;
}

platformType({ name: 'dom.XmlNodeType', enumConstants: ['COMMENT', 'ELEMENT', 'TEXT'] });

platformType({
  name: 'dom.Document',
  jsClass: XmlDocument,
  constructors: { '()': () => new XmlDocument() },
  methods: {
    createRootElement,
    getRootElement: (self: XmlDocument) => self.root,
    load: (self: XmlDocument, source: Text) => {
      self.root = parseDocument(required(source));
    },
    toXmlString: (self: XmlDocument) => self.toXml()
  }
});

platformType({
  name: 'dom.XmlNode',
  jsClass: XmlNode,
  methods: {
    addChildElement,
    addCommentNode: (self: XmlNode, text: Text) => self.add(XmlNode.comment(required(text))),
    addTextNode: (self: XmlNode, text: Text) => self.add(XmlNode.text(required(text))),
    getAttribute: attributeValue,
    getAttributeCount: (self: XmlNode) => self.attributes.length,
    getAttributeKeyAt: (self: XmlNode, index: number) => attributeAt(self, index).key,
    getAttributeKeyNsAt: (self: XmlNode, index: number) => attributeAt(self, index).namespace,
    getAttributeValue: attributeValue,
    getAttributeValueNs: (self: XmlNode, key: Text, namespace: Text) =>
      self.attributes.find((attribute) => attribute.key === key && attribute.namespace === namespace)?.namespace ??
      null,
    getChildElement: (self: XmlNode, name: Text, namespace: Text) =>
      self.elements().find((child) => child.name === name && child.namespace === namespace) ?? null,
    getChildElements: (self: XmlNode) => nodes(self.elements()),
    getChildren: (self: XmlNode) => nodes([...self.children]),
    getName: (self: XmlNode) => self.name,
    getNamespace: (self: XmlNode) => self.namespace,
    getNamespaceFor: (self: XmlNode, prefix: Text) => self.namespaceFor(prefix ?? ''),
    getNodeType: (self: XmlNode) => enumValue('dom.XmlNodeType', self.kind),
    getParent: (self: XmlNode) => self.parent,
    getPrefixFor: (self: XmlNode, namespace: Text) => self.prefixFor(required(namespace)),
    getText: (self: XmlNode) => self.text,
    insertBefore: (self: XmlNode, child: XmlNode | null, before: XmlNode | null) => self.add(required(child), before),
    removeAttribute,
    removeChild: (self: XmlNode, child: XmlNode | null) => self.remove(required(child)),
    setAttribute: (self: XmlNode, key: Text, value: Text) =>
      self.setAttribute({ key: required(key), value: value ?? '', namespace: null, prefix: null }),
    setAttributeNs,
    setNamespace: (self: XmlNode, prefix: Text, namespace: Text) => {
      self.declarations.set(prefix ?? '', required(namespace));
    }
  }
});

function documentOf(text: string): XmlDocument {
  const document = new XmlDocument();
  document.root = parseDocument(text);
  return document;
}

extendPlatformType('System.HttpRequest', {
  methods: {
    getBodyDocument: (self: ApexHttpRequest) => documentOf(self.bodyText),
    setBodyDocument: (self: ApexHttpRequest, document: XmlDocument | null) => {
      self.bodyText = required(document).toXml();
    }
  }
});
extendPlatformType('System.HttpResponse', {
  methods: { getBodyDocument: (self: ApexHttpResponse) => documentOf(self.bodyText) }
});

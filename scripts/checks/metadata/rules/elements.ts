import { suggestion } from '../suggestion';
import { declaredTypes, type DeclaredElement, type DeclaredTypes } from '../declared-types';
import type { MetadataFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import type { XmlNode } from '../xml';

/**
 * Elements that a deployment takes although the declarations leave their content open: the targets of components are
 * a small language of their own (see `lightning-components`), and values of records carry their type with them.
 */
const OPEN_TYPES = new Set(['any', 'unknown', 'string']);
const OPEN_ELEMENTS = new Set(['targetConfigs', 'capabilities']);
/** Set by the name of the file, or by what stands around. */
const NEVER_REQUIRED = new Set(['fullName', 'content']);

/**
 * Element names, their nesting and their values: what is not in the WSDL of the Metadata API fails with "Element x
 * invalid at this location" or "x is not a valid value for the enum y".
 */
export const elements: MetadataRule = {
  name: 'elements',
  check({ files }, report) {
    const types = declaredTypes();
    for (const file of files) {
      if (file.root && file.type && types.elementsOf(file.type.name) && file.root.name === file.type.name)
        checkElement({ file, types, report }, file.root, file.type.name);
    }
  }
};

interface Checking {
  readonly file: MetadataFile;
  readonly types: DeclaredTypes;
  readonly report: Report;
}

function checkElement(checking: Checking, node: XmlNode, type: string): void {
  const { file, types, report } = checking;
  const declared = types.elementsOf(type);
  if (!declared) return;
  const seen = new Set<string>();
  for (const child of node.children) {
    const element = declared.get(child.name);
    if (!element) {
      report(
        file,
        child,
        `<${child.name}> is no element of <${node.name}> (${type}).${suggestion(child.name, declared.keys())}`
      );
      continue;
    }
    if (seen.has(child.name) && !element.isRepeated)
      report(file, child, `<${child.name}> stands twice in <${node.name}>. Keep one.`);
    seen.add(child.name);
    checkValue(checking, child, element);
  }
  for (const element of declared.values()) {
    if (element.isRequired && !seen.has(element.name) && !NEVER_REQUIRED.has(element.name))
      report(file, node, `<${node.name}> lacks the required <${element.name}>. Add it.`);
  }
  if (node.text.trim() !== '')
    report(file, node, `<${node.name}> holds elements; the text "${node.text.trim()}" may not stand in it.`);
}

function checkValue(checking: Checking, node: XmlNode, element: DeclaredElement): void {
  const { file, types, report } = checking;
  const text = node.text.trim();
  if (OPEN_ELEMENTS.has(element.name)) return;
  if (types.elementsOf(element.type)) return checkElement(checking, node, element.type);
  const [child] = node.children;
  if (child) report(file, child, `<${child.name}> may not stand in <${node.name}>, which holds a plain value.`);
  const values = types.valuesOf(element.type);
  if (values && !values.has(text))
    report(file, node, `"${text}" is no value of <${node.name}> (${element.type}).${suggestion(text, values)}`);
  else if (element.type === 'boolean' && !/^(true|false)$/.test(text))
    report(file, node, `<${node.name}> is true or false, not "${text}".`);
  else if (element.type === 'number' && !/^-?\d+(\.\d+)?$/.test(text))
    report(file, node, `<${node.name}> is a number, not "${text}".`);
  else if (!values && !OPEN_TYPES.has(element.type) && element.type === 'Date' && !/^\d{4}-\d\d-\d\d/.test(text))
    report(file, node, `<${node.name}> is a date, not "${text}".`);
}

import { basename } from 'node:path';
import type { MetadataFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, childrenOf } from '../xml';

/** Letters, digits and single underscores; a letter first, no underscore last (Metadata API Developer Guide, fullName). */
const DEVELOPER_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const COMPONENT_NAME = /^[a-z][A-Za-z0-9]*$/;

/** Longest names, by type. Those of objects, fields, records and permission sets are known to the schema. */
const NAME_LENGTHS: Readonly<Record<string, number>> = {
  ApexClass: 40,
  ApexTrigger: 40,
  LightningComponentBundle: 40,
  FlexiPage: 80,
  CustomTab: 40,
  CustomApplication: 40,
  QuickAction: 40,
  CspTrustedSite: 80,
  GlobalValueSet: 40,
  Queue: 40,
  Report: 40,
  ReportType: 40,
  Dashboard: 40,
  StaticResource: 40,
  Flow: 80,
  CompactLayout: 40,
  ListView: 40,
  RecordType: 40,
  FieldSet: 40
};
const LABELS = ['label', 'masterLabel', 'pluralLabel', 'relationshipLabel', 'title'];
const LABEL_LENGTHS: Readonly<Record<string, number>> = {
  FlexiPage: 80,
  CustomTab: 40,
  CustomApplication: 40,
  QuickAction: 80,
  ListView: 80,
  CompactLayout: 40,
  LightningComponentBundle: 80,
  ReportType: 50
};

/** Names that the platform takes, and labels for people. */
export const names: MetadataRule = {
  name: 'names',
  check({ files, ofType }, report) {
    for (const file of files) {
      checkName(file, report);
      checkLabels(file, report);
    }
    for (const file of ofType('CustomLabels'))
      for (const label of childrenOf(file.root, 'labels'))
        checkLabelName(file, childOf(label, 'fullName')?.text.trim() ?? '', label.line, report);
  }
};

function checkName(file: MetadataFile, report: Report): void {
  const { type } = file;
  const maximum = NAME_LENGTHS[type?.name ?? ''];
  if (!type || maximum === undefined) return;
  const name = type.name === 'QuickAction' ? (file.name.split('.').at(-1) ?? '') : file.name.replace(/__c$/, '');
  const pattern = type.name === 'LightningComponentBundle' ? COMPONENT_NAME : DEVELOPER_NAME;
  if (!pattern.test(name))
    report(
      file,
      undefined,
      `The name ${name} is not allowed: ${pattern === COMPONENT_NAME ? 'a component begins with a small letter and has letters and digits only' : 'use letters, digits and single underscores, and begin with a letter'}.`
    );
  if (name.length > maximum)
    report(file, undefined, `The name ${name} has ${name.length} characters; shorten it to ${maximum}.`);
}

function checkLabels(file: MetadataFile, report: Report): void {
  for (const name of LABELS) {
    const label = file.root && childOf(file.root, name);
    const text = label?.text.trim();
    if (!label || text === undefined) continue;
    const maximum = LABEL_LENGTHS[file.type?.name ?? ''];
    if (text.includes('_')) report(file, label, `The label "${text}" is read by people. Write it without underscores.`);
    if (maximum !== undefined && text.length > maximum)
      report(file, label, `The label "${text.slice(0, 40)}…" has ${text.length} characters; shorten it to ${maximum}.`);
    if (text === '') report(file, label, `<${name}> of ${basename(file.path)} is empty. Write what people read.`);
  }
}

function checkLabelName(file: MetadataFile, name: string, line: number, report: Report): void {
  if (!DEVELOPER_NAME.test(name))
    report(
      file,
      line,
      `The label name "${name}" is not allowed: use letters, digits and single underscores, and begin with a letter.`
    );
}

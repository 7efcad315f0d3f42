import { basename } from 'node:path';
import { isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, isTrue, textOf } from '../xml';

/** What the file of an object must say, by the kind of object (Metadata API Developer Guide, CustomObject; PLATFORM 2.17). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  custom: ['label', 'pluralLabel', 'nameField', 'deploymentStatus', 'sharingModel'],
  metadata: ['label', 'pluralLabel'],
  event: ['label', 'pluralLabel', 'deploymentStatus', 'eventType', 'publishBehavior'],
  hierarchySetting: ['label'],
  listSetting: ['label'],
  big: ['label', 'pluralLabel', 'deploymentStatus']
};
/** Elements that only ordinary objects have. */
const ONLY_OF_CUSTOM = [
  'nameField',
  'sharingModel',
  'enableActivities',
  'enableHistory',
  'enableReports',
  'compactLayoutAssignment'
];

export const objects: MetadataRule = {
  name: 'objects',
  check(model, report) {
    for (const file of model.ofType('CustomObject')) {
      const kind = model.schema.findObject(file.name)?.kind ?? 'custom';
      if (!isCustomName(file.name)) continue;
      for (const element of NEEDED[kind] ?? [])
        if (!childOf(file.root, element)) report(file, file.root, `${file.name} needs <${element}>. Add it.`);
      for (const element of kind === 'custom' ? [] : ONLY_OF_CUSTOM) {
        const node = childOf(file.root, element);
        if (node) report(file, node, `${file.name} has no <${element}>; only ordinary objects have. Remove it.`);
      }
      if (kind === 'custom') checkCustom(model, file, report);
    }
  }
};

function checkCustom(model: MetadataModel, file: ParsedFile, report: Report): void {
  const name = childOf(file.root, 'nameField');
  const nameType = name && textOf(name, 'type');
  if (name && nameType !== 'Text' && nameType !== 'AutoNumber')
    report(file, name, `<nameField> has the type Text or AutoNumber, not ${nameType ?? 'none'}.`);
  if (name && !textOf(name, 'label')) report(file, name, '<nameField> needs a <label>. Add it.');
  if (name && nameType === 'AutoNumber' && !/\{0+\}/.test(textOf(name, 'displayFormat') ?? ''))
    report(file, name, 'An auto number needs a <displayFormat> with its digits, as in A-{0000}.');
  if (textOf(file.root, 'deploymentStatus') === 'InDevelopment')
    report(
      file,
      childOf(file.root, 'deploymentStatus'),
      `${file.name} is in development: nobody but administrators sees it. Write Deployed.`
    );
  checkSharing(model, file, report);
  const isTracked = model
    .ofType('CustomField')
    .some((field) => field.objectName === file.name && isTrue(field.root, 'trackHistory'));
  if (isTracked && !isTrue(file.root, 'enableHistory'))
    report(
      file,
      file.root,
      `${file.name} has fields with <trackHistory>, but <enableHistory> is off. Turn it on, or do not track.`
    );
  const layout = textOf(file.root, 'compactLayoutAssignment');
  const layouts = model.ofType('CompactLayout').filter((each) => each.objectName === basename(file.name));
  if (layout && layout !== 'SYSTEM' && !layouts.some((each) => each.name === layout))
    report(
      file,
      childOf(file.root, 'compactLayoutAssignment'),
      `There is no compact layout ${layout}. Add it, or write SYSTEM.`
    );
}

function checkSharing(model: MetadataModel, file: ParsedFile, report: Report): void {
  const sharing = childOf(file.root, 'sharingModel');
  const isDetail = model
    .ofType('CustomField')
    .some((field) => field.objectName === file.name && textOf(field.root, 'type') === 'MasterDetail');
  const follows = sharing?.text.trim() === 'ControlledByParent';
  if (sharing && follows !== isDetail)
    report(
      file,
      sharing,
      isDetail
        ? `${file.name} has a master; its <sharingModel> is ControlledByParent.`
        : `${file.name} has no master-detail field; its <sharingModel> cannot be ControlledByParent.`
    );
}

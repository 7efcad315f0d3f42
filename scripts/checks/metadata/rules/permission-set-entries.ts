import { basename } from 'node:path';
import {
  fieldsOf,
  isCustomName,
  isRequiredField,
  schemaObjectName,
  type MetadataModel,
  type ParsedFile
} from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, isTrue, textOf, type XmlNode } from '../xml';

/** The element that names what an entry grants, by kind of entry. */
const NAMES: Readonly<Record<string, string>> = {
  classAccesses: 'apexClass',
  customPermissions: 'name',
  tabSettings: 'tab',
  customMetadataTypeAccesses: 'name',
  customSettingAccesses: 'name',
  applicationVisibilities: 'application',
  recordTypeVisibilities: 'recordType',
  fieldPermissions: 'field',
  objectPermissions: 'object',
  userPermissions: 'name',
  flowAccesses: 'flow',
  pageAccesses: 'apexPage'
};

/** Rights that an object permission needs beside itself ("Permission X depends on permission(s): Y"). */
const NEEDED: readonly (readonly [right: string, needs: readonly string[]])[] = [
  ['allowCreate', ['allowRead']],
  ['allowEdit', ['allowRead']],
  ['allowDelete', ['allowRead', 'allowEdit']],
  ['viewAllRecords', ['allowRead']],
  ['modifyAllRecords', ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']]
];

/**
 * What a deployment refuses of permission sets: unknown names, rights on fields that have none of their own, rights
 * without those that they need (PLATFORM 1.18, 2.15). Unknown objects and fields are found by `schema`.
 */
export const permissionSetEntries: MetadataRule = {
  name: 'permission-set-entries',
  check(model, report) {
    for (const file of model.ofType('PermissionSet')) {
      checkNames(model, file, report);
      checkFields(model, file, report);
      checkObjects(file, report);
      const license = childOf(file.root, 'license');
      if (license)
        report(
          file,
          license,
          'A permission set with a <license> can be given to users of that license only. Remove it.'
        );
    }
  }
};

function checkNames(model: MetadataModel, file: ParsedFile, report: Report): void {
  const seen = new Set<string>();
  const known = knownNames(model);
  for (const entry of file.root.children) {
    const element = NAMES[entry.name];
    const name = element === undefined ? undefined : textOf(entry, element);
    if (name === undefined) continue;
    const key = `${entry.name} ${name.toLowerCase()}`;
    if (seen.has(key)) report(file, entry, `<${entry.name}> for ${name} stands twice. Keep one.`);
    seen.add(key);
    const names = known[entry.name];
    if (names && !names.has(name.toLowerCase()) && isOurs(entry.name, name))
      report(file, entry, `There is no ${name} to grant in <${entry.name}>.${suggestion(name, names)}`);
  }
}

/** Standard tabs and apps are not in the source. */
function isOurs(entry: string, name: string): boolean {
  return !(/^(tabSettings|applicationVisibilities)$/.test(entry) && /^standard(-|__)/.test(name));
}

function knownNames({ ofType, schema }: MetadataModel): Readonly<Record<string, ReadonlySet<string>>> {
  const lower = (names: Iterable<string>) => new Set(Array.from(names, (name) => name.toLowerCase()));
  const objects = [...schema.objects.values()];
  const recordTypes = objects.flatMap((object) =>
    object.recordTypes.map((type) => `${object.name}.${type.developerName}`)
  );
  return {
    classAccesses: lower(ofType('ApexClass').map((file) => basename(file.name))),
    customPermissions: lower(ofType('CustomPermission').map((file) => file.name)),
    tabSettings: lower(ofType('CustomTab').map((file) => file.name)),
    customMetadataTypeAccesses: lower(
      objects.filter((object) => object.kind === 'metadata').map((object) => object.name)
    ),
    customSettingAccesses: lower(
      objects.filter((object) => object.kind.endsWith('Setting')).map((object) => object.name)
    ),
    applicationVisibilities: lower(ofType('CustomApplication').map((file) => file.name)),
    recordTypeVisibilities: lower(recordTypes),
    flowAccesses: lower(ofType('Flow').map((file) => file.name)),
    pageAccesses: lower(ofType('ApexPage').map((file) => file.name))
  };
}

function checkFields(model: MetadataModel, file: ParsedFile, report: Report): void {
  const ownFields = new Map(
    fieldsOf(model).map((field) => [`${schemaObjectName(field.objectName)}.${field.name}`.toLowerCase(), field])
  );
  const readable = new Set(
    childrenOf(file.root, 'objectPermissions').map((entry) => textOf(entry, 'object')?.toLowerCase())
  );
  for (const entry of childrenOf(file.root, 'fieldPermissions')) {
    const path = textOf(entry, 'field') ?? '';
    const [object = '', name = ''] = path.split('.');
    const own = ownFields.get(path.toLowerCase());
    const field = model.schema.findField(object, name);
    if (own && isRequiredField(own))
      report(file, entry, `${path} is required, so everybody has it; a deployment refuses the entry. Remove it.`);
    else if (object === 'Activity')
      report(file, entry, `Fields of activities are granted as Task.${name}. Correct <field>.`);
    if (isTrue(entry, 'editable') && (field?.formula || field?.isAutoNumber || field?.summary))
      report(file, entry, `${path} is computed and cannot be edited. Set <editable> to false.`);
    if (isTrue(entry, 'editable') && !isTrue(entry, 'readable'))
      report(file, entry, `${path} may be edited but not read. Set <readable> to true.`);
    if (isCustomName(object) && !readable.has(object.toLowerCase()))
      report(file, entry, `${path} is granted, but nothing on ${object}. Add <objectPermissions> for it.`);
  }
}

function checkObjects(file: ParsedFile, report: Report): void {
  for (const entry of childrenOf(file.root, 'objectPermissions')) {
    const object = textOf(entry, 'object') ?? '';
    if (/^(Task|Event|Activity)$/i.test(object))
      report(
        file,
        entry,
        `Activities have no object permissions. Grant the user permissions ActivitiesAccess and EditTask in place of <objectPermissions> for ${object}.`
      );
    if (/__(mdt)$/i.test(object))
      report(file, entry, `${object} is granted by <customMetadataTypeAccesses>, not by <objectPermissions>.`);
    for (const [right, needs] of NEEDED) checkRight(file, entry, object, right, needs, report);
  }
}

function checkRight(
  file: ParsedFile,
  entry: XmlNode,
  object: string,
  right: string,
  needs: readonly string[],
  report: Report
): void {
  const missing = isTrue(entry, right) ? needs.filter((need) => !isTrue(entry, need)) : [];
  if (missing.length > 0)
    report(
      file,
      entry,
      `<${right}> on ${object} depends on ${missing.join(', ')}. Set ${missing.length > 1 ? 'them' : 'it'} to true.`
    );
}

import { basename } from 'node:path';
import {
  fieldsOf,
  isCustomName,
  isRequiredField,
  schemaObjectName,
  type MetadataModel,
  type ParsedFile
} from '../model';
import type { MetadataRule } from '../rule';
import { childrenOf, isTrue, textOf } from '../xml';

const GRANTED: Readonly<Record<string, readonly [name: string, flag: string | null]>> = {
  classAccesses: ['apexClass', 'enabled'],
  customPermissions: ['name', 'enabled'],
  tabSettings: ['tab', null],
  customMetadataTypeAccesses: ['name', 'enabled'],
  fieldPermissions: ['field', 'readable'],
  objectPermissions: ['object', 'allowRead']
};

/** Access by Apex class: callers from outside need the class itself, everything that it calls comes along. */
const ENTRY_POINT = /@(?:RestResource|InvocableMethod)\b|@AuraEnabled\b\s*(?:\([^)]*\))?[\w\s@]*\bstatic\b/i;

/** Rows that only code in system mode reads and writes; the object's description has to say so in these words. */
const FOR_NOBODY = /\bNot for people\./;

/**
 * New components are granted to nobody but administrators (PLATFORM 9.10): what no permission set of the source
 * grants, no persona can use. Sources without permission sets are parts of others and are not looked at.
 */
export const permissionSetCoverage: MetadataRule = {
  name: 'permission-set-coverage',
  check(model, report) {
    const sets = model.ofType('PermissionSet');
    if (sets.length === 0) return;
    const granted = new Set(sets.flatMap(grantsOf));
    for (const { kind, name, file } of toGrant(model)) {
      if (!granted.has(`${kind} ${name.toLowerCase()}`))
        report(
          file,
          undefined,
          `${name} is granted by no permission set. Add <${kind}> to that of a persona that needs it.`
        );
    }
  }
};

function grantsOf(set: ParsedFile): string[] {
  return Object.entries(GRANTED).flatMap(([kind, [element, flag]]) =>
    childrenOf(set.root, kind)
      .filter((entry) => flag === null || isTrue(entry, flag))
      .map((entry) => `${kind} ${(textOf(entry, element) ?? '').toLowerCase()}`)
  );
}

interface Grantable {
  readonly kind: string;
  readonly name: string;
  readonly file: { readonly path: string };
}

function toGrant(model: MetadataModel): readonly Grantable[] {
  const { ofType, contents, schema } = model;
  const kindOf = (name: string) => schema.findObject(name)?.kind;
  const fields = fieldsOf(model).filter(
    (field) =>
      isCustomName(field.name) &&
      !isRequiredField(field) &&
      hasFieldSecurity(kindOf(schemaObjectName(field.objectName)))
  );
  const classes = [...contents.values()].filter(
    ({ path, text }) => path.endsWith('.cls') && ENTRY_POINT.test(text) && !/@IsTest/i.test(text)
  );
  const objects = ofType('CustomObject').filter(
    (file) =>
      isCustomName(file.name) &&
      !kindOf(file.name)?.endsWith('Setting') &&
      !FOR_NOBODY.test(textOf(file.root, 'description') ?? '')
  );
  return [
    ...fields.map((file) => ({
      kind: 'fieldPermissions',
      name: `${schemaObjectName(file.objectName)}.${file.name}`,
      file
    })),
    ...classes.map((file) => ({ kind: 'classAccesses', name: basename(file.path, '.cls'), file })),
    ...objects.map((file) => ({ kind: objectGrant(kindOf(file.name)), name: file.name, file })),
    ...ofType('CustomPermission').map((file) => ({ kind: 'customPermissions', name: file.name, file })),
    ...ofType('CustomTab').map((file) => ({ kind: 'tabSettings', name: file.name, file }))
  ];
}

/** Fields of metadata types, settings and events follow their object. */
function hasFieldSecurity(kind: string | undefined): boolean {
  return kind === 'custom' || kind === 'standard';
}

function objectGrant(kind: string | undefined): string {
  if (kind === 'metadata') return 'customMetadataTypeAccesses';
  return 'objectPermissions';
}

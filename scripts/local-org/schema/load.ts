/** Loads what an org knows: the standard objects, and the metadata of the source directories over them. */
import type { ObjectSchema, OrgFeature, OrgSchema } from './model';
import { makeOrgSchema } from './org-schema';
import { allProfiles } from './profiles';
import { makeField } from './field';
import { linkChildren } from './relationships';
import { checkMetadata } from './source/check';
import { Problems } from './source/problems';
import { buildCustomObject, extendStandardObject, type ObjectSource } from './source/object';
import { readSources, type MetadataSources } from './source/read';
import { addPersonAccounts } from './standard/person-accounts';
import { shareObjectOf } from './standard/share-object';
import { genericObject } from './standard/generic-object';
import { standardObjects } from './standard/index';
import { findStubObject } from './standard/stub-objects';
import { applyValueSets } from './standard/value-sets';

export interface LoadOptions {
  /** What the org has on top of a Developer org. */
  readonly features?: readonly OrgFeature[];
}

/**
 * Loads the schema of an org from source directories. Later directories are deployed over earlier ones: a component
 * that both have is taken from the later. Mistakes in the metadata are in `diagnostics`; nothing is thrown for them.
 */
export function loadSchema(sourceDirectories: readonly string[], options: LoadOptions = {}): OrgSchema {
  const problems = new Problems();
  const sources = readSources(sourceDirectories, problems);
  const features = new Set(options.features ?? []);
  const objects = buildObjects(sources, features, problems);
  linkChildren(objects);
  const { customMetadata, labels, permissionSets, permissionSetGroups, customPermissions, queues } = sources;
  const profiles = allProfiles(objects, sources.profiles);
  const schema = makeOrgSchema({
    objects,
    customMetadata,
    labels,
    permissionSets,
    permissionSetGroups,
    profiles,
    customPermissions,
    queues,
    duplicateRules: [...sources.duplicateRules].sort((a, b) => a.sortOrder - b.sortOrder),
    matchingRules: [...sources.matchingRules.values()],
    assignmentRules: [...sources.assignmentRules.values()],
    leadConversion: sources.leadConversion,
    features,
    diagnostics: problems.found
  });
  checkMetadata(schema, sources, problems);
  return schema;
}

function buildObjects(
  sources: MetadataSources,
  features: ReadonlySet<OrgFeature>,
  problems: Problems
): Map<string, ObjectSchema> {
  const objects = applyValueSets(standardObjects(), sources.standardValueSets);
  const customSources = [...sources.objects.values()]
    .filter((source) => isCustomName(source.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const prefixes = new KeyPrefixes();
  for (const source of customSources) {
    const object = buildCustomObject(source, prefixes.next(source.name), sources.globalValueSets, problems);
    objects.set(source.name.toLowerCase(), object);
    const share = shareObjectOf(object);
    if (share) objects.set(share.name.toLowerCase(), share);
  }
  for (const source of sources.objects.values()) {
    if (!isCustomName(source.name)) extendStandard(objects, source, sources, problems);
  }
  if (features.has('PersonAccounts')) addPersonAccounts(objects);
  openLookups(objects);
  addRecordTypeFields(objects);
  return objects;
}

/** Custom fields of activities are written for `Activity`; tasks and events both get them (PLATFORM 1.1, 1.2). */
function extendStandard(
  objects: Map<string, ObjectSchema>,
  source: ObjectSource,
  sources: MetadataSources,
  problems: Problems
): void {
  const names = source.name === 'Activity' ? ['Task', 'Event'] : [source.name];
  for (const name of names) {
    const stub = findStubObject(name);
    const standard = objects.get(name.toLowerCase()) ?? (stub && genericObject(stub));
    if (standard)
      objects.set(name.toLowerCase(), extendStandardObject(standard, source, sources.globalValueSets, problems));
    else reportUnknownObject(source, problems);
  }
}

function reportUnknownObject(source: ObjectSource, problems: Problems): void {
  const part =
    source.object ?? [...source.fields, ...source.recordTypes, ...source.validationRules, ...source.fieldSets][0];
  if (part)
    problems.add(
      6002,
      part.file,
      `Unknown standard object ${source.name}. Correct the name of its folder, or give a custom object the suffix __c.`
    );
}

/** An object has the field RecordTypeId when it has record types. */
function addRecordTypeFields(objects: Map<string, ObjectSchema>): void {
  for (const [key, object] of objects) {
    if (object.recordTypes.length === 0 || object.fields.has('recordtypeid')) continue;
    const field = makeField({
      name: 'RecordTypeId',
      type: 'reference',
      label: 'Record Type ID',
      referenceTo: ['RecordType'],
      relationshipName: 'RecordType',
      isPermissionable: false
    });
    objects.set(key, { ...object, fields: new Map(object.fields).set('recordtypeid', field) });
  }
}

/** Lookups to objects of many kinds, which custom objects join: activities when they allow them, files and notes always. */
const OPEN_LOOKUPS: readonly (readonly [object: string, field: string])[] = [
  ['contentdocumentlink', 'linkedentityid'],
  ['contentversion', 'firstpublishlocationid'],
  ['attachment', 'parentid'],
  ['note', 'parentid'],
  ['feeditem', 'parentid']
];
const ACTIVITY_LOOKUPS: readonly (readonly [object: string, field: string])[] = [
  ['task', 'whatid'],
  ['event', 'whatid']
];

function openLookups(objects: Map<string, ObjectSchema>): void {
  const custom = [...objects.values()].filter((object) => object.kind === 'custom');
  for (const lookup of OPEN_LOOKUPS) addTargets(objects, lookup, custom);
  for (const lookup of ACTIVITY_LOOKUPS)
    addTargets(
      objects,
      lookup,
      custom.filter((object) => object.hasActivities)
    );
}

function addTargets(
  objects: Map<string, ObjectSchema>,
  [name, fieldName]: readonly [string, string],
  targets: readonly ObjectSchema[]
): void {
  const object = objects.get(name);
  const field = object?.fields.get(fieldName);
  if (!object || !field || targets.length === 0) return;
  const referenceTo = [...field.referenceTo, ...targets.map((target) => target.name)];
  objects.set(name, { ...object, fields: new Map(object.fields).set(fieldName, { ...field, referenceTo }) });
}

function isCustomName(name: string): boolean {
  return /__(c|mdt|e|b)$/i.test(name);
}

const FIRST_LETTERS: Readonly<Record<string, string>> = { __c: 'a', __mdt: 'm', __e: 'e', __b: 'i' };

/** Gives custom objects their key prefixes in the order of their names: `a00`, `a01`, … `a0Z`, `a10`. */
class KeyPrefixes {
  private readonly used = new Map<string, number>();

  next(objectName: string): string {
    const letter = FIRST_LETTERS[/__\w+?$/.exec(objectName.replace(/^.*(?=__)/, ''))?.[0] ?? ''] ?? 'a';
    const count = this.used.get(letter) ?? 0;
    this.used.set(letter, count + 1);
    return letter + count.toString(36).padStart(2, '0').toUpperCase();
  }
}
